package main

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qantar/geo/basemap"

	"github.com/paulmach/orb"
)

func TestCacheOpen(t *testing.T) {
	// SHA-256 of "abc": FIPS 180-2, appendix B.1.
	s := source{name: "test package", file: "p.zip",
		sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}
	for content, ok := range map[string]bool{"abc": true, "abd": false} {
		t.Run(content, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, s.file), []byte(content), 0o644); err != nil {
				t.Fatal(err)
			}
			_, err := cache(dir).open(s)
			if (err == nil) != ok {
				t.Errorf("got error %v", err)
			}
			if err != nil && !strings.Contains(err.Error(), "not the pinned test package") {
				t.Errorf("the error does not say what is wrong: %v", err)
			}
		})
	}
}

// catalogue writes a gettext catalogue of one message.
func catalogue(id, text string) []byte {
	words := []uint32{0x950412de, 0, 1, 20, 28, uint32(len(id)), 36, uint32(len(text)), uint32(36 + len(id) + 1)}
	var out bytes.Buffer
	for _, w := range words {
		out.Write(binary.LittleEndian.AppendUint32(nil, w))
	}
	out.WriteString(id + "\x00" + text + "\x00")
	return out.Bytes()
}

func TestReadMO(t *testing.T) {
	good := catalogue("1526384", "Алматы")
	got, err := readMO(good)
	if err != nil || got["1526384"] != "Алматы" {
		t.Errorf("got %v, %v", got, err)
	}
	for name, bad := range map[string][]byte{"empty": nil, "cut": good[:30], "cut text": good[:40], "other": make([]byte, 40)} {
		t.Run(name, func(t *testing.T) {
			if _, err := readMO(bad); err == nil {
				t.Error("no error")
			}
		})
	}
}

func FuzzReadMO(f *testing.F) {
	f.Add(catalogue("1", "a"))
	f.Fuzz(func(t *testing.T, data []byte) { _, _ = readMO(data) })
}

func TestReadFeatures(t *testing.T) {
	got, err := readFeatures([]byte(`{"features":[{"properties":{"name":"a","n":2,"none":null},
		"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	p := got[0].properties
	if p.text("name") != "a" || p.text("none") != "" || p.number("n", 0) != 2 || p.number("name", 7) != 7 {
		t.Errorf("properties %v", p)
	}
	if g, ok := got[0].geometry.(orb.Polygon); !ok || len(g[0]) != 4 {
		t.Errorf("geometry %v", got[0].geometry)
	}
}

// TestEncodeDecode sends a small world through the asset's format.
func TestEncodeDecode(t *testing.T) {
	fs := testFaces()
	for i := range fs { // large enough to be seen
		for _, ring := range fs[i].units[0].rings {
			for j := range ring {
				ring[j] = vertex{ring[j].x * 10000, ring[j].y * 10000}
			}
		}
	}
	w := &world{land: shape{rings: ringsOf(partition(fs), func(f int) bool { return f != nobody })}}
	w.places = []basemap.Place{{Name: basemap.Names{En: "Town", Kk: "Қала", Ru: "Город"}, Point: orb.Point{70, 45}, MinZoom: 4.5}}
	w.grade(partition(fs), nil)
	first, err := encode(w)
	if err != nil {
		t.Fatal(err)
	}
	if second, _ := encode(w); !bytes.Equal(first, second) {
		t.Error("two runs differ")
	}
	m, err := basemap.Decode(first)
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Details) != len(detailZooms) || len(m.Land.Rings) != 2 || m.Places[0].Name.Kk != "Қала" {
		t.Errorf("%d details, %d rings, places %+v", len(m.Details), len(m.Land.Rings), m.Places)
	}
}
