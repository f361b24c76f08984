package stories

import (
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"qantar/seeds"
	"qantar/store"
	"qantar/store/collection"
	"qantar/store/sqlite"
)

// built builds a collection into a file and opens it.
func built(t *testing.T, c *store.Collection) *sqlite.DB {
	t.Helper()
	path := filepath.Join(t.TempDir(), "c.qantar")
	if err := sqlite.Build(t.Context(), path, c); err != nil {
		t.Fatal(err)
	}
	db, err := sqlite.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func shippedCollection(t *testing.T) *store.Collection {
	t.Helper()
	c, err := collection.Read(seeds.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestExportAndImportYAML(t *testing.T) {
	all, zone := shipped(t)
	path := filepath.Join(t.TempDir(), "story.yaml")
	if err := Export(path, all[1:2], zone); err != nil {
		t.Fatal(err)
	}
	got, err := Import(t.Context(), path, "any", zone)
	if err != nil || !reflect.DeepEqual(got, all[1:2]) {
		t.Errorf("%v: got %+v", err, got)
	}
	write(t, path, "id: x\nscenes:\n- 1\n")
	if _, err := Import(t.Context(), path, "any", zone); err == nil || !strings.Contains(err.Error(), "story.yaml:3:3") {
		t.Errorf("a problem is told as %v", err)
	}
}

func TestExportAndImportInside(t *testing.T) {
	c := shippedCollection(t)
	_, zone := shipped(t)
	db := built(t, c)
	own := slices.Clone(c.Stories[:2]) // one with the id of a shipped one
	own[1].ID, own[1].Title = "mine", store.Text{Kk: "Менің хикаям"}
	own[1].Scenes = slices.Clone(own[1].Scenes)
	own[1].Scenes[0].Highlights = append([]string{"gone-event"}, own[1].Scenes[0].Highlights...)
	path := filepath.Join(t.TempDir(), "with mine.qantar")
	if err := ExportInside(t.Context(), path, db, own); err != nil {
		t.Fatal(err)
	}
	copied, err := sqlite.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer copied.Close()
	if err := copied.Verify(t.Context()); err != nil {
		t.Error(err)
	}
	if copied.Hash() == db.Hash() {
		t.Error("the copy has the hash of the collection, though it holds more")
	}
	inside, err := copied.Collection(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if want := titles(c.Stories) + " " + c.Stories[0].ID + "-2 mine"; titles(inside.Stories) != want {
		t.Errorf("inside are %q, want %q", titles(inside.Stories), want)
	}
	if !reflect.DeepEqual(inside.Events, c.Events) {
		t.Error("the events are not those of the collection")
	}
	got, err := Import(t.Context(), path, c.ID, zone)
	if err != nil || !reflect.DeepEqual(got, inside.Stories) {
		t.Errorf("%v: the stories that come out are not those inside", err)
	}
	if _, err := Import(t.Context(), path, "another", zone); err == nil || !strings.Contains(err.Error(), c.ID) {
		t.Errorf("those of another collection come with %v", err)
	}
	if err := ExportInside(t.Context(), db.Path(), db, own); err == nil {
		t.Error("the collection that is open is written over")
	}
}

// A user's stories stay when the collection is built anew, with or without the
// events that they name.
func TestStoriesSurviveARebuild(t *testing.T) {
	c := shippedCollection(t)
	all, zone := shipped(t)
	folder := t.TempDir()
	store1 := filepath.Join(folder, "c.qantar")
	f, _, _ := open(t, filepath.Join(folder, "stories", c.ID+".yaml"), zone)
	save(t, f, all)
	for _, hash := range []string{"one", "two"} {
		c.Hash = hash
		db, err := sqlite.Ensure(t.Context(), store1, hash, func() (*store.Collection, error) { return c, nil })
		if err != nil {
			t.Fatal(err)
		}
		if _, got, note := open(t, f.Path(), zone); !reflect.DeepEqual(got, all) || note != nil {
			t.Errorf("after building %q: %s, %v", hash, titles(got), note)
		}
		lacks := Lacking(c, func(id string) bool { at, _ := db.Position(id); return at >= 0 })
		gone := all[0].Scenes[0].Highlights[0]
		if hash == "two" {
			if got := lacks.Of(&all[0].Scenes[0]); !slices.Equal(got, []string{gone}) {
				t.Errorf("lacking are %q, want %q", got, gone)
			}
		} else if got := lacks.Of(&all[0].Scenes[0]); got != nil {
			t.Errorf("lacking are %q, and nothing is", got)
		}
		_ = db.Close()
		c.Events = slices.DeleteFunc(c.Events, func(e store.Event) bool { return e.ID == gone })
		c.Stories, c.Disagreements, c.Figures = nil, nil, nil
	}
}
