package state

import (
	"reflect"
	"testing"

	"qantar/store"
)

func TestSceneRoundTrip(t *testing.T) {
	tests := []struct {
		name string
		s    store.Scene
	}{
		{"all up to a moment", store.Scene{
			View: store.View{Lon: 76.9, Lat: 43.25, Zoom: 10.5}, Mode: store.CumulativeScene,
			Window: parseWhen(t, "2022-01-01/2022-01-09"), Playhead: parseWhen(t, "2022-01-05T18:30"),
			Highlights: []string{"gather", "first"},
		}},
		{"a window of hours with one source and no laws", store.Scene{
			View: store.View{Lon: 51.2, Lat: 43.6, Zoom: 6}, Mode: store.WindowScene,
			Window: parseWhen(t, "2022-01-04T18:00/2022-01-06T11:59"), Hidden: []string{"law"}, Sources: []string{"b"},
		}},
		{"a day with background", store.Scene{
			View: store.View{Lon: 67.5, Lat: 48.2, Zoom: 4.3}, Mode: store.DayScene,
			Window: parseWhen(t, "2022-01-01/2022-01-09"), Playhead: parseWhen(t, "2022-01-06T10:00"), Background: true,
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := presenter(t, Options{})
			p.Resize(1300, 500)
			p.SetPlace("almaty")
			p.SetBackground(true)
			p.ShowScene(&tt.s)
			if got := p.Scene(); !reflect.DeepEqual(got, tt.s) {
				t.Errorf("shown and read back:\n got %+v\nwant %+v", got, tt.s)
			}
			if p.PlaceShown() != "" {
				t.Error("a place is still asked for")
			}
		})
	}
}

func TestSceneOfWhatIsShown(t *testing.T) {
	p := presenter(t, Options{})
	p.SetHandles(at(1, 0)-20*3600, at(9, 0)+40*3600) // as far as there is room
	p.Highlight([]int{2, 3})
	p.Select(p.data.Index("call"))
	s := p.Scene()
	if s.Window.Text != "2022-01-01/2022-01-09" {
		t.Errorf("window %q reaches beyond that of the collection", s.Window.Text)
	}
	if want := []string{"call"}; !reflect.DeepEqual(s.Highlights, want) {
		t.Errorf("highlights %v, want %v: the selected event is what is spoken of", s.Highlights, want)
	}
}

func TestShowSceneLeavesOutWhatIsNotThere(t *testing.T) {
	p := presenter(t, Options{})
	s := store.Scene{
		Window: parseWhen(t, "2022-01-01/2022-01-09"), Highlights: []string{"nobody", "last"},
		Hidden: []string{"no-category"}, Sources: []string{"no-source", "a"},
	}
	p.ShowScene(&s)
	if got := p.Highlights(); len(got) != 1 || p.data.Item(got[0]).Event.ID != "last" {
		t.Errorf("highlights %v", got)
	}
	if !p.SourceShown(0) || p.SourceShown(1) {
		t.Error("only source a should be shown")
	}
}
