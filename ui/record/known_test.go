package record

import (
	"strings"
	"testing"
	"time"

	"qantar/store"
	"qantar/ui/state"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// goTo moves the playhead to a moment of the shipped week, in its own zone.
func goTo(t *testing.T, p *state.Presenter, moment string) {
	t.Helper()
	at, err := time.ParseInLocation("2006-01-02T15:04", moment, p.Data().Loc)
	if err != nil {
		t.Fatal(err)
	}
	p.SetPlayhead(at.Unix())
}

// TestPanelOfWhatWasKnown: the airport is told of by one document that appears
// in March and by two of 7 January.
func TestPanelOfWhatWasKnown(t *testing.T) {
	p, words := presenter(t)
	n := NewPanel(p, words)
	test.NewTempWindow(t, n.Box).Resize(fyne.NewSize(420, 900))
	p.SetMode(state.Known)
	event := p.Data().Index("almaty-airport-taken")
	all := p.Data().Item(event).Event
	tests := []struct {
		moment     string
		has, lacks []string
	}{
		{"2022-01-06T12:00", []string{words("known-not-yet"), words("known-accounts-later", "n", "3")}, []string{all.Title.En, "Al Jazeera"}},
		{"2022-01-08T12:00", []string{all.Title.En, "Al Jazeera live", words("known-accounts-later", "n", "1")}, []string{"GlobalSecurity", all.Summary.En}},
		{"2022-03-22T12:00", []string{all.Title.En, "GlobalSecurity", all.Summary.En}, []string{words("known-accounts-later", "n", "0")}},
	}
	for _, tt := range tests {
		t.Run(tt.moment, func(t *testing.T) {
			p.Select(event)
			goTo(t, p, tt.moment)
			text := texts(n.Box)
			for _, want := range tt.has {
				if !strings.Contains(text, want) {
					t.Errorf("lacks %q", want)
				}
			}
			for _, no := range tt.lacks {
				if strings.Contains(text, no) {
					t.Errorf("has %q", no)
				}
			}
		})
	}
}

// TestViewsOfWhatWasKnown scrubs over the end of 7 January to March and back.
func TestViewsOfWhatWasKnown(t *testing.T) {
	p, words := presenter(t)
	list, figures := NewList(p, words), NewFigures(p, typeface(t), words, func(int) {})
	disputes, sources := NewDisagreements(p, words, func(int) {}), NewSources(p, words, func(int) {})
	p.SetMode(state.Known)
	all := len(p.Data().Disagreements)
	for _, tt := range []struct {
		moment string
		told   int // documents
	}{{"2022-01-07T23:58", 0}, {"2022-01-08T00:00", 4}, {"2022-03-22T00:00", 5}, {"2022-01-09T00:00", 4}, {"2022-01-05T00:00", 0}} {
		t.Run(tt.moment, func(t *testing.T) {
			goTo(t, p, tt.moment)
			if none := tt.told == 0; list.count() == 0 != none || len(figures.shown) == 0 != none || len(disputes.shown) == 0 != none || len(sources.alone) == 0 != none {
				t.Errorf("%d events, %d claims, %d disagreements, %d told alone", list.count(), len(figures.shown), len(disputes.shown), len(sources.alone))
			}
			if every := tt.told == 5; (len(disputes.shown) == all) != every || disputes.known.Hidden != every || (figures.known.Hidden && tt.told == 0) {
				t.Errorf("%d of %d disagreements, note %q", len(disputes.shown), all, disputes.known.Text)
			}
			if !strings.Contains(list.known.Text, words("known-told", "m", string(rune('0'+tt.told)), "all", "5")) || list.known.Hidden {
				t.Errorf("the list says %q", list.known.Text)
			}
			for _, f := range figures.shown {
				if !p.HasTold(f.Source) {
					t.Errorf("%s is shown", f.ID)
				}
			}
		})
	}
	p.SetMode(state.Cumulative)
	if !list.known.Hidden || len(disputes.shown) != all || !disputes.known.Hidden {
		t.Error("something is still hidden in another mode")
	}
}

// TestDisagreementHalfKnown: of one between documents of January and March only
// the sides of January are told of.
func TestDisagreementHalfKnown(t *testing.T) {
	p, words := presenter(t)
	d := NewDisagreements(p, words, func(int) {})
	p.SetMode(state.Known)
	goTo(t, p, "2022-01-09T00:00")
	d.Choose("detained-over-the-days")
	text, links := texts(d.body), 0
	for _, o := range d.body.Objects {
		if _, ok := o.(*link); ok {
			links++
		}
	}
	if links != 5 || strings.Contains(text, "5,969") || !strings.Contains(text, words("known-accounts-later", "n", "4")) {
		t.Errorf("it has %d sides and says %q", links, text)
	}
	goTo(t, p, "2022-01-06T00:00")
	if text := texts(d.body); !strings.Contains(text, words("no-disagreement")) {
		t.Errorf("before anything was told it says %q", text)
	}
	p.SetLang(store.Russian)
	if d.known.Text == "" {
		t.Error("nothing tells how many are hidden")
	}
}
