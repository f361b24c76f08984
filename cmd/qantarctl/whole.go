package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// standardOut is what stands for the standard output in place of a file.
const standardOut = "-"

// wantOut refuses a name that nothing can be written to, before any work is
// done for it. What exists is only replaced by force.
func wantOut(path string, force bool) error {
	switch _, err := os.Lstat(path); {
	case path == "":
		return misusef("say where to write to: --out FILE, or --out - for the standard output")
	case path == standardOut:
		return nil
	case !force && !errors.Is(err, fs.ErrNotExist):
		return misusef("%s exists; choose another name, or replace it with --force", path)
	}
	return wantPlace(path)
}

// wantPlace refuses a name that a file cannot stand under.
func wantPlace(path string) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return misusef("%s is not a file that can be replaced; choose another name", path)
	}
	if info, err := os.Stat(filepath.Dir(path)); err != nil || !info.IsDir() {
		return misusef("the folder %s does not exist; make it first or choose another one", filepath.Dir(path))
	}
	return nil
}

// sameFile tells whether two names are those of one file.
func sameFile(a, b string) bool {
	one, errOne := os.Stat(a)
	other, errOther := os.Stat(b)
	return errOne == nil && errOther == nil && os.SameFile(one, other)
}
