package main

import (
	"encoding/json"
	"fmt"

	"github.com/paulmach/orb"
)

// feature is as much of GeoJSON as the sources use. The library's own reader
// would bring a database driver along as a dependency.
type feature struct {
	properties properties
	geometry   orb.Geometry // polygon, multi-polygon, line or lines; else nil
}

type properties map[string]any

// text returns a property that is a string, and "" for any other.
func (p properties) text(key string) string {
	s, _ := p[key].(string)
	return s
}

// number returns a property that is a number, and missing for any other.
func (p properties) number(key string, missing float64) float64 {
	if v, ok := p[key].(float64); ok {
		return v
	}
	return missing
}

// readFeatures reads a GeoJSON feature collection.
func readFeatures(data []byte) ([]feature, error) {
	var raw struct {
		Features []struct {
			Properties properties
			Geometry   struct {
				Type        string
				Coordinates json.RawMessage
			}
		}
	}
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, err
	}
	out := make([]feature, len(raw.Features))
	for i, f := range raw.Features {
		g, err := readGeometry(f.Geometry.Type, f.Geometry.Coordinates)
		if err != nil {
			return nil, fmt.Errorf("feature %d: %w", i, err)
		}
		out[i] = feature{f.Properties, g}
	}
	return out, nil
}

func readGeometry(kind string, coordinates []byte) (orb.Geometry, error) {
	switch kind {
	case "Polygon":
		return coordinatesAs[orb.Polygon](coordinates)
	case "MultiPolygon":
		return coordinatesAs[orb.MultiPolygon](coordinates)
	case "LineString":
		return coordinatesAs[orb.LineString](coordinates)
	case "MultiLineString":
		return coordinatesAs[orb.MultiLineString](coordinates)
	default:
		return nil, nil
	}
}

func coordinatesAs[G orb.Geometry](data []byte) (orb.Geometry, error) {
	var g G
	err := json.Unmarshal(data, &g)
	return g, err
}
