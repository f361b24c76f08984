package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// licence is one text that must go with a part.
type licence struct {
	file string // in the part; "" for one that is written here
	id   string // SPDX's; unknown where no rule finds it
	text string
}

// unknown is what SPDX writes where a licence could not be told. Notices and lists
// of patents, which no licence is, have it too.
const unknown = "NOASSERTION"

// licenceName is how a file with a licence or what belongs to it is called.
var licenceName = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents|ofl)\b[^/]*$|^licen[cs]e_`)

// notPacked are the folders of a module that programs contain nothing of.
var notPacked = []string{"testdata", "cmd", "vendor", ".github"}

// licencesIn reads the licences of a module's folder and of what it has taken over
// from others, in the order of their paths.
func licencesIn(dir string) (found []licence, err error) {
	err = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && path != dir && slices.Contains(notPacked, entry.Name()):
			return fs.SkipDir
		case entry.IsDir() || !licenceName.MatchString(entry.Name()) || filepath.Ext(path) == ".go":
			return nil
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		text, err := readLicence(dir, name)
		found = append(found, text)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("looking for licences: %w", err)
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("%s has no licence", filepath.Base(dir))
	}
	return found, nil
}

func readLicence(dir, name string) (licence, error) {
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		return licence{}, fmt.Errorf("reading a licence: %w", err)
	}
	plain := strings.ReplaceAll(string(text), "\r\n", "\n")
	return licence{file: filepath.ToSlash(name), id: identify(plain), text: plain}, nil
}

// marks tell licences by phrases that all have to stand in a text, the first
// that fits.
var marks = []struct {
	id      string
	phrases []string
}{
	{"Apache-2.0", []string{"apache license", "version 2.0"}},
	{"MPL-2.0", []string{"mozilla public license"}},
	{"OFL-1.1", []string{"sil open font license"}},
	{"BSD-3-Clause", []string{"redistribution and use in source and binary forms", "endorse or promote products"}},
	{"BSD-2-Clause", []string{"redistribution and use in source and binary forms"}},
	{"MIT", []string{"permission is hereby granted, free of charge", "the above copyright notice and this permission notice"}},
	{"ISC", []string{"permission to use, copy, modify, and/or distribute this software for any purpose with or without fee"}},
	{"ISC", []string{"permission to use, copy, modify, and distribute this software for any purpose with or without fee"}},
	{"Zlib", []string{"provided 'as-is', without any express or implied warranty"}},
	{"Zlib", []string{"this software is provided ‘as-is’"}},
}

// identify is the SPDX identifier of a licence's text.
func identify(text string) string {
	text = strings.Join(strings.Fields(strings.ToLower(text)), " ")
	for _, mark := range marks {
		if !slices.ContainsFunc(mark.phrases, func(p string) bool { return !strings.Contains(text, p) }) {
			return mark.id
		}
	}
	return unknown
}
