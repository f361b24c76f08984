package collection

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"qantar/store"
	"qantar/store/documents"
	"qantar/store/when"

	"github.com/paulmach/orb"
)

// small copies the small collection into memory, to be changed by a test.
func small(tb testing.TB) fstest.MapFS {
	tb.Helper()
	files := fstest.MapFS{}
	root := os.DirFS("testdata/small")
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(root, name)
		files[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return files
}

// replace changes the first such text in a file, which must be there.
func replace(tb testing.TB, files fstest.MapFS, name, old, new string) {
	tb.Helper()
	text := string(files[name].Data)
	if !strings.Contains(text, old) {
		tb.Fatalf("%s does not hold %q", name, old)
	}
	files[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, new, 1))}
}

func TestRead(t *testing.T) {
	c, err := Read(small(t))
	if err != nil {
		t.Fatal(err)
	}
	zone, err := when.Zone("Asia/Aqtau")
	if err != nil {
		t.Fatal(err)
	}
	rally, emergency := c.Events[0], c.Events[1]
	if rally.ID != "rally" || rally.Title != (store.Text{En: "A rally", Ru: "Митинг"}) {
		t.Errorf("the first event is %+v", rally)
	}
	if got := rally.When.Start(zone).Format(time.RFC3339); got != "2022-01-02T00:00:00+05:00" {
		t.Errorf("the rally in Aktau starts %s", got)
	}
	want := store.Event{
		ID: "emergency", Title: store.Text{En: "A state of emergency"}, Summary: store.Text{En: "It holds in one city at first."},
		Kind: store.Happening, Category: "law", Importance: 2, When: emergency.When, WhenNote: store.Text{En: "Two days are named."},
		Place: "almaty", PlaceNote: store.Text{En: "Not named."}, Inferred: true, Areas: []string{"kazakhstan"}, Condition: true, People: []string{"speaker"},
		Reports: []store.Report{{Source: "paper", Paragraphs: []int{1, 3}, AttributedTo: "The paper's own account", Note: store.Text{En: "Says so."}}},
	}
	if !reflect.DeepEqual(emergency, want) || emergency.When.Nature != when.OneOf {
		t.Errorf("got %+v, want %+v", emergency, want)
	}
	if p := c.Places[1]; p.Point != (orb.Point{76.93, 43.25}) || p.RadiusM != 15000 || p.GeoNames != 1526384 || p.Parent != "kazakhstan" || p.Aliases[0] != "Alma-Ata" {
		t.Errorf("Almaty is %+v", p)
	}
	if c.Home != (store.View{Lon: 67.5, Lat: 48.2, Zoom: 4.3}) || c.TimeZone != "Asia/Almaty" || len(c.Categories) != 2 || len(c.People) != 1 || c.Sources[0].Paragraphs != 3 {
		t.Errorf("the collection is %+v", c)
	}
}

func TestHash(t *testing.T) {
	files := small(t)
	c, err := Read(files)
	if err != nil {
		t.Fatal(err)
	}
	hash, err := Hash(files)
	if err != nil || hash != c.Hash || len(hash) != 64 {
		t.Fatalf("hash %s, %v; the collection's is %s", hash, err, c.Hash)
	}
	files["README.md"] = &fstest.MapFile{Data: []byte("Not part of it")}
	if other, _ := Hash(files); other != hash {
		t.Error("a file that is not part of the collection changes its hash")
	}
	files["events/03.yaml"] = files["events/02.yaml"]
	delete(files, "events/02.yaml")
	if other, _ := Hash(files); other == hash {
		t.Error("another file name gives the same hash")
	}
}

// change is one thing made wrong in the small collection and the one problem
// that it should give.
type change struct {
	name, file, old, new string
	want                 string // file:line:column: what
}

var changes = []change{
	{"no field", "people.yaml", "  role: \"Speaker\"\n", "", "people.yaml:1:3: role is missing"},
	{"unknown field", "people.yaml", "role:", "rôle: x\n  role:", `people.yaml:3:3: the field "rôle" is not known`},
	{"field twice", "people.yaml", "role:", "role: x\n  role:", `people.yaml:4:3: the field "role" stands twice`},
	{"wrong type", "events/02.yaml", "when: 2022-01-02", "when: 2022", "events/02.yaml:6:9: when is of type number, not string; write a time in EDTF between quotes"},
	{"not one of", "events/02.yaml", "kind: happening", "kind: party", `events/02.yaml:3:9: kind is "party"; use one of happening statement`},
	{"number out of range", "events/02.yaml", "importance: 1", "importance: 4", `events/02.yaml:5:15: importance is "4"; use one of 1 2 3`},
	{"id with capitals", "people.yaml", "id: speaker", "id: Speaker", `people.yaml:1:7: id is "Speaker"; write an id as lower-case letters`},
	{"title too long", "events/02.yaml", "A rally", strings.Repeat("x", 121), "events/02.yaml:2:15: en: maxLength: got 121, want 120; write 1 to 120 characters"},
	{"title empty", "events/01.yaml", `"A state of emergency"`, `""`, "events/01.yaml:2:10: title: minLength"},
	{"no English", "events/02.yaml", `en: "A rally", `, "", "events/02.yaml:2:10: en is missing in title"},
	{"no Kazakh name", "people.yaml", `kk: "Сөйлеуші", `, "", "people.yaml:2:9: kk is missing in name"},
	{"no report", "events/02.yaml", "reports:", "reports: []\n  x:", "events/02.yaml:8:12: reports: minItems"},
	{"report without paragraph", "events/02.yaml", "paragraphs: [2]", "paragraphs: []", "events/02.yaml:10:19: paragraphs: minItems"},
	{"nobody says it", "events/02.yaml", `"An agency"`, `""`, "events/02.yaml:11:22: attributed_to"},
	{"time that is none", "events/02.yaml", "when: 2022-01-02", "when: 2022-02-30", `events/02.yaml:6:9: cannot read the time "2022-02-30"`},
	{"uncertain without a ground", "events/02.yaml", "when: 2022-01-02", "when: 2022-01-02?", "events/02.yaml:6:9: the time 2022-01-02? is not plain"},
	{"one of without a ground", "events/01.yaml", "  when_note: \"Two days are named.\"\n", "", "events/01.yaml:9:9: the time [2022-01-05..2022-01-06] is not plain"},
	{"category not there", "events/02.yaml", "category: protest", "category: protests-all", `events/02.yaml:4:13: no category has the id "protests-all"; use an id`},
	{"place not there", "events/02.yaml", "place: aktau", "place: aktau-city", `events/02.yaml:7:10: no place has the id "aktau-city"; use aktau from places.yaml`},
	{"person not there", "events/01.yaml", "people: [speaker]", "people: [someone]", `events/01.yaml:16:12: no person has the id "someone"`},
	{"source not there", "events/02.yaml", "source: paper", "source: radio", `events/02.yaml:9:15: no source has the id "radio"`},
	{"paragraph not there", "events/01.yaml", "[1, 3]", "[1, 4]", "events/01.yaml:19:23: paragraph 4 does not exist: paper has 3"},
	{"paragraph twice", "events/01.yaml", "[1, 3]", "[1, 1]", "events/01.yaml:19:19: paragraphs"},
	{"source twice", "events/02.yaml", "    - source", "    - {source: paper, paragraphs: [1], attributed_to: x}\n    - source", "events/02.yaml:10:15: paper reports this event twice"},
	{"id twice", "events/02.yaml", "id: rally", "id: emergency", `events/02.yaml:1:7: the id "emergency" is taken already (events/01.yaml:1)`},
	{"area that is a point", "events/01.yaml", "areas: [kazakhstan]", "areas: [aktau]", "events/01.yaml:14:11: aktau is a point, not an area"},
	{"condition nowhere", "events/01.yaml", "  areas: [kazakhstan]\n", "", "events/01.yaml:14:14: the condition holds over no area"},
	{"point without radius", "places.yaml", "  radius_m: 8000\n", "", "places.yaml:21:3: a city needs a radius"},
	{"point with area", "places.yaml", "radius_m: 8000", "radius_m: 8000\n  area: KZ-MAN", "places.yaml:27:9: a city has a radius, not an area"},
	{"area without code", "places.yaml", "  area: KZ\n", "", "places.yaml:1:3: a country needs an area"},
	{"area with radius", "places.yaml", "area: KZ", "area: KZ\n  radius_m: 5", "places.yaml:7:13: a country has an area, not a radius"},
	{"area of another country", "places.yaml", "area: KZ", "area: KG", "places.yaml:6:9: the area KG of a country is not its country KZ"},
	{"parent not there", "places.yaml", "parent: kazakhstan", "parent: atlantis", `places.yaml:17:11: no place has the id "atlantis"`},
	{"parent of itself", "places.yaml", "parent: kazakhstan", "parent: almaty", "places.yaml:17:11: the parents of almaty go in a circle"},
	{"zone not there", "places.yaml", "time_zone: Asia/Aqtau", "time_zone: Asia/Atlantis", "places.yaml:29:14: the time zone is not known"},
	{"latitude off the map", "places.yaml", "lat: 43.65", "lat: 436.5", "places.yaml:25:8: lat: maximum"},
	{"not a number", "places.yaml", "lat: 43.65", "lat: .nan", `places.yaml:25:8: ".nan" is neither`},
	{"open window", "collection.yaml", "2022-01-01/2022-01-09", "2022-01-01/..", "collection.yaml:6:9: the window has an open end"},
	{"shape twice", "collection.yaml", "shape: hexagon", "shape: circle", "collection.yaml:12:55: the shape circle is that of category protest too"},
	{"title not in a language", "collection.yaml", "languages: [en]", "languages: [en, ru]", "events/01.yaml:2:10: the title is not given in ru"},
	{"checksum that is none", "sources.yaml", "sha256: ", "sha256: x", "sources.yaml:3:11: sha256 is"},
	{"file in a folder", "sources.yaml", "file: paper.txt", "file: ../paper.txt", "sources.yaml:2:9: file is"},
	{"broken YAML", "people.yaml", "name: {", "name: [", "people.yaml:1:1: not YAML"},
	{"tab", "people.yaml", "  role", "\trole", "people.yaml:"},
	{"alias", "people.yaml", `"Speaker"`, "*x", "people.yaml:"},
	{"anchor", "people.yaml", `"Speaker"`, "&x y", "people.yaml:3:9: anchors"},
	{"tag", "people.yaml", `"Speaker"`, "!!binary aGk=", "people.yaml:3:9: "},
	{"control character", "people.yaml", `"Speaker"`, `"a\u001bb"`, "people.yaml:3:9: the text holds the invisible character U+001B"},
	{"turned writing", "people.yaml", `"Speaker"`, `"a\u202Eb"`, "people.yaml:3:9: the text holds the invisible character U+202E"},
	{"second document", "people.yaml", "- id", "- id: x\n---\n- id", "people.yaml:2:1: the file has a second document"},
	{"not UTF-8", "people.yaml", "Speaker", "Speak\xffer", "people.yaml: the file is not UTF-8"},
	{"endless list", "people.yaml", `"Speaker"`, "[" + strings.Repeat("1,", 2*maxItems+1) + "]", "people.yaml:3:9: the list has more than 5000 entries"},
	{"deep", "people.yaml", `"Speaker"`, strings.Repeat("[", 40) + strings.Repeat("]", 40), "people.yaml:3:"},
}

func TestCheckFinds(t *testing.T) { wantProblems(t, changes) }

// wantProblems makes each change alone and looks for its problem.
func wantProblems(t *testing.T, changes []change) {
	t.Helper()
	for _, tt := range changes {
		t.Run(tt.name, func(t *testing.T) {
			files := small(t)
			replace(t, files, tt.file, tt.old, tt.new)
			problems := Check(files, Options{}).Problems
			if !slices.ContainsFunc(problems, func(p Problem) bool { return strings.HasPrefix(p.Error(), tt.want) }) {
				t.Errorf("got:\n%v\nwant %s", problems, tt.want)
			}
			for _, p := range problems {
				if p.What == "" || p.Do == "" {
					t.Errorf("the problem %+v does not say what is wrong and what to do", p)
				}
			}
		})
	}
}

func TestCheckFiles(t *testing.T) {
	tests := []struct {
		name string
		harm func(fstest.MapFS)
		want string
	}{
		{"missing file", func(f fstest.MapFS) { delete(f, "people.yaml") }, "people.yaml: the file cannot be opened"},
		{"no events", func(f fstest.MapFS) { delete(f, "events/01.yaml"); delete(f, "events/02.yaml") }, "events: the folder cannot be read"},
		{"stray file", func(f fstest.MapFS) { f["place.yaml"] = f["places.yaml"] }, "place.yaml: the file has no part in a collection"},
		{"stray story", func(f fstest.MapFS) { f["stories/notes.yml"] = f["stories/01-rally.yaml"] }, "stories/notes.yml: the file has no part"},
		{"other ending", func(f fstest.MapFS) { f["events/03.yml"] = f["events/01.yaml"] }, "events/03.yml: the file has no part"},
		{"empty file", func(f fstest.MapFS) { f["people.yaml"] = &fstest.MapFile{} }, "people.yaml: the file is empty"},
		{"huge file", func(f fstest.MapFS) { f["people.yaml"] = &fstest.MapFile{Data: make([]byte, maxFileBytes+1)} }, "people.yaml: the file is larger than 4 MB"},
		{"too many files", func(f fstest.MapFS) {
			for i := range maxFiles {
				f[fmt.Sprintf("events/%04d.yaml", i)] = f["events/01.yaml"]
			}
		}, "events: the folder holds more than 500 files"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			files := small(t)
			tt.harm(files)
			_, err := Read(files)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
			var one Problem
			if !errors.As(err, &one) {
				t.Errorf("the error %T holds no Problem", err)
			}
		})
	}
}

// A file that cannot be read does not make the ids in it unknown.
func TestCheckBrokenFile(t *testing.T) {
	files := small(t)
	replace(t, files, "places.yaml", "id: almaty", "id: [almaty")
	if problems := Check(files, Options{}).Problems; len(problems) != 1 || problems[0].File != "places.yaml" {
		t.Errorf("got %v", problems)
	}
}

// All problems come at once, in the order in which they stand.
func TestCheckFindsAll(t *testing.T) {
	files := small(t)
	replace(t, files, "events/02.yaml", "kind: happening", "kind: party")
	replace(t, files, "events/02.yaml", "paragraphs: [2]", "paragraphs: [7, 2]")
	replace(t, files, "places.yaml", "lat: 43.65", "lat: north")
	problems := Check(files, Options{}).Problems
	var at []string
	for _, p := range problems {
		at = append(at, fmt.Sprintf("%s:%d", p.File, p.Line))
	}
	if want := []string{"events/02.yaml:3", "events/02.yaml:10", "places.yaml:25"}; !slices.Equal(at, want) {
		t.Errorf("got %v, want %v", problems, want)
	}
}

func TestCheckCountry(t *testing.T) {
	country := func(lon, lat float64) string {
		if lon > 76 {
			return "KG"
		}
		return "KZ"
	}
	area := func(code string) (orb.Bound, bool) { return orb.Bound{Max: orb.Point{1, 2}}, code == "KZ" }
	result := Check(small(t), Options{Country: country, Area: area})
	if want := "places.yaml:13:8: the point 76.93, 43.25 (longitude, latitude) lies in KG, not in KZ"; len(result.Problems) != 1 || !strings.HasPrefix(result.Problems.Error(), want) {
		t.Errorf("got %v, want %s", result.Problems, want)
	}
	if !result.CountriesChecked || Check(small(t), Options{}).CountriesChecked {
		t.Error("the result does not tell whether countries were checked")
	}
	if got := result.Collection.Places[0].Outline.Max; got != (orb.Point{1, 2}) {
		t.Errorf("the outline ends at %v", got)
	}
}

func TestCheckDocuments(t *testing.T) {
	documents := os.DirFS("testdata/documents")
	tests := []struct {
		name, old, new, want string
	}{
		{"as they are", "", "", ""},
		{"another checksum", "sha256: ", "sha256: 0000", "sources.yaml:3:11: "},
		{"another count", "paragraphs: 3", "paragraphs: 4", "sources.yaml:13:15: the document has 3 paragraphs, not 4"},
		{"no such file", "paper.txt", "radio.txt", "sources.yaml:2:9: the document radio.txt cannot be read"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			files := small(t)
			replace(t, files, "sources.yaml", tt.old, tt.new)
			result := Check(files, Options{Documents: documents})
			if got := result.Problems.Error(); !strings.HasPrefix(got, tt.want) || (tt.want == "") != (got == "") || !result.DocumentsChecked {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestCountParagraphs(t *testing.T) {
	tests := map[string]int{
		"": 0, "\n": 0, "a": 1, "a\n": 1, "a\n\nb": 2, " \n": 1, "\t\n\r\n": 2, "ё\n\n\nқ\n": 2, "\xff\n": 0, "\xffa\n": 1, "\ufffd\n": 1,
	}
	grep, err := exec.LookPath("grep")
	for text, want := range tests {
		t.Run(fmt.Sprintf("%q", text), func(t *testing.T) {
			if got := len(documents.Paragraphs([]byte(text))); got != want {
				t.Errorf("got %d, want %d", got, want)
			}
			if err != nil {
				t.Skip("no grep here to compare with")
			}
			if got := grepCount(t, grep, text); got != fmt.Sprint(want) {
				t.Errorf("grep -c . says %s, want %d", got, want)
			}
		})
	}
}

func grepCount(t *testing.T, grep, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "text")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	command := exec.Command(grep, "-a", "-c", ".", path)
	command.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	out, _ := command.Output() // grep fails when it counts 0
	return strings.TrimSpace(string(out))
}

// The schemas name the kinds that the program knows.
func TestSchemaKinds(t *testing.T) {
	wantEnum(t, "events.json", "kind", store.Kinds)
	wantEnum(t, "figures.json", "qualifier", store.Qualifiers)
	wantEnum(t, "disagreements.json", "kind", store.Differences)
	wantEnum(t, "stories.json", "mode", store.SceneModes)
}

func wantEnum[T ~string](t *testing.T, file, field string, values []T) {
	t.Helper()
	text, err := schemaFiles.ReadFile("schema/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var quoted []string
	for _, value := range values {
		quoted = append(quoted, fmt.Sprintf("%q", value))
	}
	if want := fmt.Sprintf("%q: { \"enum\": [%s] }", field, strings.Join(quoted, ", ")); !strings.Contains(string(text), want) {
		t.Errorf("%s does not hold %s", file, want)
	}
}

func FuzzCheck(f *testing.F) {
	once := slices.Concat(single, optional, []string{storyFile})
	for name, file := range small(f) {
		f.Add(slices.Index(once, name), file.Data)
	}
	f.Add(-1, []byte("a: &a [*a, *a]\n"))
	f.Add(1, []byte("- {id: x, sha256: !!binary x, paragraphs: 1e999}\n? [a]\n: b"))
	base, documents := small(f), os.DirFS("testdata/documents")
	f.Fuzz(func(t *testing.T, which int, text []byte) {
		name := "events/01.yaml"
		if which >= 0 && which < len(once) {
			name = once[which]
		}
		files := fstest.MapFS{}
		for other, file := range base {
			files[other] = file
		}
		files[name] = &fstest.MapFile{Data: text}
		result := Check(files, Options{Documents: documents})
		for _, p := range result.Problems {
			if p.File == "" || p.What == "" || p.Do == "" || p.Line < 0 {
				t.Errorf("problem %+v", p)
			}
		}
		if len(result.Problems) == 0 && (result.Collection.ID == "" || len(result.Collection.Events) == 0) {
			t.Error("a collection with no id or no events has no problems")
		}
	})
}

func BenchmarkRead(b *testing.B) {
	files := small(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(files); err != nil {
			b.Fatal(err)
		}
	}
}
