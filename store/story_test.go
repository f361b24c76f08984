package store

import (
	"testing"
	"time"

	"qantar/store/when"
)

func TestSceneShows(t *testing.T) {
	zone := time.FixedZone("", 6*3600)
	at := func(text string) when.When {
		w, err := when.Parse(text, zone)
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	tests := []struct {
		name     string
		scene    Scene
		from, to string
	}{
		{"up to the playhead", Scene{Mode: CumulativeScene, Window: at("2022-01-02/2022-01-09"), Playhead: at("2022-01-05T18:00")}, "2022-01-02T00:00:00", "2022-01-05T18:00:00"},
		{"up to the end", Scene{Mode: CumulativeScene, Window: at("2022-01-02/2022-01-09")}, "2022-01-02T00:00:00", "2022-01-09T23:59:59"},
		{"a window", Scene{Mode: WindowScene, Window: at("2022-01-05T18:00/2022-01-06T08:59:59")}, "2022-01-05T18:00:00", "2022-01-06T08:59:59"},
		{"a day", Scene{Mode: DayScene, Window: at("2022-01-01/2022-01-09"), Playhead: at("2022-01-05T23:30")}, "2022-01-05T00:00:00", "2022-01-05T23:59:59"},
		{"the last day", Scene{Mode: DayScene, Window: at("2022-01-01/2022-01-09")}, "2022-01-09T00:00:00", "2022-01-09T23:59:59"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := func(v int64) string { return time.Unix(v, 0).In(zone).Format("2006-01-02T15:04:05") }
			from, to := tt.scene.Shows(zone)
			if in(from) != tt.from || in(to) != tt.to {
				t.Errorf("got %s to %s, want %s to %s", in(from), in(to), tt.from, tt.to)
			}
		})
	}
}
