package page

import (
	"encoding/json"

	"qantar/geo/basemap"
	"qantar/store"
	"qantar/store/export"
)

// text is writing in every language, in the order of store.Langs; what a
// language lacks is empty. Its JSON is one string where only English has any,
// or where all are alike.
type text [3]string

func textOf(t store.Text) text {
	return text{export.Plain(t.En), export.Plain(t.Kk), export.Plain(t.Ru)}
}

// nameOf is a name of the basemap in every language.
func nameOf(n basemap.Names) text {
	var t text
	for i, lang := range store.Langs {
		t[i] = n.In(string(lang))
	}
	return t
}

// textIn makes a text from what writes it in one language.
func textIn(write func(store.Lang) string) text {
	var t text
	for i, lang := range store.Langs {
		t[i] = export.Plain(write(lang))
	}
	return t
}

// in is the text in a language, in English where it has none.
func (t text) in(lang store.Lang) string {
	for i, l := range store.Langs {
		if l == lang && t[i] != "" {
			return t[i]
		}
	}
	return t[0]
}

// IsZero leaves empty texts out of the page.
func (t text) IsZero() bool { return t == text{} }

// MarshalJSON implements json.Marshaler.
func (t text) MarshalJSON() ([]byte, error) {
	if t == (text{t[0], t[0], t[0]}) || t[1] == "" && t[2] == "" {
		return json.Marshal(t[0])
	}
	return json.Marshal([3]string(t))
}
