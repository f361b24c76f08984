package tiles

import (
	"bytes"
	"encoding/binary"
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/mvt"
	"github.com/paulmach/orb/geojson"
)

func all(string) bool { return true }

// drawing is a vector tile with one layer of everything.
func drawing(t testing.TB) []byte {
	t.Helper()
	layer := &mvt.Layer{Name: "water", Version: 2, Extent: 4096}
	for _, g := range []orb.Geometry{
		orb.Point{1, 2}, orb.MultiPoint{{1, 2}, {3, 4}}, orb.LineString{{0, 0}, {10, 10}, {20, 0}},
		orb.MultiLineString{{{0, 0}, {1, 1}}, {{5, 5}, {6, 6}}},
		orb.Polygon{{{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}}, {{10, 10}, {10, 20}, {20, 20}, {20, 10}, {10, 10}}},
	} {
		f := geojson.NewFeature(g)
		f.Properties = geojson.Properties{"class": "lake", "rank": 3, "deep": true, "level": 1.5}
		layer.Features = append(layer.Features, f)
	}
	data, err := mvt.Marshal(mvt.Layers{layer, {Name: "poi", Version: 2, Extent: 256, Features: layer.Features[:1]}})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestDecodeVector(t *testing.T) {
	plain := drawing(t)
	for name, data := range map[string][]byte{"plain": plain, "packed": packed(t, plain)} {
		t.Run(name, func(t *testing.T) {
			want, err := mvt.Unmarshal(plain)
			if err != nil {
				t.Fatal(err)
			}
			got, err := DecodeVector(data, all)
			if err != nil || len(got) != 2 {
				t.Fatalf("%d layers, %v", len(got), err)
			}
			for i := range want {
				if got[i].Name != want[i].Name || got[i].Extent != want[i].Extent || len(got[i].Features) != len(want[i].Features) {
					t.Fatalf("layer %d is %+v", i, got[i])
				}
				for k, f := range want[i].Features {
					if g := got[i].Features[k]; !orb.Equal(g.Geometry, f.Geometry) || g.Properties["class"] != f.Properties["class"] || len(g.Properties) != len(f.Properties) {
						t.Errorf("feature %d is %v", k, g)
					}
				}
			}
		})
	}
	if got, err := DecodeVector(plain, func(name string) bool { return name == "poi" }); err != nil || len(got) != 1 || got[0].Name != "poi" {
		t.Errorf("of one layer: %v, %v", got, err)
	}
	if got, err := DecodeVector(nil, all); err != nil || len(got) != 0 {
		t.Errorf("of an empty tile: %v, %v", got, err)
	}
}

// field writes a field with a length, and number one with a varint.
func field(n int, value ...byte) []byte {
	return append(binary.AppendUvarint([]byte{byte(n<<3 | wireBytes)}, uint64(len(value))), value...)
}

func number(n int, v uint64) []byte {
	return binary.AppendUvarint([]byte{byte(n<<3 | wireVarint)}, v)
}

func join(parts ...[]byte) []byte { return bytes.Join(parts, nil) }

// ints packs a list of numbers.
func ints(values ...uint64) []byte {
	var out []byte
	for _, v := range values {
		out = binary.AppendUvarint(out, v)
	}
	return out
}

func layerOf(features ...[]byte) []byte {
	return field(tileLayer, join(field(layerName, 'w'), join(features...))...)
}

func featureOf(kind uint64, geometry ...uint64) []byte {
	return field(layerFeature, join(number(featureType, kind), field(featureGeometry, ints(geometry...)...))...)
}

func TestDecodeVectorRefuses(t *testing.T) {
	good := drawing(t)
	point := featureOf(points, 9, 2, 2)
	cases := []struct {
		name string
		data []byte
		want string
	}{
		{"a text", []byte("Dear reader"), "cut short"},
		{"cut short", good[:len(good)-3], "cut short"},
		{"packed and cut short", packed(t, good)[:40], "unpacking"},
		{"a bomb", packed(t, make([]byte, MaxUnpacked+1)), "more than"},
		{"a length beyond the end", append(field(tileLayer, 1)[:1], 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f), "cut short"},
		{"a number without an end", bytes.Repeat([]byte{0xff}, 30), "cut short"},
		{"units without measure", layerOf(number(layerExtent, 1<<40)), "units wide"},
		{"units of nothing", layerOf(number(layerExtent, 0)), "units wide"},
		{"a name that is a number", field(tileLayer, number(layerName, 7)...), "cut short"},
		{"a geometry that is a number", layerOf(field(layerFeature, number(featureGeometry, 7)...)), "cut short"},
		{"too many layers", bytes.Repeat(layerOf(), maxLayers+1), "layers"},
		{"too many features", layerOf(bytes.Repeat(point, maxFeatures+1)), "features"},
		{"too many keys", layerOf(bytes.Repeat(field(layerKey, 'k'), maxWords+1)), "keys"},
		{"too many points", layerOf(featureOf(points, append([]uint64{(maxVertices+1)<<3 | 1}, make([]uint64, 2*(maxVertices+1))...)...)), "points"},
		{"too many properties", layerOf(field(layerFeature, field(featureTags, make([]byte, maxTags+1)...)...)), "properties"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got, err := DecodeVector(c.data, all); got != nil || err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%d layers, error %v, want %q in it", len(got), err, c.want)
			}
		})
	}
}

// TestDecodeVectorLeavesOut: a feature that makes no sense is left out, and
// the one beside it stays.
func TestDecodeVectorLeavesOut(t *testing.T) {
	cases := map[string][]byte{
		"no geometry":             field(layerFeature, number(featureType, points)...),
		"an unknown kind":         featureOf(0, 9, 2, 2),
		"an absurd count":         featureOf(points, 1<<29<<3|1, 2, 2),
		"a count of nothing":      featureOf(points, 1, 2, 2),
		"a point too many":        featureOf(points, 9, 2, 2, 2),
		"a line of one point":     featureOf(lines, 9, 2, 2),
		"a line that begins late": featureOf(lines, 18, 2, 2, 2, 2),
		"a ring left open":        featureOf(polygons, 9, 2, 2, 18, 2, 2, 2, 2),
		"a number of 64 bits":     featureOf(points, 9, 1<<40, 2),
	}
	for name, bad := range cases {
		t.Run(name, func(t *testing.T) {
			layers, err := DecodeVector(layerOf(bad, featureOf(points, 9, 2, 2)), all)
			if err != nil || len(layers) != 1 || len(layers[0].Features) != 1 || layers[0].Features[0].Geometry != orb.Geometry(orb.Point{1, 1}) {
				t.Errorf("%v, %v", layers, err)
			}
		})
	}
}

// FuzzDecodeVector: whatever the bytes, there is no panic, and what is decoded
// is finite and within the limits.
func FuzzDecodeVector(f *testing.F) {
	good := drawing(f)
	f.Add(good)
	f.Add(packed(f, good))
	f.Add(good[:len(good)/2])
	f.Add(layerOf(featureOf(points, 9, 2, 2), featureOf(polygons, 9, 0, 0, 26, 2, 0, 0, 2, 1, 0, 15)))
	f.Fuzz(func(t *testing.T, data []byte) {
		plain, err := sound(data, all)
		if err == nil && len(plain) > 0 {
			if again, err := sound(plain, all); err != nil || !bytes.Equal(again, plain) {
				t.Fatalf("what was found sound is not: %v", err)
			}
		}
		layers, err := DecodeVector(data, all)
		if err != nil {
			return
		}
		for _, layer := range layers {
			if layer.Extent < 1 || layer.Extent > maxExtent {
				t.Fatalf("a layer %d units wide", layer.Extent)
			}
			for _, feature := range layer.Features {
				b := feature.Geometry.Bound()
				if math.IsNaN(b.Min[0]+b.Max[0]+b.Min[1]+b.Max[1]) || math.IsInf(b.Max[0]-b.Min[0], 0) {
					t.Fatalf("a geometry within %v", b)
				}
			}
		}
	})
}

func BenchmarkDecodeVector(b *testing.B) {
	layer := &mvt.Layer{Name: "water", Version: 2, Extent: 4096}
	for i := range 2000 {
		line := make(orb.LineString, 20)
		for k := range line {
			line[k] = orb.Point{float64(i * 2), float64(k * (i % 50))}
		}
		f := geojson.NewFeature(line)
		f.Properties = geojson.Properties{"class": "minor"}
		layer.Features = append(layer.Features, f)
	}
	data, err := mvt.MarshalGzipped(mvt.Layers{layer})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := DecodeVector(data, all); err != nil {
			b.Fatal(err)
		}
	}
}
