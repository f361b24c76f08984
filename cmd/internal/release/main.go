// Release makes what packages hold besides the programs: icons of every size,
// the licences of everything that the programs contain, and a list of it.
//
//	go run ./cmd/internal/release -version 0.1.0 -commit ID -seconds N OUT
//
// It runs at the top of the repository, and the same commit gives the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

func main() {
	var b build
	flag.StringVar(&b.version, "version", "", "the version of the programs")
	flag.StringVar(&b.commit, "commit", "", "the commit that they are built from")
	seconds := flag.Int64("seconds", 0, "the commit's time in seconds since 1970")
	flag.StringVar(&b.tags, "tags", "", "the build tags")
	flag.Parse()
	b.at = time.Unix(*seconds, 0).UTC()
	if err := run(b, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

// build is what is being packed.
type build struct {
	version, commit, tags string
	at                    time.Time
}

// run writes everything below the one folder that args name.
func run(b build, args []string) error {
	if len(args) != 1 || b.version == "" {
		return fmt.Errorf("say -version and one folder to write into")
	}
	out := args[0]
	parts, err := contents(b.tags)
	if err != nil {
		return err
	}
	if err := writeIcons("assets/icons/qantar.png", out); err != nil {
		return err
	}
	files := map[string][]byte{
		"THIRD-PARTY-NOTICES.txt": notices(parts),
		"qantar.spdx.json":        sbom(b, parts),
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(out, name), text, 0o644); err != nil {
			return fmt.Errorf("writing what packages hold: %w", err)
		}
	}
	return nil
}
