package main

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb/geojson"
)

// exportedText exports and returns what is in the file.
func exportedText(t *testing.T, format string, args ...string) string {
	t.Helper()
	text, err := os.ReadFile(exportedFile(t, format, args...))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// exportedFile exports into a new file. Nothing may stand beside it afterwards.
func exportedFile(t *testing.T, format string, args ...string) string {
	t.Helper()
	folder := t.TempDir()
	path := filepath.Join(folder, "out."+format)
	r := qantarctl(t, append([]string{"export", "--format", format, "--out", path}, args...)...)
	if r.code != exitDone || r.errors != "" || !strings.HasPrefix(r.out, path+": ") {
		t.Fatalf("%+v", r)
	}
	if all, err := os.ReadDir(folder); err != nil || len(all) != 1 {
		t.Errorf("%d files, %v", len(all), err)
	}
	return path
}

func TestExportShippedCSV(t *testing.T) {
	want := shippedRows[eventRow](t, "events")
	rows, err := csv.NewReader(strings.NewReader(exportedText(t, "csv", "--bom=false"))).ReadAll()
	if err != nil || len(rows) != len(want)+1 {
		t.Fatalf("%d rows for %d events, %v", len(rows), len(want), err)
	}
	for i, row := range rows[1:] {
		cell := map[string]string{}
		for k, name := range rows[0] {
			cell[name] = row[k]
		}
		e := &want[i]
		lon, lat := strconv.FormatFloat(e.Place.Lon, 'f', -1, 64), strconv.FormatFloat(e.Place.Lat, 'f', -1, 64)
		if cell["id"] != e.ID || cell["title"] != e.Title || cell["when"] != e.When || cell["lon"] != lon || cell["lat"] != lat {
			t.Errorf("%s is written as %v", e.ID, row)
		}
		checkBounds(t, e, cell["earliest"], cell["latest"])
		if n := len(strings.Split(cell["sources"], " | ")); n != len(e.Reports) {
			t.Errorf("%s has %d reports, not %d", e.ID, n, len(e.Reports))
		}
	}
}

// checkBounds wants the moments that list tells; those that are open are empty.
func checkBounds(t *testing.T, e *eventRow, earliest, latest string) {
	t.Helper()
	if e.OpenStart != (earliest == "") || e.OpenEnd != (latest == "") ||
		!e.OpenStart && earliest != e.Earliest || !e.OpenEnd && latest != e.Latest {
		t.Errorf("%s lasts from %q to %q, not from %s to %s", e.ID, earliest, latest, e.Earliest, e.Latest)
	}
}

func TestExportShippedGeoJSON(t *testing.T) {
	want := shippedRows[eventRow](t, "events")
	all, err := geojson.UnmarshalFeatureCollection([]byte(exportedText(t, "geojson")))
	if err != nil || len(all.Features) != len(want) {
		t.Fatalf("%v for %d events, %v", all, len(want), err)
	}
	for i, f := range all.Features {
		start, _ := f.Properties["start"].(string)
		end, _ := f.Properties["end"].(string)
		checkBounds(t, &want[i], start, end)
		if f.ID != want[i].ID || f.Properties["title"] != want[i].Title {
			t.Errorf("%s is written as %v", want[i].ID, f)
		}
	}
	if hash, _ := all.ExtraMembers["hash"].(string); len(hash) != 64 || len(all.ExtraMembers["attribution"].([]any)) != 3 {
		t.Errorf("it tells of itself %v", all.ExtraMembers)
	}
}

func TestExportShippedTimelineJS(t *testing.T) {
	want := shippedRows[eventRow](t, "events")
	var file struct {
		Events []struct {
			UniqueID    string `json:"unique_id"`
			DisplayDate string `json:"display_date"`
			StartDate   struct {
				Year int `json:"year"`
			} `json:"start_date"`
		} `json:"events"`
	}
	if err := json.Unmarshal([]byte(exportedText(t, "timelinejs", "--lang", "kk")), &file); err != nil || len(file.Events) != len(want) {
		t.Fatalf("%d of %d events, %v", len(file.Events), len(want), err)
	}
	kazakh := 0
	for i, e := range file.Events {
		if e.UniqueID != want[i].ID || e.DisplayDate == "" || e.StartDate.Year < 1989 || e.StartDate.Year > 2022 {
			t.Errorf("%s is written as %+v", want[i].ID, e)
		}
		if strings.Contains(e.DisplayDate, "қаң") {
			kazakh++
		}
	}
	if kazakh < 100 {
		t.Errorf("%d dates are in Kazakh", kazakh)
	}
}

// found is what an independent reader finds in a file, feature by feature.
type found []map[string]string

var ogrField = regexp.MustCompile(`(?m)^  ([A-Za-z_]+) \(\w+\) = (.*)$`)

// ogrinfo reads a file with GDAL.
func ogrinfo(t *testing.T, path string) (all found) {
	t.Helper()
	program, err := exec.LookPath("ogrinfo")
	if err != nil {
		t.Skip("ogrinfo is not here to read the file; install gdal-bin")
	}
	out, err := exec.Command(program, "-ro", "-al", "-q", path).CombinedOutput()
	if err != nil || strings.Contains(string(out), "ERROR") || strings.Contains(string(out), "Warning") {
		t.Fatalf("ogrinfo: %v: %.500s", err, out)
	}
	for _, feature := range strings.Split(string(out), "\nOGRFeature(")[1:] {
		fields := map[string]string{}
		for _, m := range ogrField.FindAllStringSubmatch(feature, -1) {
			fields[m[1]] = m[2]
		}
		_, point, _ := strings.Cut(feature, "\n  POINT (")
		fields["POINT"], _, _ = strings.Cut(point, ")")
		all = append(all, fields)
	}
	return all
}

// inOGR is a moment as ogrinfo writes it.
func inOGR(t *testing.T, moment string, open bool) string {
	t.Helper()
	if open {
		return ""
	}
	at, err := time.Parse(time.RFC3339, moment)
	if err != nil {
		t.Fatal(err)
	}
	return at.Format("2006/01/02 15:04:05-07")
}

// Another program finds every event with its title, time and place.
func TestExportReadByGDAL(t *testing.T) {
	tests := map[string]struct{ title, start, end string }{
		"geojson": {"title", "start", "end"},
		"kml":     {"Name", "begin", "end"},
	}
	want := shippedRows[eventRow](t, "events")
	for format, field := range tests {
		t.Run(format, func(t *testing.T) {
			all := ogrinfo(t, exportedFile(t, format))
			if len(all) != len(want) {
				t.Fatalf("it finds %d events, not %d", len(all), len(want))
			}
			for i, got := range all {
				e := &want[i]
				start, end := strings.TrimPrefix(got[field.start], "(null)"), strings.TrimPrefix(got[field.end], "(null)")
				if stamp := got["timestamp"]; stamp != "" { // known to the minute
					start, end = stamp, inOGR(t, e.Latest, false)
				}
				if got[field.title] != e.Title || start != inOGR(t, e.Earliest, e.OpenStart) || end != inOGR(t, e.Latest, e.OpenEnd) {
					t.Errorf("%s (%s to %s) is read as %v", e.ID, e.Earliest, e.Latest, got)
				}
				if lon, lat, _ := strings.Cut(got["POINT"], " "); !near(lon, e.Place.Lon) || !near(lat, e.Place.Lat) {
					t.Errorf("%s is at %s", e.ID, got["POINT"])
				}
			}
		})
	}
}

func near(text string, want float64) bool {
	got, err := strconv.ParseFloat(text, 64)
	return err == nil && got-want < 1e-7 && want-got < 1e-7
}

func TestExportFiltersAndStandardOutput(t *testing.T) {
	path := smallStore(t)
	r := qantarctl(t, "export", "--format", "csv", "--category", "protest", "--lang", "ru", path, "--out", "-")
	if r.code != exitDone || r.errors != "" || strings.Count(r.out, "\n") != 2 || !strings.HasPrefix(r.out, "\ufeffid,title,") || !strings.Contains(r.out, "\nrally,Митинг,") {
		t.Errorf("%+v", r)
	}
	if again := qantarctl(t, "export", "--format", "csv", "--category", "protest", "--lang", "ru", path, "--out", "-"); again != r {
		t.Error("exported again it is another")
	}
	if r := qantarctl(t, "export", "--format", "csv", "--semicolons", "--bom=false", path, "--out", "-"); !strings.Contains(r.out, ";51,2;") {
		t.Errorf("%+v", r)
	}
}

func TestExportForce(t *testing.T) {
	path, out := smallStore(t), filepath.Join(t.TempDir(), "out.kml")
	if err := os.WriteFile(out, []byte("Dear reader"), 0o644); err != nil {
		t.Fatal(err)
	}
	if r := qantarctl(t, "export", "--format", "kml", path, "--out", out, "--force"); r.code != exitDone || !strings.Contains(r.out, "2 of 2 events") {
		t.Errorf("%+v", r)
	}
	if text, err := os.ReadFile(out); err != nil || !strings.HasPrefix(string(text), "<?xml") {
		t.Errorf("%.20q, %v", text, err)
	}
}

func TestExportRefuses(t *testing.T) {
	path, folder := smallStore(t), t.TempDir()
	taken, free := filepath.Join(folder, "taken"), filepath.Join(folder, "free")
	if err := os.WriteFile(taken, []byte("Dear reader"), 0o644); err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct{ args, want string }{
		"no format":        {"--out " + free, "takes one of csv, geojson"},
		"a strange format": {"--format docx --out " + free, `not "docx"`},
		"no file":          {"--format csv", "--out FILE"},
		"a file there":     {"--format csv --out " + taken, "--force"},
		"a folder":         {"--format csv --force --out " + folder, "is not a file"},
		"no such folder":   {"--format csv --out " + free + "/x.csv", "does not exist"},
		"itself":           {"--format csv --force --out " + path, "is the collection that is read"},
		"no language":      {"--format csv --lang de --out " + free, "use en, kk or ru"},
		"no category":      {"--format csv --category dance --out " + free, "use one of law, protest"},
		"no time":          {"--format csv --from soon --out " + free, "cannot read the time"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := qantarctl(t, append([]string{"export", path}, strings.Fields(tt.args)...)...)
			if r.code != exitMisused || r.out != "" || !strings.Contains(r.errors, tt.want) || strings.Count(r.errors, "\n") != 1 {
				t.Errorf("%+v, want one sentence with %q", r, tt.want)
			}
		})
	}
	if text, _ := os.ReadFile(taken); string(text) != "Dear reader" {
		t.Error("a letter was overwritten")
	}
	if r := qantarctl(t, "list", "events", path); r.code != exitDone {
		t.Errorf("the collection was overwritten: %+v", r)
	}
}
