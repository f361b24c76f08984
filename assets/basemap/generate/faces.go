package main

import (
	"cmp"
	"slices"

	"qantar/geo/basemap"
)

// withUnits are the countries whose first-level units are drawn: Kazakhstan
// and those around it.
var withUnits = map[string]bool{
	"KAZ": true, "RUS": true, "CHN": true, "KGZ": true,
	"UZB": true, "TKM": true, "TJK": true, "MNG": true,
}

// face is one piece of the partition of the land.
type face struct {
	country string // alpha-3
	code    string // of the region; "" for a whole country
	units   []unit
}

// faces groups the units: by region where regions are drawn, else by country.
// The order is that of country and code.
func faces(units []unit) []face {
	type key struct{ country, code string }
	groups := map[key]*face{}
	for _, u := range units {
		k := key{country: u.country}
		if withUnits[u.country] {
			k.code = u.code
		}
		if groups[k] == nil {
			groups[k] = &face{country: k.country, code: k.code}
		}
		groups[k].units = append(groups[k].units, u)
	}
	var out []face
	for _, f := range groups {
		out = append(out, *f)
	}
	slices.SortFunc(out, func(a, b face) int {
		return cmp.Or(cmp.Compare(a.country, b.country), cmp.Compare(a.code, b.code))
	})
	return out
}

func (f face) boundary() map[edge]bool {
	var rings [][]vertex
	for _, u := range f.units {
		rings = append(rings, u.rings...)
	}
	return boundary(rings)
}

// partition turns the faces into arcs and names the kind of each.
func partition(fs []face) []arc {
	boundaries := make([]map[edge]bool, len(fs))
	for i, f := range fs {
		boundaries[i] = f.boundary()
	}
	arcs := newNetwork(boundaries).arcs()
	for i := range arcs {
		arcs[i].kind = borderKind(arcs[i].class, fs)
	}
	return arcs
}

func borderKind(c class, fs []face) basemap.ArcKind {
	switch {
	case c.frame:
		return basemap.FrameArc
	case c.left == nobody:
		return basemap.CoastArc
	case fs[c.left].country != fs[c.right].country:
		return basemap.CountryArc
	default:
		return basemap.RegionArc
	}
}

// carveOut cuts the ring of a town that is a unit of its own out of the unit
// around it. The ring must lie wholly inside.
func carveOut(units []unit, around string, town unit) []unit {
	i := slices.IndexFunc(units, func(u unit) bool { return u.code == around })
	for _, ring := range town.rings {
		units[i].rings = append(units[i].rings, reverse(ring))
	}
	return append(units, town)
}
