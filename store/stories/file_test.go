package stories

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"qantar/seeds"
	"qantar/store"
	"qantar/store/collection"
	"qantar/store/when"
)

// shipped are the stories that Qantar ships, and the zone of their times.
func shipped(t testing.TB) ([]store.Story, *time.Location) {
	t.Helper()
	c, err := collection.Read(seeds.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	zone, err := when.Zone(c.TimeZone)
	if err != nil {
		t.Fatal(err)
	}
	return c.Stories, zone
}

func open(t testing.TB, path string, zone *time.Location) (*File, []store.Story, *Note) {
	t.Helper()
	f, stories, note, err := Open(path, zone)
	if err != nil {
		t.Fatal(err)
	}
	return f, stories, note
}

func save(t testing.TB, f *File, stories []store.Story) *Note {
	t.Helper()
	note, err := f.Save(stories)
	if err != nil {
		t.Fatal(err)
	}
	return note
}

func titles(stories []store.Story) string {
	var all []string
	for _, s := range stories {
		all = append(all, s.ID)
	}
	return strings.Join(all, " ")
}

func names(t testing.TB, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return strings.Join(all, " ")
}

func TestSaveAndOpen(t *testing.T) {
	all, zone := shipped(t)
	path := filepath.Join(t.TempDir(), "a folder", "stories", "x.yaml")
	f, none, note := open(t, path, zone)
	if len(none) != 0 || note != nil {
		t.Fatalf("at first there are %v, %v", none, note)
	}
	for _, stories := range [][]store.Story{all[:1], all, all[1:], nil, all} {
		if note := save(t, f, stories); note != nil {
			t.Errorf("saving says %v", note)
		}
		_, got, note := open(t, path, zone)
		if note != nil || len(got) != len(stories) || len(got) > 0 && !reflect.DeepEqual(got, stories) {
			t.Errorf("read %s, wrote %s; %v", titles(got), titles(stories), note)
		}
	}
	if got := names(t, filepath.Dir(path)); got != "x.yaml x.yaml.before" {
		t.Errorf("the folder holds %s", got)
	}
}

// A user's random stories come back as they were.
func TestRandomStoriesComeBack(t *testing.T) {
	all, zone := shipped(t)
	r := rand.New(rand.NewPCG(1, 2))
	path := filepath.Join(t.TempDir(), "x.yaml")
	f, _, _ := open(t, path, zone)
	for range 60 {
		stories := randomStories(r, all)
		save(t, f, stories)
		if _, got, _ := open(t, path, zone); !reflect.DeepEqual(got, stories) {
			t.Fatalf("read  %+v\nwrote %+v", got, stories)
		}
	}
}

// randomStories mixes scenes and gives them texts that YAML could take wrongly.
func randomStories(r *rand.Rand, from []store.Story) []store.Story {
	words := []string{"", "yes", "null", "~", "1.5", "2022-01-05", "- a", "a: b", "# c", "'", `"`, "'\"\\", "a\n\nb", "a\n  b\n c", "{x}", "[y", "*z", "&z", "!z", "|", ">", "%", "@", "`", "…", "Қазақ тілі", "a\tb", "?", ": :", "a #b", "\u00a0x", "😀"}
	text := func() store.Text {
		word := func() string { return words[r.IntN(len(words))] }
		return store.Text{En: word(), Kk: word(), Ru: word()}
	}
	stories := make([]store.Story, 1+r.IntN(4))
	for i := range stories {
		s := &stories[i]
		*s = store.Story{ID: "story-" + strconv.Itoa(i), Title: text(), Summary: text()}
		for j := range r.IntN(6) {
			scenes := from[r.IntN(len(from))].Scenes
			scene := scenes[r.IntN(len(scenes))]
			scene.ID, scene.Caption, scene.Notes, scene.Stay = "scene-"+strconv.Itoa(j), text(), text(), r.IntN(100)
			scene.View = store.View{Lon: r.Float64()*360 - 180, Lat: r.Float64()*170 - 85, Zoom: r.Float64() * 20}
			scene.Questions = nil
			for range r.IntN(3) {
				scene.Questions = append(scene.Questions, store.Text{Ru: "x"}.With(store.Kazakh, strings.TrimSpace(text().Kk)))
			}
			s.Scenes = append(s.Scenes, scene)
		}
		trim(s)
	}
	return stories
}

// trim takes away the space around texts, as reading does.
func trim(s *store.Story) {
	tidy := func(t *store.Text) {
		for _, lang := range store.Langs {
			*t = t.With(lang, strings.TrimSpace(t.Only(lang)))
		}
	}
	tidy(&s.Title)
	tidy(&s.Summary)
	for i := range s.Scenes {
		tidy(&s.Scenes[i].Caption)
		tidy(&s.Scenes[i].Notes)
	}
}

func TestDamagedFileIsSetAside(t *testing.T) {
	all, zone := shipped(t)
	for name, damage := range map[string]string{
		"no YAML": "id: [", "zeros": "\x00\x00\x00\x00", "empty": "", "not a story": "hello: world\n", "not UTF-8": "id: \xff",
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.yaml")
			f, _, _ := open(t, path, zone)
			save(t, f, all[:1])
			save(t, f, all[:2])
			write(t, path, damage)
			again, got, note := open(t, path, zone)
			if titles(got) != titles(all[:1]) || note == nil || note.Kind != Restored || note.Reason == nil {
				t.Fatalf("read %q, %v", titles(got), note)
			}
			if text, err := os.ReadFile(note.Aside); err != nil || string(text) != damage {
				t.Errorf("aside stands %q, %v", text, err)
			}
			if !strings.Contains(note.Error(), note.Aside) || !strings.Contains(note.Error(), "set aside") {
				t.Errorf("the note says %q", note)
			}
			if note := save(t, again, all); note != nil {
				t.Errorf("saving says %v", note)
			}
			if _, got, note := open(t, path, zone); titles(got) != titles(all) || note != nil {
				t.Errorf("afterwards there are %q, %v", titles(got), note)
			}
		})
	}
}

func TestDamagedFileWithNoVersionBefore(t *testing.T) {
	_, zone := shipped(t)
	path := filepath.Join(t.TempDir(), "x.yaml")
	write(t, path, "{")
	_, got, note := open(t, path, zone)
	if len(got) != 0 || note == nil || note.Kind != Damaged {
		t.Errorf("read %v, %v", got, note)
	}
}

func TestMissingFileIsRestored(t *testing.T) {
	all, zone := shipped(t)
	path := filepath.Join(t.TempDir(), "x.yaml")
	f, _, _ := open(t, path, zone)
	save(t, f, all[:1])
	save(t, f, all)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if _, got, note := open(t, path, zone); titles(got) != titles(all[:1]) || note == nil || note.Kind != Missing {
		t.Errorf("read %q, %v", titles(got), note)
	}
}

// What someone else has written is never lost, whether it is sound or not.
func TestChangedFileIsSetAside(t *testing.T) {
	all, zone := shipped(t)
	path := filepath.Join(t.TempDir(), "x.yaml")
	one, _, _ := open(t, path, zone)
	other, _, _ := open(t, path, zone)
	save(t, one, all[:1])
	note := save(t, other, all[1:])
	if note == nil || note.Kind != Changed {
		t.Fatalf("saving over another's file says %v", note)
	}
	if _, got, _ := open(t, note.Aside, zone); titles(got) != titles(all[:1]) {
		t.Errorf("aside stand %q", titles(got))
	}
	if note := save(t, other, all); note != nil {
		t.Errorf("saving again says %v", note)
	}
	one.now = other.now
	asides := map[string]bool{note.Aside: true}
	for i := range 3 { // in one second
		write(t, path, "mine "+strconv.Itoa(i))
		note := save(t, one, all[:1+i%2])
		if note == nil || asides[note.Aside] {
			t.Fatalf("note %v", note)
		}
		asides[note.Aside] = true
		if text, err := os.ReadFile(note.Aside); err != nil || string(text) != "mine "+strconv.Itoa(i) {
			t.Errorf("aside stands %q, %v", text, err)
		}
	}
}

func TestSaveFails(t *testing.T) {
	all, zone := shipped(t)
	blocked := filepath.Join(t.TempDir(), "a file, not a folder")
	write(t, blocked, "")
	f, _, _, err := Open(filepath.Join(blocked, "x.yaml"), zone)
	if f == nil {
		t.Fatalf("there is nothing to keep stories with: %v", err)
	}
	if _, err := f.Save(all); err == nil {
		t.Error("saving into a file as a folder succeeds")
	}
	if err := os.Remove(blocked); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Save(all); err != nil {
		t.Errorf("with the way free again, saving fails: %v", err)
	}
}

// What could not be read again leaves the file as it was, and nothing beside it.
func TestSaveRefusesWhatCannotBeRead(t *testing.T) {
	all, zone := shipped(t)
	path := filepath.Join(t.TempDir(), "x.yaml")
	f, _, _ := open(t, path, zone)
	save(t, f, all)
	bad := all[0]
	bad.Title = store.Text{En: strings.Repeat("x", store.MaxTitle+1)}
	var problems collection.Problems
	if _, err := f.Save([]store.Story{bad}); !errors.As(err, &problems) {
		t.Errorf("saving says %v", err)
	}
	if _, got, _ := open(t, path, zone); titles(got) != titles(all) || names(t, filepath.Dir(path)) != "x.yaml" {
		t.Errorf("left are %q in %s", titles(got), names(t, filepath.Dir(path)))
	}
}

func write(t testing.TB, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func BenchmarkSave(b *testing.B) {
	all, zone := shipped(b)
	f, _, _ := open(b, filepath.Join(b.TempDir(), "x.yaml"), zone)
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		all[0].Scenes[0].Stay = 1 + n%100
		save(b, f, all)
	}
}
