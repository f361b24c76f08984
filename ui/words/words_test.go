package words

import (
	"os"
	"regexp"
	"testing"
	"testing/fstest"

	"qantar/store"
)

var blanks = regexp.MustCompile(`\{[a-z]+\}`)

func TestEveryLanguageHasEveryKey(t *testing.T) {
	c, err := Load(os.DirFS("../../assets/translations"))
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range store.Langs {
		for key, english := range c[store.English] {
			text, ok := c[lang][key]
			if !ok || text == "" {
				t.Errorf("%s lacks %q", lang, key)
				continue
			}
			if got, want := len(blanks.FindAllString(text, -1)), len(blanks.FindAllString(english, -1)); got != want {
				t.Errorf("%s: %q has %d blanks, English has %d", lang, key, got, want)
			}
		}
		for key := range c[lang] {
			if _, ok := c[store.English][key]; !ok {
				t.Errorf("%s has %q, which English lacks", lang, key)
			}
		}
	}
}

func TestIn(t *testing.T) {
	c := Catalog{
		store.English: {"radius": "within {km} km", "only": "English"},
		store.Russian: {"radius": "в пределах {km} км"},
	}
	for _, tt := range []struct {
		name, key, want string
		lang            store.Lang
		args            []string
	}{
		{"in its language", "radius", "в пределах 14 км", store.Russian, []string{"km", "14"}},
		{"falls back to English", "only", "English", store.Russian, nil},
		{"an unknown key is shown", "nowhere", "nowhere", store.English, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := c.In(tt.lang, tt.key, tt.args...); got != tt.want {
				t.Errorf("In(%q, %q) = %q, want %q", tt.lang, tt.key, got, tt.want)
			}
		})
	}
}

func TestLoadRefuses(t *testing.T) {
	for name, files := range map[string]fstest.MapFS{
		"a missing language": {"en.json": {Data: []byte(`{}`)}},
		"what is not JSON":   {"en.json": {Data: []byte(`{`)}},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Load(files); err == nil {
				t.Error("no error")
			}
		})
	}
}
