package store

import "cmp"

// Lang names a language by its ISO 639-1 code.
type Lang string

// The languages a Text can hold.
const (
	English Lang = "en"
	Kazakh  Lang = "kk"
	Russian Lang = "ru"
)

// Langs are all languages a Text can hold, English first.
var Langs = []Lang{English, Kazakh, Russian}

// Text is one piece of writing in up to three languages. English is the one
// every collection completes; the zero value is no text at all.
type Text struct{ En, Kk, Ru string }

// In returns the text in lang; where lang has none in English, and where that
// has none in whatever language has one.
func (t Text) In(lang Lang) string { return cmp.Or(t.Only(lang), t.En, t.Kk, t.Ru) }

// With returns the text with another wording in lang, "" for none.
func (t Text) With(lang Lang, wording string) Text {
	switch lang {
	case Kazakh:
		t.Kk = wording
	case Russian:
		t.Ru = wording
	default:
		t.En = wording
	}
	return t
}

// Only returns the text in lang, or "" where lang has none.
func (t Text) Only(lang Lang) string {
	switch lang {
	case Kazakh:
		return t.Kk
	case Russian:
		return t.Ru
	default:
		return t.En
	}
}

// IsZero tells whether the text is empty in every language.
func (t Text) IsZero() bool { return t == Text{} }

// All returns the text in every language that has one, English first.
func (t Text) All() []string {
	var all []string
	for _, lang := range Langs {
		if s := t.Only(lang); s != "" {
			all = append(all, s)
		}
	}
	return all
}
