// Package seeds holds the collection that Qantar ships, as the YAML text it is
// written and reviewed in.
package seeds

import (
	"embed"
	"io/fs"
)

// Name is the shipped collection's folder, and so its id.
const Name = "kazakhstan-2022"

//go:embed kazakhstan-2022
var files embed.FS

// Shipped is the folder of the shipped collection.
func Shipped() fs.FS {
	folder, err := fs.Sub(files, Name)
	if err != nil {
		panic("seeds: " + err.Error()) // Name is a valid path, so this cannot be
	}
	return folder
}
