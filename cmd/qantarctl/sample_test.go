package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qantar/store/sqlite"
)

func TestSample(t *testing.T) {
	folder := t.TempDir()
	sample := func(name string, args ...string) []byte {
		t.Helper()
		path := filepath.Join(folder, name)
		r := qantarctl(t, append([]string{"sample", path}, args...)...)
		if r.code != exitDone || r.errors != "" || !strings.Contains(r.out, "2000 made-up events") {
			t.Fatalf("%+v", r)
		}
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return content
	}
	one := sample("one.qantar", "--events", "2000", "--seed", "7")
	if !bytes.Equal(sample("two.qantar", "--events", "2000", "--seed", "7"), one) {
		t.Error("the same number and seed give other bytes")
	}
	if bytes.Equal(sample("one.qantar", "--events", "2000", "--seed", "8", "--force", "--time"), one) {
		t.Error("another seed gives the same bytes")
	}
	db, err := sqlite.Open(filepath.Join(folder, "one.qantar"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if db.Len() != 2000 {
		t.Errorf("%d events", db.Len())
	}
}

func TestSampleRefuses(t *testing.T) {
	taken := filepath.Join(t.TempDir(), "taken.qantar")
	if err := os.WriteFile(taken, []byte("Dear reader"), 0o644); err != nil {
		t.Fatal(err)
	}
	free := filepath.Join(t.TempDir(), "free.qantar")
	tests := map[string]struct {
		args []string
		want string
	}{
		"no number":        {[]string{free}, "from 1 to 2000000"},
		"no events":        {[]string{"--events", "0", free}, "from 1 to 2000000"},
		"too many":         {[]string{"--events", "2000001", free}, "from 1 to 2000000"},
		"no file":          {[]string{"--events", "5"}, "write it as"},
		"a file there":     {[]string{"--events", "5", taken}, "--force"},
		"not a collection": {[]string{"--events", "5", "--force", taken}, "not a Qantar collection"},
		"no such folder":   {[]string{"--events", "5", filepath.Join(free, "x.qantar")}, "does not exist"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := qantarctl(t, append([]string{"sample"}, tt.args...)...)
			if r.code != exitMisused || !strings.Contains(r.errors, tt.want) || strings.Count(r.errors, "\n") != 1 {
				t.Errorf("%+v, want one sentence with %q", r, tt.want)
			}
		})
	}
}
