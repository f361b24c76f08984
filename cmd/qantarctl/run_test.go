package main

import (
	"bytes"
	"cmp"
	"database/sql"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"qantar/store"

	"github.com/adrg/xdg"
)

const (
	smallFolder = "../../store/collection/testdata/small"
	documents   = "../../store/collection/testdata/documents"
)

// ran is what a run of qantarctl gave.
type ran struct {
	code        int
	out, errors string
}

// qantarctl runs the program as main does.
func qantarctl(t *testing.T, args ...string) ran {
	t.Helper()
	var out, errors bytes.Buffer
	code := run(args, &out, &errors)
	return ran{code, out.String(), errors.String()}
}

func TestMain(m *testing.M) { os.Exit(inOwnDataFolder(m)) }

// inOwnDataFolder keeps the tests' stores away from the user's.
func inOwnDataFolder(m *testing.M) int {
	folder, err := os.MkdirTemp("", "qantarctl-test-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	os.Setenv("XDG_DATA_HOME", folder)
	xdg.Reload()
	return m.Run()
}

// smallStore builds the small collection of the tests.
func smallStore(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "small.qantar")
	if r := qantarctl(t, "build", smallFolder, path); r.code != exitDone || !strings.Contains(r.out, "2 events, 3 places, 1 sources") {
		t.Fatalf("%+v", r)
	}
	return path
}

func TestMisuse(t *testing.T) {
	path := smallStore(t)
	letter := filepath.Join(t.TempDir(), "letter.txt")
	if err := os.WriteFile(letter, []byte("Dear reader"), 0o644); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		args string
		want string
	}{
		{"", "build, check, export, list, render"},
		{"dance", `does not know "dance"`},
		{"--loud", "unknown flag: --loud"},
		{"list", "areas, differing, disagreements, events, figures, places, reports, sources, stories"},
		{"list people", `does not know "people"`},
		{"list events --loud", "unknown flag: --loud"},
		{"list events --json=maybe", "--json"},
		{"list events a b", "got 2 arguments"},
		{"list events nowhere.qantar", "nowhere.qantar does not exist"},
		{"list events " + letter, "is not a Qantar collection"},
		{"list events " + smallFolder, "is not a Qantar collection"},
		{"list events " + path + " --from yesterday", `cannot read the time "yesterday"`},
		{"list events " + path + " --to 2022-02-30", `cannot read the time "2022-02-30"`},
		{"list events " + path + " --from=", "cannot read the time"},
		{"list events " + path + " --from 2022-01-06 --to 2022-01-05", "is after --to"},
		{"list events " + path + " --category dance", "use one of law, protest"},
		{"list events " + path + " --place atlantis", "use one of aktau, almaty, kazakhstan"},
		{"list events " + path + " --source radio", "use one of paper"},
		{"list events " + path + " --kind party", "use one of analysis"},
		{"list events " + path + " --lang de", "use en, kk or ru"},
		{"check nowhere", "nowhere does not exist"},
		{"check " + letter, "is not a folder"},
		{"check " + smallFolder + " --documents nowhere", "nowhere does not exist"},
		{"check", "got 0 arguments"},
		{"build " + smallFolder, "got 1 arguments"},
		{"build nowhere x.qantar", "nowhere does not exist"},
		{"build " + smallFolder + " " + letter, "is not a Qantar collection"},
		{"build " + smallFolder + " nowhere/x.qantar", "the folder nowhere does not exist"},
	}
	for _, tt := range tests {
		t.Run(tt.args, func(t *testing.T) {
			r := qantarctl(t, strings.Fields(tt.args)...)
			if r.code != exitMisused || r.out != "" {
				t.Errorf("code %d, printed %q", r.code, r.out)
			}
			if !strings.Contains(r.errors, tt.want) || strings.Count(r.errors, "\n") != 1 || !strings.HasPrefix(r.errors, "qantarctl: ") {
				t.Errorf("said %q, want one line with %q", r.errors, tt.want)
			}
		})
	}
	if text, _ := os.ReadFile(letter); string(text) != "Dear reader" {
		t.Error("a letter was overwritten")
	}
}

func TestVersionAndHelp(t *testing.T) {
	for _, flag := range []string{"--version", "--help"} {
		if r := qantarctl(t, flag); r.code != exitDone || !strings.Contains(r.out, "qantarctl") || r.errors != "" {
			t.Errorf("%s: %+v", flag, r)
		}
	}
}

func TestCheck(t *testing.T) {
	t.Run("sound", func(t *testing.T) {
		r := qantarctl(t, "check", smallFolder, "--documents", documents)
		if r.code != exitDone || !strings.Contains(r.out, "no problems in 2 events") || strings.Contains(r.out, "--documents") {
			t.Errorf("%+v", r)
		}
	})
	t.Run("notes are no problems", func(t *testing.T) {
		folder := t.TempDir()
		if err := os.CopyFS(folder, os.DirFS(smallFolder)); err != nil {
			t.Fatal(err)
		}
		sources := filepath.Join(folder, "sources.yaml")
		text, err := os.ReadFile(sources)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(sources, bytes.Replace(text, []byte("paragraphs: 3"), []byte("paragraphs: 9"), 1), 0o644); err != nil {
			t.Fatal(err)
		}
		want := sources + ":13:15: note: no record cites these paragraphs of paper: 4-9;"
		if r := qantarctl(t, "check", folder); r.code != exitDone || !strings.Contains(r.out, want) || !strings.Contains(r.out, "no problems in 2 events, 3 places, 1 sources, 1 people, 3 figures, 1 disagreements, 1 stories") {
			t.Errorf("%+v", r)
		}
	})
	t.Run("documents not given", func(t *testing.T) {
		if r := qantarctl(t, "check", smallFolder); r.code != exitDone || !strings.Contains(r.out, "not checked: the documents") {
			t.Errorf("%+v", r)
		}
	})
	t.Run("problems", func(t *testing.T) {
		folder := t.TempDir()
		if err := os.CopyFS(folder, os.DirFS(smallFolder)); err != nil {
			t.Fatal(err)
		}
		people := filepath.Join(folder, "people.yaml")
		if err := os.WriteFile(people, []byte("- id: Speaker\n  name: x\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		out := filepath.Join(folder, "x.qantar")
		for _, r := range []ran{qantarctl(t, "check", folder), qantarctl(t, "build", folder, out)} {
			printed := r.out + r.errors
			if r.code != exitFailed || strings.Count(printed, "\n") < 3 || !strings.Contains(printed, people+":1:7: id is") {
				t.Errorf("%+v", r)
			}
		}
		if _, err := os.Stat(out); !os.IsNotExist(err) {
			t.Error("a collection with problems was built")
		}
	})
}

func TestListPlain(t *testing.T) {
	path := smallStore(t)
	tests := []struct {
		args, want string
	}{
		{"events", "DAY                             PLACE   TITLE                 SOURCES\n" +
			"2022-01-02                      Aktau   A rally               paper ¶2\n" +
			"2022-01-05 or up to 2022-01-06  Almaty  A state of emergency  paper ¶1,3\n"},
		{"events --lang ru --category protest", "DAY         PLACE  TITLE   SOURCES\n2022-01-02  Актау  Митинг  paper ¶2\n"},
		{"events --text nothing", "DAY  PLACE  TITLE  SOURCES\n"},
		{"reports --place aktau", "DAY         EVENT  SOURCE    ATTRIBUTED TO  NOTE\n2022-01-02  rally  paper ¶2  An agency      \n"},
		{"sources", "ID     PUBLISHER  TITLE       PUBLISHED   FILE       PARAGRAPHS\npaper  The Paper  As printed  2022-01-07  paper.txt  3\n"},
		{"figures", "AS OF             MEASURE  NUMBER               UNIT    PLACE   SOURCE    ATTRIBUTED TO\n" +
			"2022-01-02        crowd    at least 10 to 12.5  people  Aktau   paper ¶2  An agency\n" +
			"2022-01-05?       crowd    dozens               people  Almaty  paper ¶3  The paper's own account\n" +
			"2022-01-02 12:00  crowd    20                   people  Aktau   paper ¶2  The police\n"},
		{"figures --lang ru --to 2022-01-02T11:00", "AS OF       MEASURE  NUMBER               UNIT     PLACE  SOURCE    ATTRIBUTED TO\n" +
			"2022-01-02  crowd    at least 10 to 12.5  человек  Актау  paper ¶2  An agency\n"},
		{"disagreements", "ID        KIND                TOPIC          MEMBERS\nhow-many  different-accounts  How many came  rally paper ¶2, rally paper ¶2, emergency paper ¶1,3\n"},
		{"differing", "MEASURE  PLACE  FIGURES\ncrowd    Aktau  at least 10 to 12.5 (paper ¶2), 20 (paper ¶2)\n"},
		{"stories", "ID         TITLE      SCENE   SHOWS                                 MODE        CAPTION\n" +
			"the-rally  The rally  before  2022-01-01 00:00 to 2022-01-02 18:00  cumulative  A rally in Aktau\n" +
			"the-rally  The rally  after   2022-01-06 00:00 to 23:59             day         A state of emergency\n"},
		{"areas", "CODE  NAME        DAY                             EVENT\nKZ    Kazakhstan  2022-01-05 or up to 2022-01-06  emergency\n"},
		{"places --category protest", "ID     NAME   KIND  POSITION                  COUNTRY  INSIDE\naktau  Aktau  city  43.6500, 51.2000 ±8000 m  KZ       kazakhstan\n"},
	}
	for _, tt := range tests {
		t.Run(tt.args, func(t *testing.T) {
			args := append([]string{"list"}, strings.Fields(tt.args)...)
			r := qantarctl(t, append(args, path)...)
			if r.code != exitDone || r.out != tt.want {
				t.Errorf("%+v, want\n%s", r, tt.want)
			}
		})
	}
}

// A store from anyone must not steer the terminal.
func TestListPlainIsPrintable(t *testing.T) {
	path := smallStore(t)
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("UPDATE events SET title_en = 'a' || char(27) || '[2J' || char(10) || char(8238) || 'b'"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	r := qantarctl(t, "list", "events", path)
	if r.code != exitDone || strings.ContainsAny(r.out, "\x1b\u202e") || strings.Count(r.out, "\n") != 3 {
		t.Errorf("%+v", r)
	}
}

// eventFields is the order of an event's fields, which others rely on.
var eventFields = regexp.MustCompile(`(?s)"id".*"title".*"summary".*"kind".*"category".*"importance".*"when".*"earliest".*"latest".*` +
	`"place": \{\s*"id".*"name".*"kind".*"lat".*"lon".*"radius_m".*"country".*"area".*"reports": \[.*"source".*"file".*"paragraphs".*"attributed_to".*"note"`)

func TestListJSON(t *testing.T) {
	path := smallStore(t)
	r := qantarctl(t, "list", "events", path, "--json", "--category", "law")
	if r.code != exitDone || !eventFields.MatchString(r.out) {
		t.Fatalf("%+v", r)
	}
	var events []eventRow
	if err := json.Unmarshal([]byte(r.out), &events); err != nil {
		t.Fatal(err)
	}
	e := events[0]
	if e.Earliest != "2022-01-05T00:00:00+06:00" || e.Latest != "2022-01-06T23:59:59+06:00" || e.When != "[2022-01-05..2022-01-06]" {
		t.Errorf("%s: %s to %s", e.When, e.Earliest, e.Latest)
	}
	if e.Place != (eventPlace{"almaty", "Almaty", "city", 43.25, 76.93, 15000, "KZ", ""}) || e.Reports[0].File != "paper.txt" {
		t.Errorf("%+v", e)
	}
	for _, name := range []string{"events", "reports", "sources", "places", "stories"} {
		r := qantarctl(t, "list", name, path, "--json")
		var rows []map[string]any
		if err := json.Unmarshal([]byte(r.out), &rows); err != nil || len(rows) == 0 || strings.Contains(r.out, "null") {
			t.Errorf("%s: %v in %s", name, err, r.out)
		}
		if r := qantarctl(t, "list", name, path, "--json", "--text", "nothing"); r.out != "[]\n" {
			t.Errorf("%s that are not there: %q", name, r.out)
		}
	}
}

func TestListFiguresJSON(t *testing.T) {
	path := smallStore(t)
	tests := []struct{ args, want string }{
		{"figures", "crowd-10 crowd-many crowd-20"},
		{"figures --from 2022-01-05", "crowd-many"},
		{"figures --to 2022-01-02T05:00", "crowd-10"},
		{"figures --place kazakhstan", "crowd-10 crowd-many crowd-20"},
		{"figures --place almaty", "crowd-many"},
		{"figures --category protest", "crowd-10 crowd-20"},
		{"figures --category protest --place almaty", ""},
		{"figures --source paper --kind happening", "crowd-10 crowd-many crowd-20"},
		{"figures --text митинг", "crowd-10 crowd-20"},
		{"figures --text nothing", ""},
		{"disagreements", "how-many"},
		{"disagreements --place almaty --category law", "how-many"},
		{"disagreements --kind claim", ""},
		{"stories", "the-rally"},
		{"stories --text emergency", "the-rally"},
		{"stories --text nothing", ""},
		{"areas", "KZ"},
		{"areas --category protest", ""},
		{"differing --category protest", "crowd"},
		{"differing --category law", ""},
	}
	for _, tt := range tests {
		t.Run(tt.args, func(t *testing.T) {
			r := qantarctl(t, append([]string{"list", "--json", path}, strings.Fields(tt.args)...)...)
			var rows []struct{ ID, Code, Measure string }
			if err := json.Unmarshal([]byte(r.out), &rows); err != nil {
				t.Fatalf("%v: %+v", err, r)
			}
			var got []string
			for _, row := range rows {
				got = append(got, cmp.Or(row.ID, row.Code, row.Measure))
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
	r := qantarctl(t, "list", "figures", path, "--json", "--place", "almaty")
	for _, want := range []string{`"low": null`, `"high": null`, `"words": "dozens"`, `"file": "paper.txt"`, `"as_of": "2022-01-05?"`, `"as_of_latest": "2022-01-05T23:59:59+06:00"`, `"unit": "people"`} {
		if !strings.Contains(r.out, want) {
			t.Errorf("%s is not in %s", want, r.out)
		}
	}
}

func TestNumber(t *testing.T) {
	n := func(v float64) *float64 { return &v }
	tests := []struct {
		f    store.Figure
		want string
	}{
		{store.Figure{Low: n(20000), Qualifier: store.Exact}, "20000"},
		{store.Figure{Low: n(3706), Qualifier: store.MoreThan}, "more than 3706"},
		{store.Figure{Low: n(7), High: n(23.5), Qualifier: store.About}, "about 7 to 23.5"},
		{store.Figure{Low: n(1e12), Qualifier: store.UpTo}, "up to 1000000000000"},
		{store.Figure{Words: "dozens"}, "dozens"},
	}
	for _, tt := range tests {
		if got := number(&tt.f); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestListFilters(t *testing.T) {
	path := smallStore(t)
	tests := []struct {
		args string
		want []string
	}{
		{"", []string{"rally", "emergency"}},
		{"--from 2022-01-05", []string{"emergency"}},
		{"--from 2022-01-06T23:59", []string{"emergency"}},
		{"--from 2022-01-07", nil},
		{"--to 2022-01-04", []string{"rally"}},
		{"--to 2022-01-02T01:00", []string{"rally"}},
		{"--to 2022-01-02T00:59", nil}, // midnight in Aktau is 01:00 in Almaty
		{"--place kazakhstan", []string{"rally", "emergency"}},
		{"--place almaty,aktau", []string{"rally", "emergency"}},
		{"--place aktau --category law", nil},
		{"--source paper --kind happening", []string{"rally", "emergency"}},
		{"--kind claim", nil},
		{"--text митин", []string{"rally"}},
	}
	for _, tt := range tests {
		t.Run(tt.args, func(t *testing.T) {
			r := qantarctl(t, append([]string{"list", "events", "--json", path}, strings.Fields(tt.args)...)...)
			var events []eventRow
			if err := json.Unmarshal([]byte(r.out), &events); err != nil {
				t.Fatalf("%v: %+v", err, r)
			}
			var got []string
			for _, e := range events {
				got = append(got, e.ID)
			}
			if strings.Join(got, " ") != strings.Join(tt.want, " ") {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
