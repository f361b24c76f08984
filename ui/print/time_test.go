package print

import (
	"testing"

	"qantar/store"
	"qantar/store/when"
)

func TestShownTime(t *testing.T) {
	tests := []struct {
		mode             store.SceneMode
		window, playhead string
		lang             store.Lang
		want             string
	}{
		{store.DayScene, "2022-01-01/2022-01-04", "", store.English, "Tue 4 January 2022 (Almaty, UTC+6)"},
		{store.WindowScene, "2022-01-05/2022-01-06", "", store.English, "Wed 5 January 2022 – Thu 6 January 2022 (Almaty, UTC+6)"},
		{store.WindowScene, "2022-01-05", "", store.Russian, "ср, 5 января 2022 г. (Алматы, UTC+6)"},
		{store.WindowScene, "2022-01-05T10:00/2022-01-05T17:59", "", store.English, "Wed 5 January 2022, 10:00 – Wed 5 January 2022, 18:00 (Almaty, UTC+6)"},
		{store.CumulativeScene, "2022-01-01/2022-01-09", "2022-01-05T18:30", store.English, "Sat 1 January 2022, 00:00 – Wed 5 January 2022, 18:30 (Almaty, UTC+6)"},
	}
	c, data := record(t)
	zone, err := when.Zone(c.TimeZone)
	if err != nil {
		t.Fatal(err)
	}
	parse := func(text string) when.When {
		if text == "" {
			return when.When{}
		}
		w, err := when.Parse(text, zone)
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			p := presenter(data, tt.lang)
			p.ShowScene(&store.Scene{View: c.Home, Mode: tt.mode, Window: parse(tt.window), Playhead: parse(tt.playhead)})
			if got := shownTime(p); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}
