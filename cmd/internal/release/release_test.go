package main

import (
	"bytes"
	"encoding/json"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// everything is what the programs contain.
func everything(t *testing.T) []part {
	t.Helper()
	t.Chdir("../../..")
	parts, err := contents("migrated_fynedo,no_emoji")
	if err != nil {
		t.Fatal(err)
	}
	return parts
}

func TestEveryPartHasALicence(t *testing.T) {
	parts := everything(t)
	text := string(notices(parts))
	for _, p := range parts {
		if expression(p) == unknown {
			t.Errorf("the licence of %s is not known", p.name)
		}
		for _, l := range p.licences {
			if !strings.Contains(text, strings.TrimSpace(l.text)) {
				t.Errorf("the notices lack %s of %s", l.file, p.name)
			}
		}
	}
	for _, want := range []string{"fyne.io/fyne/v2", "github.com/mattn/go-sqlite3", "golang.org/x/sys", "GeoNames", "Natural Earth", "Noto Sans"} {
		if !strings.Contains(text, want) {
			t.Errorf("the notices lack %s", want)
		}
	}
}

func TestListOfContents(t *testing.T) {
	parts := everything(t)
	b := build{version: "1.2.3", commit: "0123+", at: time.Date(2022, 1, 5, 12, 0, 0, 0, time.UTC)}
	text := sbom(b, parts)
	if !bytes.Equal(text, sbom(b, parts)) {
		t.Error("the same build is listed in two ways")
	}
	var d document
	if err := json.Unmarshal(text, &d); err != nil {
		t.Fatal(err)
	}
	if d.Creation.Created != "2022-01-05T12:00:00Z" || !strings.HasSuffix(d.Namespace, "qantar-1.2.3-0123") {
		t.Errorf("created %s, namespace %s", d.Creation.Created, d.Namespace)
	}
	ids := map[string]bool{documentID: true}
	for _, p := range d.Packages {
		if ids[p.ID] {
			t.Errorf("two packages are called %s", p.ID)
		}
		ids[p.ID] = true
	}
	if len(ids) != len(parts)+2 {
		t.Errorf("%d packages for %d parts", len(ids), len(parts))
	}
	for _, r := range d.Relationships {
		if !ids[r.Element] || !ids[r.Related] {
			t.Errorf("%v names a package that is not listed", r)
		}
	}
}

func TestIdentify(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Permission is hereby granted, free of\ncharge, ... The above copyright notice and this permission\n notice shall", "MIT"},
		{"Apache License\n   Version 2.0, January 2004", "Apache-2.0"},
		{"Redistribution and use in source and binary forms ... endorse or\npromote products", "BSD-3-Clause"},
		{"Redistribution and use in source and binary forms", "BSD-2-Clause"},
		{"All rights reserved.", unknown},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			if got := identify(tt.text); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}

func TestLicencesIn(t *testing.T) {
	dir := t.TempDir()
	if _, err := licencesIn(dir); err == nil {
		t.Error("a folder without a licence is taken")
	}
	for _, name := range []string{"LICENSE", "theme/LICENSE_Noto.txt", "testdata/LICENSE", "licence.go", "README.md"} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte("one\r\ntwo\r\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	found, err := licencesIn(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != 2 || found[0].file != "LICENSE" || found[1].file != "theme/LICENSE_Noto.txt" || found[0].text != "one\ntwo\n" {
		t.Errorf("found %q", found)
	}
}

func TestIcons(t *testing.T) {
	out := t.TempDir()
	if err := writeIcons("../../../assets/icons/qantar.png", out); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"16.png", "256.png"} {
		f, err := os.Open(filepath.Join(out, "icons", name))
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		if _, _, _, alpha := img.At(0, 0).RGBA(); alpha > 0x4000 {
			t.Errorf("the corner of %s is not clear", name)
		}
		middle := img.Bounds().Dx() / 2
		if r, g, b, _ := img.At(middle, middle*222/256).RGBA(); min(r, g, b) < 0xc000 {
			t.Errorf("the dot in the middle of %s is %x %x %x", name, r>>8, g>>8, b>>8)
		}
	}
}
