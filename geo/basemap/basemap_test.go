package basemap

import (
	"os"
	"sync"
	"testing"
)

// assetPath is where the generator puts the asset.
const assetPath = "../../assets/basemap/basemap.bin.gz"

// assetBytes reads the real asset.
func assetBytes(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile(assetPath)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

var decodeOnce = sync.OnceValues(func() (*Map, error) {
	data, err := os.ReadFile(assetPath)
	if err != nil {
		return nil, err
	}
	return Decode(data)
})

// realMap decodes the real asset once for all tests.
func realMap(t testing.TB) *Map {
	t.Helper()
	m, err := decodeOnce()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func BenchmarkDecode(b *testing.B) {
	data := assetBytes(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Decode(data); err != nil {
			b.Fatal(err)
		}
	}
}
