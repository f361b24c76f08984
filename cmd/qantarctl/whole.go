package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
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

// writeWhole writes a file that appears whole or not at all: it is written
// beside path under a temporary name, synced and renamed. An error of write
// that is not of the file is returned as it is.
func writeWhole(ctx context.Context, path string, write func(io.Writer) error) error {
	temporary := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+rand.Text()+".tmp")
	err := writeNew(temporary, write)
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		err = os.Rename(temporary, path)
	}
	if err == nil {
		return nil
	}
	_ = os.Remove(temporary)
	if errors.Is(err, context.Canceled) {
		return fmt.Errorf("writing %s was stopped, and nothing of it is left: %w", path, err)
	}
	var ofFile *fs.PathError
	var ofRename *os.LinkError
	if errors.As(err, &ofFile) || errors.As(err, &ofRename) {
		return fmt.Errorf("writing %s: %w; check the folder's rights and room", path, err)
	}
	return err
}

func writeNew(path string, write func(io.Writer) error) (err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := writeThrough(f, write); err != nil {
		return err
	}
	return f.Sync()
}

// writeThrough writes in large pieces.
func writeThrough(to io.Writer, write func(io.Writer) error) error {
	w := bufio.NewWriterSize(to, 1<<16)
	if err := write(w); err != nil {
		return err
	}
	return w.Flush()
}
