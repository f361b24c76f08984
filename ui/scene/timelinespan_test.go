package scene

import (
	"testing"
	"time"

	"qantar/store"
	"qantar/ui/state"
)

func TestSpanText(t *testing.T) {
	p := onMap(t, 5)
	at := func(day, hour, minute int) int64 {
		return time.Date(2022, 1, day, hour, minute, 0, 0, p.Data().Loc).Unix()
	}
	for _, c := range []struct {
		from, to int64
		lang     store.Lang
		want     string
	}{
		{at(2, 0, 0), at(3, 0, 0), store.English, "2 Jan 2022"},
		{at(5, 0, 0), at(8, 0, 0), store.English, "5 Jan – 7 Jan 2022"},
		{at(5, 18, 0), at(8, 0, 0), store.English, "5 Jan, 18:00 – 7 Jan 2022, 24:00"},
		{at(6, 23, 0), at(7, 9, 1), store.Russian, "6 янв, 23:00 – 7 янв 2022, 09:00"},
		{at(5, 0, 0), at(5, 12, 1), store.English, "5 Jan 2022, 00:00–12:00"},
		{at(5, 6, 30), at(5, 18, 0), store.English, "5 Jan 2022, 06:30–18:00"},
		{at(2, 0, 0), at(3, 0, 0), store.Kazakh, "2 қаң 2022"},
	} {
		if got := spanText(p.Data(), c.from, c.to, c.lang); got != c.want {
			t.Errorf("from %d to %d it says %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestTheFlagTellsTheWholeTime(t *testing.T) {
	p := onMap(t, 5)
	line := NewTimeline(p)
	look := TimeLook{Scale: line.Home(1000), Height: 120, Factor: 1, Style: plain.Style}
	flag := func(span bool) string {
		look.Span = span
		s := line.Scene(look)
		return s.Date + s.Clock
	}
	moment := flag(false)
	if flag(true) != moment {
		t.Errorf("up to now the flag says %q, the moment is %q", flag(true), moment)
	}
	for mode, want := range map[state.Mode]string{state.Window: "4 Jan, 12:00 – 5 Jan 2022, 12:00", state.SingleDay: "5 Jan 2022"} {
		p.SetMode(mode)
		if got := flag(true); got != want {
			t.Errorf("the flag says %q, want %q", got, want)
		}
		if got := flag(false); got != moment {
			t.Errorf("afterwards the moment is %q, before it was %q", got, moment)
		}
	}
}
