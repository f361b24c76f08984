package main

import (
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
