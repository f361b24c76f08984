package main

import (
	"context"
	"image"
	"image/png"
	"io"
	"path/filepath"
	"strings"
)

// wantPicture refuses a name that a picture cannot be written to, before any
// work is done for it.
func wantPicture(path string) error {
	if !strings.EqualFold(filepath.Ext(path), ".png") {
		return misusef("the picture's name %s does not end in .png; write it as OUT.png", path)
	}
	return wantPlace(path)
}

// writePicture writes a PNG file that appears whole or not at all.
func writePicture(ctx context.Context, path string, img image.Image) error {
	return writeWhole(ctx, path, func(w io.Writer) error { return png.Encode(w, img) })
}
