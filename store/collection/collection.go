// Package collection reads a collection folder: YAML files that a person
// writes and reviews, checked by JSON Schemas and then by rules of our own,
// into the nouns of package store. Whatever is wrong is reported with file,
// line and column, all of it at once.
package collection

import (
	"io/fs"

	"qantar/store"

	"github.com/paulmach/orb"
)

// Options choose what Check does beyond reading. The zero value adds nothing.
type Options struct {
	// Country tells which country (ISO 3166-1 alpha-2) holds a point in degrees,
	// "" for none. When nil, coordinates are not compared with countries.
	Country func(lon, lat float64) string
	// Area knows the map's areas by ISO 3166 code and gives the bound around one,
	// in degrees. When nil, places get no Outline and codes are not looked up.
	Area func(code string) (orb.Bound, bool)
	// Documents is a folder with the documents that the sources name. When nil,
	// their checksums and paragraphs are not verified, nor our words compared
	// with theirs.
	Documents fs.FS
}

// Result is what Check found.
type Result struct {
	Collection       *store.Collection // complete only when there are no problems
	Problems         Problems          // in the order of file, line and column
	Notes            Problems          // what a reader should judge; nothing need be wrong
	CountriesChecked bool              // coordinates were compared with countries
	DocumentsChecked bool              // checksums, paragraphs and words were compared
}

// Read reads the collection folder fsys. When anything is wrong the error is
// a Problems with every problem of the folder.
func Read(fsys fs.FS) (*store.Collection, error) {
	result := Check(fsys, Options{})
	if len(result.Problems) > 0 {
		return nil, result.Problems
	}
	return result.Collection, nil
}

// Check reads the collection folder fsys and everything opts ask for beside it.
func Check(fsys fs.FS, opts Options) Result {
	list := &report{}
	files := readFiles(fsys, list)
	d := parseDocs(files, list)
	c := d.collection(list)
	c.Hash = hashFiles(files)
	checkRules(d, c, opts.Country, list)
	outline(d, c, opts.Area, list)
	if opts.Documents != nil {
		checkDocuments(d, opts.Documents, list)
	}
	notes := &report{}
	noteUncited(d, notes)
	return Result{
		Collection:       c,
		Problems:         list.sorted(),
		Notes:            notes.sorted(),
		CountriesChecked: opts.Country != nil,
		DocumentsChecked: opts.Documents != nil,
	}
}
