package page

import (
	"testing"
	"time"

	"qantar/store"
	"qantar/store/when"
	"qantar/ui/scene"
	"qantar/ui/state"

	"github.com/paulmach/orb"
)

// zoned is a collection in a time zone, and what the app writes for moments in
// it, by language.
type zoned struct {
	Page   string                  `json:"page"`
	At     []int64                 `json:"at"`
	Expect []map[store.Lang]string `json:"expect"`

	collection *store.Collection
}

// zones are those with hours that clocks skip or repeat, and with offsets that
// are no whole hours.
var zones = []struct{ name, window string }{
	{"America/New_York", "2022-03-11/2022-03-15"},
	{"America/New_York", "2022-11-04/2022-11-08"},
	{"Australia/Lord_Howe", "2022-04-01/2022-04-05"},
	{"Asia/Kathmandu", "1985-12-30/1986-01-03"},
	{"America/St_Johns", "2022-01-01/2022-01-02"},
}

// zonedPages are collections in all zones.
func zonedPages(t *testing.T) (all []zoned) {
	t.Helper()
	for i, z := range zones {
		w, err := when.Parse(z.window, mustZone(z.name))
		if err != nil {
			t.Fatal(err)
		}
		c := &store.Collection{
			ID: "zones", Title: store.Text{En: z.name}, TimeZone: z.name, Window: w, Home: store.View{Zoom: 3},
			Categories: []store.Category{{ID: "c", Shape: "circle", Color: "orange"}},
			Sources:    []store.Source{{ID: "s"}},
			Places:     []store.Place{{ID: "p", Name: store.Text{En: "New York", Ru: "Нью-Йорк"}, Kind: store.City, Point: orb.Point{-74, 40.7}}},
			Events:     []store.Event{{ID: "e", Title: store.Text{En: "Clocks"}, Kind: store.Happening, Category: "c", Place: "p", When: w, Reports: []store.Report{{Source: "s"}}}},
		}
		data, err := state.Prepare(c)
		if err != nil {
			t.Fatal(err)
		}
		one := zoned{Page: "zone-" + string(rune('a'+i)), collection: c}
		for at := w.Earliest; at <= w.Latest; at += 1800 * 7 {
			texts := map[store.Lang]string{}
			for _, lang := range store.Langs {
				texts[lang] = scene.FullTime(data, at, lang)
			}
			one.At, one.Expect = append(one.At, at), append(one.Expect, texts)
		}
		all = append(all, one)
	}
	return all
}

// The offsets that a page carries are those of the zone all the time.
func TestZoneOffsets(t *testing.T) {
	for _, z := range zonedPages(t) {
		t.Run(z.collection.TimeZone, func(t *testing.T) {
			loc := mustZone(z.collection.TimeZone)
			g := &gathering{frame: z.collection, loc: loc}
			offsets := g.zoneOver([2]int64{z.At[0], z.At[len(z.At)-1]}).Offsets
			for _, at := range z.At {
				got := int64(0)
				for _, o := range offsets {
					if o[0] <= at {
						got = o[1]
					}
				}
				if _, want := time.Unix(at, 0).In(loc).Zone(); got != int64(want) {
					t.Errorf("at %d the offset is %d, want %d", at, got, want)
				}
			}
		})
	}
}
