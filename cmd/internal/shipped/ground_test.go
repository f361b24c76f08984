package shipped

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"qantar/seeds"
	"qantar/store"
	"qantar/store/collection"
	"qantar/store/sqlite"

	"github.com/paulmach/orb"
)

func TestOnMap(t *testing.T) {
	options, err := OnMap()
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		at   orb.Point
		want string
	}{
		"a city":           {orb.Point{76.95, 43.25}, "KZ"},
		"a border town":    {orb.Point{74.59, 42.87}, "KG"},
		"the open sea":     {orb.Point{-30, 40}, ""},
		"swapped":          {orb.Point{43.25, 76.95}, ""},
		"across the water": {orb.Point{51.15, 43.64}, "KZ"},
	} {
		if got := options.Country(tt.at[0], tt.at[1]); got != tt.want {
			t.Errorf("%s lies in %q, want %q", name, got, tt.want)
		}
	}
	bound, ok := options.Area("KZ")
	if near := (orb.Bound{Min: orb.Point{46.4, 40.5}, Max: orb.Point{87.4, 55.5}}); !ok || !near.Pad(0.2).Contains(bound.Min) || !bound.Pad(0.2).Contains(near.Max) {
		t.Errorf("Kazakhstan's bound is %v", bound)
	}
	if _, ok := options.Area("XX-YY"); ok {
		t.Error("an area that is not on the map has a bound")
	}
}

// A box in the east of the country meets what holds over the whole of it.
func TestAreasAreFoundInTheirOutline(t *testing.T) {
	c, err := Read(seeds.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	var country string
	for _, p := range c.Places {
		if p.IsArea() && p.Outline == (orb.Bound{}) {
			t.Errorf("%s has no outline", p.ID)
		}
		if p.Area == "KZ" {
			country = p.ID
		}
	}
	path := filepath.Join(t.TempDir(), "x.qantar")
	if err := sqlite.Build(t.Context(), path, c); err != nil {
		t.Fatal(err)
	}
	db, err := sqlite.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	east := orb.Bound{Min: orb.Point{85, 48}, Max: orb.Point{86, 49}} // beyond every place of the collection
	events, err := db.Events(t.Context(), store.Query{Bound: &east, Places: []string{country}})
	if err != nil || len(events) == 0 {
		t.Errorf("%d events, %v", len(events), err)
	}
}

func TestReadProblems(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "places.yaml"), []byte("nothing"), 0o644); err != nil {
		t.Fatal(err)
	}
	var problems collection.Problems
	if _, err := Read(os.DirFS(folder)); !errors.As(err, &problems) {
		t.Errorf("error %v", err)
	}
}
