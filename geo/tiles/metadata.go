package tiles

import (
	"encoding/json"
	"strconv"
	"strings"

	"qantar/geo"

	"github.com/paulmach/orb"
)

// maxMetadata is how long, in bytes, the list of layers may be in JSON.
const maxMetadata = 4 << 20

// FromMetadata reads the name and value pairs that a set says of itself, in
// the way of the MBTiles specification 1.3. What is missing or makes no sense
// is left at the widest: every zoom level, the whole world.
func FromMetadata(values map[string]string) Meta {
	m := Meta{
		Name: plainText(values["name"]), Attribution: plainText(values["attribution"]),
		Format:  formats[strings.ToLower(values["format"])],
		MinZoom: zoomOf(values["minzoom"], 0), MaxZoom: zoomOf(values["maxzoom"], MaxZoom),
		Bounds: boundsOf(values["bounds"]), Layers: layersOf(values["json"]),
	}
	if m.MinZoom > m.MaxZoom {
		m.MinZoom, m.MaxZoom = 0, MaxZoom
	}
	return m
}

func zoomOf(text string, otherwise int) int {
	z, err := strconv.ParseFloat(text, 64)
	if err != nil || !(z >= 0 && z <= MaxZoom) {
		return otherwise
	}
	return int(z)
}

func boundsOf(text string) orb.Bound {
	parts := strings.Split(text, ",")
	var v [4]float64
	for i := range v {
		if len(parts) != len(v) {
			return World
		}
		number, err := strconv.ParseFloat(strings.TrimSpace(parts[i]), 64)
		if err != nil {
			return World
		}
		v[i] = number
	}
	return Bounded(v[0], v[1], v[2], v[3])
}

// Bounded is a bound in degrees, cut to World; World itself where the numbers
// are not those of an area.
func Bounded(west, south, east, north float64) orb.Bound {
	b := orb.Bound{
		Min: orb.Point{max(west, World.Min[0]), max(south, World.Min[1])},
		Max: orb.Point{min(east, World.Max[0]), min(north, World.Max[1])},
	}
	if !(b.Min[0] < b.Max[0] && b.Min[1] < b.Max[1]) {
		return World
	}
	return b
}

// Reaches tells whether a tile lies at least partly within the set's bounds.
func (m *Meta) Reaches(id ID) bool {
	const rim = 1e-9 // of the world: what touches only in its edge is outside
	in, tile := geo.ProjectBound(m.Bounds), id.Bound()
	return tile.Min[0] < in.Max[0]-rim && tile.Max[0] > in.Min[0]+rim && tile.Min[1] < in.Max[1]-rim && tile.Max[1] > in.Min[1]+rim
}

// layersOf reads the names from {"vector_layers": [{"id": ...}]}.
func layersOf(text string) []string {
	var listed struct {
		Layers []struct {
			ID string `json:"id"`
		} `json:"vector_layers"`
	}
	if len(text) > maxMetadata || json.Unmarshal([]byte(text), &listed) != nil {
		return nil
	}
	var names []string
	for _, layer := range listed.Layers {
		names = append(names, layer.ID)
	}
	return names
}
