package main

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"qantar/geo/basemap"

	"github.com/paulmach/orb"
)

// inputs are the pinned packages' contents, read but not yet put together.
type inputs struct {
	units     []unit
	countries map[string]country // by alpha-3
	shymkent  [][]vertex
	lakes     [][][]vertex
	urban     [][][]vertex
	rivers    []arc
	places    []basemap.Place
	kazakh    map[string]string // Kazakh names by GeoNames id
}

// Urban areas and lakes are not seen below these zoom levels.
const (
	lowestUrban = 5.5
	lowestLake  = 0
)

// build puts the asset's content together.
func build(in inputs) *world {
	units := carveOut(in.units, "KZ-YUZ", unit{
		country: "KAZ", code: "KZ-SHY", geoname: "0", en: "Shymkent", rings: in.shymkent,
	})
	fs := faces(units)
	arcs := partition(fs)
	w := &world{waters: slices.Concat(waters, onRivers(streams, in.rivers)), places: in.places}
	w.land = shape{rings: ringsOf(arcs, func(f int) bool { return f != nobody })}
	w.addCountries(fs, arcs, in.countries)
	w.addRegions(fs, arcs, in)
	keep := mainRings(arcs, w.shapes)
	arcs = append(arcs, in.rivers...)
	arcs, w.lakes = addOutlines(arcs, in.lakes, lowestLake)
	arcs, w.urban = addOutlines(arcs, in.urban, lowestUrban)
	w.grade(arcs, keep)
	return w
}

// addCountries adds the countries in the order of alpha-2 codes.
func (w *world) addCountries(fs []face, arcs []arc, countries map[string]country) {
	present := map[string]country{}
	for _, f := range fs {
		c := countries[f.country]
		present[c.alpha2] = c
	}
	for _, alpha2 := range slices.Sorted(maps.Keys(present)) {
		c := present[alpha2]
		rings := ringsOf(arcs, func(f int) bool { return f != nobody && fs[f].country == c.alpha3 })
		w.shapes = append(w.shapes, shape{rings: rings})
		w.areas = append(w.areas, basemap.Area{
			Kind: basemap.Country, Code: c.alpha2, Country: c.alpha2, Name: namesOfCountry(c),
			Label: labelPoint(c.label, degrees(arcs, rings)), MinZoom: c.minZoom,
		})
	}
}

// addRegions adds the units that are drawn, in the order of country and code.
func (w *world) addRegions(fs []face, arcs []arc, in inputs) {
	for i, f := range fs {
		if f.code == "" {
			continue
		}
		largest := slices.MaxFunc(f.units, func(a, b unit) int {
			return cmp.Compare(ringSize(a.rings), ringSize(b.rings))
		})
		name := namesOfRegion(largest, in.kazakh)
		rings := ringsOf(arcs, func(f int) bool { return f == i })
		w.shapes = append(w.shapes, shape{rings: rings})
		w.areas = append(w.areas, basemap.Area{
			Kind: basemap.Region, Code: f.code, Country: in.countries[f.country].alpha2, Name: name.Names,
			Label: roomiest(degrees(arcs, rings)), MinZoom: name.minZoom,
		})
	}
}

func ringSize(rings [][]vertex) (sum int64) {
	for _, r := range rings {
		sum += area2(r)
	}
	return sum
}

// points strings the arcs of a ring together.
func points(arcs []arc, ring []ref) (out []vertex) {
	for _, r := range ring {
		line := arcs[r>>1].line
		if r&1 == 1 {
			line = reverse(line)
		}
		out = append(out, line...)
	}
	return out
}

// degrees turns rings into longitudes and latitudes.
func degrees(arcs []arc, rings [][]ref) []orb.Ring {
	out := make([]orb.Ring, len(rings))
	for i, ring := range rings {
		for _, v := range points(arcs, ring) {
			out[i] = append(out[i], v.lonLat())
		}
	}
	return out
}

// mainRings tells which arcs are the whole main ring of an area, so that no
// area vanishes from the finest detail.
func mainRings(arcs []arc, shapes []shape) map[int]bool {
	keep := map[int]bool{}
	for _, s := range shapes {
		largest := slices.MaxFunc(s.rings, func(a, b []ref) int {
			return cmp.Compare(area2(points(arcs, a)), area2(points(arcs, b)))
		})
		for _, r := range largest {
			keep[int(r>>1)] = true
		}
	}
	return keep
}

// grade simplifies all arcs, leaves out what no detail shows and renumbers the
// references.
func (w *world) grade(arcs []arc, keep map[int]bool) {
	renumbered := make([]int, len(arcs))
	for i, a := range arcs {
		d := grade(a, keep[i])
		renumbered[i] = -1
		if d.first != dropped && len(d.line) >= 2 {
			renumbered[i] = len(w.arcs)
			w.arcs = append(w.arcs, d)
		}
	}
	w.land = w.land.renumber(renumbered)
	for _, group := range [][]shape{w.shapes, w.lakes, w.urban} {
		for i := range group {
			group[i] = group[i].renumber(renumbered)
		}
	}
	withRings := func(s shape) bool { return len(s.rings) == 0 }
	w.lakes = slices.DeleteFunc(w.lakes, withRings)
	w.urban = slices.DeleteFunc(w.urban, withRings)
}

// renumber gives references their new arc indices and drops rings whose arc is
// gone.
func (s shape) renumber(index []int) shape {
	out := shape{minZoom: s.minZoom}
	for _, ring := range s.rings {
		var refs []ref
		for _, r := range ring {
			if i := index[r>>1]; i >= 0 {
				refs = append(refs, ref(2*i)|r&1)
			}
		}
		if len(refs) > 0 {
			out.rings = append(out.rings, refs)
		}
	}
	return out
}

// mebibytes is for the report of a run.
func mebibytes(n int) float64 { return math.Round(float64(n)/(1<<20)*100) / 100 }
