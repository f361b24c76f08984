package axis

import (
	"math/rand/v2"
	"testing"
	"time"
)

func TestTicks(t *testing.T) {
	loc := zone(t, "Asia/Almaty")
	scale := func(from, to string, width float64) Scale {
		return Scale{at(t, loc, from), at(t, loc, to), width}
	}
	cases := []struct {
		name   string
		scale  Scale
		labels []string // times of labelled ticks, "*" before major ones
	}{
		{"days", scale("2022-01-01 00:00", "2022-01-05 00:00", 500),
			[]string{"*2022-01-01 00:00", "2022-01-02 00:00", "2022-01-03 00:00", "2022-01-04 00:00", "2022-01-05 00:00"}},
		{"hours, with the day of the left edge", scale("2022-01-05 05:00", "2022-01-06 07:00", 520),
			[]string{"*2022-01-05 00:00", "2022-01-05 06:00", "2022-01-05 12:00", "2022-01-05 18:00", "*2022-01-06 00:00", "2022-01-06 06:00"}},
		{"minutes", scale("2022-01-05 17:50", "2022-01-05 18:50", 300),
			[]string{"*2022-01-05 00:00", "2022-01-05 18:00", "2022-01-05 18:15", "2022-01-05 18:30", "2022-01-05 18:45"}},
		{"weeks begin on Monday", scale("2022-01-01 00:00", "2022-01-28 00:00", 300),
			[]string{"*2021-12-27 00:00", "2022-01-03 00:00", "2022-01-10 00:00", "2022-01-17 00:00", "2022-01-24 00:00"}},
		{"months", scale("2021-11-10 00:00", "2022-02-20 00:00", 250),
			[]string{"*2021-01-01 00:00", "2021-12-01 00:00", "*2022-01-01 00:00", "2022-02-01 00:00"}},
		{"decades", scale("1985-01-01 00:00", "2022-01-01 00:00", 300),
			[]string{"*1980-01-01 00:00", "1990-01-01 00:00", "2000-01-01 00:00", "2010-01-01 00:00", "2020-01-01 00:00"}},
		{"single minutes", scale("2022-01-05 17:50", "2022-01-05 18:05", 1200*5/15),
			[]string{"*2022-01-05 00:00", "2022-01-05 17:50", "2022-01-05 17:55", "2022-01-05 18:00", "2022-01-05 18:05"}},
		{"centuries", scale("0980-01-01 00:00", "2022-01-01 00:00", 900),
			[]string{"*0900-01-01 00:00", "1000-01-01 00:00", "1100-01-01 00:00", "1200-01-01 00:00", "1300-01-01 00:00",
				"1400-01-01 00:00", "1500-01-01 00:00", "1600-01-01 00:00", "1700-01-01 00:00", "1800-01-01 00:00", "1900-01-01 00:00", "2000-01-01 00:00"}},
		{"quarters", scale("2020-11-01 00:00", "2021-12-01 00:00", 330),
			[]string{"*2020-01-01 00:00", "*2021-01-01 00:00", "2021-04-01 00:00", "2021-07-01 00:00", "2021-10-01 00:00"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, tick := range c.scale.Ticks(nil, loc, 70) {
				text := time.Unix(tick.At, 0).In(loc).Format("2006-01-02 15:04")
				if tick.Rank == Major {
					text = "*" + text
				}
				if tick.Rank != Minor {
					got = append(got, text)
				}
			}
			if !equal(got, c.labels) {
				t.Errorf("got  %v\nwant %v", got, c.labels)
			}
		})
	}
}

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// The zones change clocks at midnight, by half an hour, and by odd seconds long ago.
var zones = []string{"Asia/Almaty", "Europe/Berlin", "Asia/Beirut", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Kathmandu"}

func TestStepsRiseAndHoldTheirTime(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for _, name := range zones {
		loc := zone(t, name)
		for range 300 {
			from := r.Int64N(4e9) - 2e9
			for _, st := range ladder {
				start := st.floor(from, loc)
				end := st.next(start, loc)
				if start > from || end <= start || float64(from-start) > 1.1*st.seconds+3*days {
					t.Fatalf("%s: step %+v around %d runs from %d to %d", name, st, from, start, end)
				}
			}
		}
	}
}

func TestDaysAcrossAChangeOfClocks(t *testing.T) {
	loc := zone(t, "Europe/Berlin")
	s := Scale{at(t, loc, "2022-03-26 00:00"), at(t, loc, "2022-03-28 00:00"), 470}
	var lengths []int64
	midnights := s.Days(nil, loc)
	for i := 1; i < len(midnights); i++ {
		lengths = append(lengths, (midnights[i]-midnights[i-1])/hours)
	}
	if len(lengths) != 3 || lengths[0] != 24 || lengths[1] != 23 {
		t.Errorf("days of %v hours, want 24, 23, 24", lengths)
	}
}

func TestTicksAreOrderedAndApart(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 2000 {
		loc := zone(t, zones[r.IntN(len(zones))])
		s, _ := someScale(r)
		ticks := s.Ticks(nil, loc, 80)
		lastLabel := -1.0
		for i, tick := range ticks[1:] {
			if tick.At <= ticks[i].At {
				t.Fatalf("%+v: ticks %d and %d out of order", s, i, i+1)
			}
			if tick.Rank == Minor {
				continue
			}
			if x := s.X(tick.At); lastLabel >= 0 && x-lastLabel < 60 {
				t.Fatalf("%+v: labels at %v and %v", s, lastLabel, x)
			} else {
				lastLabel = x
			}
		}
	}
}

func TestSnap(t *testing.T) {
	loc := zone(t, "Asia/Almaty")
	week := Scale{at(t, loc, "2022-01-01 00:00"), at(t, loc, "2022-01-10 00:00"), 1200}
	if got, want := week.Snap(at(t, loc, "2022-01-05 17:56"), loc), at(t, loc, "2022-01-05 18:00"); got != want {
		t.Errorf("got %d, want %d", got, want)
	}
	hour := Scale{at(t, loc, "2022-01-05 17:00"), at(t, loc, "2022-01-05 18:00"), 1200}
	if got, want := hour.Snap(at(t, loc, "2022-01-05 17:56")+20, loc), at(t, loc, "2022-01-05 17:56"); got != want {
		t.Errorf("got %d, want %d", got, want)
	}
}

func BenchmarkTicks(b *testing.B) {
	loc := zone(b, "Asia/Almaty")
	s := Scale{at(b, loc, "2022-01-01 00:00"), at(b, loc, "2022-01-10 00:00"), 1900}
	ticks := s.Ticks(nil, loc, 80)
	b.ReportAllocs()
	for b.Loop() {
		ticks = s.Ticks(ticks[:0], loc, 80)
	}
}
