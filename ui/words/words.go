// Package words holds the interface's own texts in every language.
package words

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"

	"qantar/store"
)

// Catalog is the interface's texts by language and key.
type Catalog map[store.Lang]map[string]string

// Load reads the files LANG.json, one for every language.
func Load(files fs.FS) (Catalog, error) {
	c := Catalog{}
	for _, lang := range store.Langs {
		data, err := fs.ReadFile(files, string(lang)+".json")
		if err != nil {
			return nil, fmt.Errorf("reading the interface's texts: %w", err)
		}
		texts := map[string]string{}
		if err := json.Unmarshal(data, &texts); err != nil {
			return nil, fmt.Errorf("reading the interface's texts in %q: %w", lang, err)
		}
		c[lang] = texts
	}
	return c, nil
}

// In returns the text for a key, in English where lang lacks it; a key that no
// language has is returned itself, so that a gap is seen and nothing fails.
// args are pairs: a name, and what replaces {name}.
func (c Catalog) In(lang store.Lang, key string, args ...string) string {
	text, ok := c[lang][key]
	if !ok {
		text, ok = c[store.English][key]
	}
	if !ok {
		return key
	}
	for i := 0; i+1 < len(args); i += 2 {
		text = strings.ReplaceAll(text, "{"+args[i]+"}", args[i+1])
	}
	return text
}

// Func gives the interface's text for a key in the language of the moment, as
// Catalog.In does for one language.
type Func func(key string, args ...string) string
