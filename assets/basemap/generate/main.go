// Command generate builds the embedded basemap from pinned public packages:
//
//	go run ./assets/basemap/generate
//
// It needs the go, npm, apt-get and dpkg-deb commands, and a network on the
// first run only. The same sources give the same bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	out := flag.String("o", filepath.Join("assets", "basemap", "basemap.bin.gz"), "file to write")
	folder := flag.String("cache", defaultCache(), "folder that keeps the downloads")
	flag.Parse()
	if err := run(*out, cache(*folder)); err != nil {
		log.Fatal(err)
	}
}

// defaultCache is a folder of the user's own cache.
func defaultCache() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	return filepath.Join(dir, "qantar", "basemap-sources")
}

func run(out string, dir cache) error {
	in, err := read(dir)
	if err != nil {
		return err
	}
	w := build(in)
	data, err := encode(w)
	if err != nil {
		return fmt.Errorf("encoding the basemap: %w", err)
	}
	if err := os.WriteFile(out, data, 0o644); err != nil {
		return fmt.Errorf("writing the basemap: %w", err)
	}
	fmt.Printf("%s: %.2f MiB, %d arcs, %d areas, %d places\n",
		out, mebibytes(len(data)), len(w.arcs), len(w.areas), len(w.places))
	return nil
}
