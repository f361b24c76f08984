package store

import (
	"slices"
	"testing"
)

func TestText(t *testing.T) {
	full, partial := Text{En: "e", Kk: "k", Ru: "r"}, Text{En: "e", Ru: "r"}
	tests := []struct {
		name             string
		text             Text
		lang             Lang
		wantIn, wantOnly string
	}{
		{"English", full, English, "e", "e"},
		{"Kazakh", full, Kazakh, "k", "k"},
		{"Russian", full, Russian, "r", "r"},
		{"Kazakh missing", partial, Kazakh, "e", ""},
		{"unknown language", full, "de", "e", "e"},
		{"English missing", Text{Kk: "k", Ru: "r"}, English, "k", ""},
		{"only Russian", Text{Ru: "r"}, Kazakh, "r", ""},
		{"nothing", Text{}, Russian, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if in, only := tt.text.In(tt.lang), tt.text.Only(tt.lang); in != tt.wantIn || only != tt.wantOnly {
				t.Errorf("In %q, Only %q", in, only)
			}
		})
	}
	for _, lang := range Langs {
		if got := full.With(lang, "x"); got.Only(lang) != "x" || len(got.All()) != 3 || got.With(lang, full.Only(lang)) != full {
			t.Errorf("with another wording in %s it is %v", lang, got)
		}
	}
	if got := partial.All(); !slices.Equal(got, []string{"e", "r"}) {
		t.Errorf("All %q", got)
	}
	if partial.IsZero() || !(Text{}).IsZero() {
		t.Error("IsZero is wrong")
	}
}
