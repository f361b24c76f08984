package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
)

// wantPicture refuses a name that a picture cannot be written to, before any
// work is done for it.
func wantPicture(path string) error {
	if !strings.EqualFold(filepath.Ext(path), ".png") {
		return misusef("the picture's name %s does not end in .png; write it as OUT.png", path)
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return misusef("%s is not a file that a picture can replace; choose another name", path)
	}
	if info, err := os.Stat(filepath.Dir(path)); err != nil || !info.IsDir() {
		return misusef("the folder %s does not exist; make it first or choose another one", filepath.Dir(path))
	}
	return nil
}

// writePicture writes a PNG file that appears whole or not at all: it is
// written beside path under a temporary name, synced and renamed.
func writePicture(ctx context.Context, path string, img image.Image) error {
	temporary := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+rand.Text()+".tmp")
	err := encode(temporary, img)
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		err = os.Rename(temporary, path)
	}
	if err != nil {
		_ = os.Remove(temporary)
		return fmt.Errorf("writing the picture %s: %w; check the folder's rights and room", path, err)
	}
	return nil
}

func encode(path string, img image.Image) (err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	w := bufio.NewWriter(f)
	if err := png.Encode(w, img); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Sync()
}
