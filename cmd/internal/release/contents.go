package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// part is something of others that the programs contain.
type part struct {
	name, version string
	from          string // where it can be had
	module        bool   // a Go module
	licences      []licence
}

// programs are what is packed; systems what they are packed for. The notices
// are the same for all.
var (
	programs = []string{"./cmd/qantar", "./cmd/qantarctl"}
	systems  = []string{"linux", "windows", "darwin"}
)

// contents are all parts of the programs on any system, modules first and each
// kind by name.
func contents(tags string) ([]part, error) {
	found := map[string]module{}
	for _, system := range systems {
		if err := modules(system, tags, found); err != nil {
			return nil, err
		}
	}
	var parts []part
	for _, path := range slices.Sorted(maps.Keys(found)) {
		m := found[path]
		texts, err := licencesIn(m.Dir)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part{name: m.Path, version: m.Version, from: "https://" + m.Path, module: true, licences: texts})
	}
	more, err := besides()
	return append(parts, more...), err
}

// module is what go list tells of one.
type module struct {
	Path, Version, Dir string
	Main               bool
}

// modules adds to found those that the programs link on a system, by path.
func modules(system, tags string, found map[string]module) error {
	list := exec.Command("go", append([]string{"list", "-deps", "-tags", tags, "-json=Module"}, programs...)...)
	list.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=1")
	out, err := list.Output()
	if err != nil {
		return fmt.Errorf("listing the modules for %s: %w", system, saying(err))
	}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var pkg struct{ Module *module }
		switch err := d.Decode(&pkg); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("listing the modules for %s: %w", system, err)
		case pkg.Module != nil && !pkg.Module.Main:
			found[pkg.Module.Path] = *pkg.Module
		}
	}
}

// saying is a command's error with what it said.
func saying(err error) error {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return fmt.Errorf("%w: %s", err, bytes.TrimSpace(exit.Stderr))
	}
	return err
}

// besides are the parts that are no modules: Go's own library and the data.
func besides() ([]part, error) {
	env, err := exec.Command("go", "env", "GOROOT", "GOVERSION").Output()
	if err != nil {
		return nil, fmt.Errorf("finding Go: %w", saying(err))
	}
	root, version, _ := strings.Cut(strings.TrimSpace(string(env)), "\n")
	library, err := readLicence(root, "LICENSE")
	if err != nil {
		return nil, err
	}
	noto, err := readLicence("assets/fonts", "LICENSE.txt")
	if err != nil {
		return nil, err
	}
	return []part{
		{name: "Go standard library", version: strings.TrimPrefix(version, "go"), from: "https://go.dev", licences: []licence{library}},
		{name: "Noto Sans", from: "https://fonts.google.com/noto", licences: []licence{noto}},
		{name: "Natural Earth", from: "https://www.naturalearthdata.com", licences: []licence{publicDomain}},
		{name: "GeoNames", from: "https://www.geonames.org", licences: []licence{byAttribution}},
		{name: "Unicode CLDR", from: "https://cldr.unicode.org", licences: []licence{unicode}},
		{name: "SQLite", from: "https://www.sqlite.org", licences: []licence{blessing}},
	}, nil
}

// The licences of data and code that come with no text of one.
var (
	publicDomain = licence{id: "LicenseRef-Public-Domain", text: "The borders, lakes, rivers and built-up areas of the map are made with Natural Earth, which is in the public domain.\n"}

	byAttribution = licence{id: "CC-BY-4.0", text: "Towns and their names are from GeoNames (https://www.geonames.org), under the Creative Commons\n" +
		"Attribution 4.0 International licence: https://creativecommons.org/licenses/by/4.0/\n" +
		"The data was changed: towns were chosen, and names corrected and added.\n"}

	unicode = licence{id: "Unicode-3.0", text: "Kazakh names of countries are from Unicode CLDR, copyright Unicode, Inc., under the Unicode licence:\n" +
		"https://www.unicode.org/license.txt\n"}

	blessing = licence{id: "blessing", text: "SQLite's authors have given its code, which go-sqlite3 contains, into the public domain.\n"}
)
