package scene

import (
	"testing"
	"time"

	"qantar/store"
	"qantar/store/when"
	"qantar/ui/axis"
	"qantar/ui/paint"
	"qantar/ui/state"
)

// timeEvents are when the events of the fixture were, by id in order of time.
var timeEvents = []struct {
	id, when   string
	importance int
}{
	{"long-ago", "1991", 1},
	{"first", "2022-01-02", 2},
	{"some-time", "[2022-01-02..2022-01-07]", 1},
	{"storm", "2022-01-05", 3},
	{"emergency", "2022-01-05/2022-01-19", 3},
	{"shutdown", "2022-01-05/", 2},
	{"perhaps", "2022-01-05?", 1},
	{"instant", "2022-01-06T23:00", 2},
	{"about", "2022-01-06T23:30~", 2},
	{"last", "2022-01-09", 1},
}

// timePresenter shows the fixture.
func timePresenter(t testing.TB) *state.Presenter {
	t.Helper()
	loc, err := time.LoadLocation("Asia/Almaty")
	if err != nil {
		t.Fatal(err)
	}
	parse := func(text string) when.When {
		w, err := when.Parse(text, loc)
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	c := &store.Collection{
		ID: "fixture", TimeZone: "Asia/Almaty",
		Window: parse("2022-01-01/2022-01-09"), Opening: parse("2022-01-05T18:00"),
		Categories: []store.Category{{ID: "a", Color: "orange"}, {ID: "b", Color: "blue"}},
		Sources:    []store.Source{{ID: "paper"}},
		Places: []store.Place{{
			ID: "almaty", Name: store.Text{En: "Almaty", Kk: "Алматы", Ru: "Алматы"}, TimeZone: "Asia/Almaty",
		}},
	}
	for i, e := range timeEvents {
		c.Events = append(c.Events, store.Event{
			ID: e.id, Title: store.Text{En: "Event " + e.id}, Category: []string{"a", "b"}[i%2],
			When: parse(e.when), Place: "almaty", Importance: e.importance,
			Reports: []store.Report{{Source: "paper"}},
		})
	}
	data, err := state.Prepare(c)
	if err != nil {
		t.Fatal(err)
	}
	return state.New(data, state.Options{Dispatch: func(f func()) { f() }, Now: time.Now})
}

func timeLook(t *Timeline) TimeLook {
	return TimeLook{Scale: t.Home(1200), Height: 160, Factor: 1, Style: &paint.Light}
}

func TestTimelineBars(t *testing.T) {
	p := timePresenter(t)
	build := NewTimeline(p)
	s := build.Scene(timeLook(build))
	want := map[string]paint.TimeBar{
		"storm":     {Shape: paint.Sometime},
		"some-time": {Shape: paint.Sometime, Uncertain: true},
		"perhaps":   {Shape: paint.Sometime, Uncertain: true},
		"emergency": {Shape: paint.Lasting},
		"shutdown":  {Shape: paint.Lasting, OpenEnd: true},
		"instant":   {Shape: paint.Instant},
		"about":     {Shape: paint.Sometime, Uncertain: true},
	}
	for _, b := range s.Bars {
		id := p.Data().Item(b.Item).Event.ID
		w, ok := want[id]
		if !ok {
			continue
		}
		delete(want, id)
		if b.Shape != w.Shape || b.Uncertain != w.Uncertain || b.OpenEnd != w.OpenEnd {
			t.Errorf("%s: got %+v", id, b)
		}
		if end := p.Data().Window.Latest + 1; id == "shutdown" && b.To != end {
			t.Errorf("the open end is drawn until %d, want the window's end %d", b.To, end)
		}
	}
	if len(want) > 0 {
		t.Errorf("no bars for %v", want)
	}
}

func TestTimelineKeepsWhatThePlayheadLeaves(t *testing.T) {
	p := timePresenter(t)
	build := NewTimeline(p)
	look := timeLook(build)
	version := build.Scene(look).Version
	p.SetPlayhead(p.Playhead() + 3600)
	s := build.Scene(look)
	if s.Version != version {
		t.Error("moving the playhead makes the ground anew")
	}
	if s.Clock != "19:00" || s.Date != "5 Jan 2022," || s.Zone != "Almaty, UTC+6" {
		t.Errorf("the flag says %q %q in %q", s.Date, s.Clock, s.Zone)
	}
	bars := len(s.Bars)
	p.ToggleCategory(0)
	if s = build.Scene(look); s.Version == version || len(s.Bars) >= bars {
		t.Errorf("hiding a category leaves version %d and %d bars", s.Version, len(s.Bars))
	}
	version = s.Version
	look.Scale = look.Scale.ZoomAt(600, 2, build.Limits())
	if build.Scene(look).Version == version {
		t.Error("zooming leaves the ground as it was")
	}
}

func TestTimelineFrameAllocatesNothing(t *testing.T) {
	p := timePresenter(t)
	build := NewTimeline(p)
	look := timeLook(build)
	build.Scene(look)
	if n := testing.AllocsPerRun(50, func() { build.Scene(look) }); n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
}

func TestTimelineCountsWhatHasNoBar(t *testing.T) {
	p := timePresenter(t)
	build := NewTimeline(p)
	look := timeLook(build)
	look.Height = 60 // room for one lane
	missing := 0
	for _, tick := range build.Scene(look).Ticks {
		if tick.More != "" {
			missing++
		}
	}
	if missing == 0 {
		t.Error("no tick says that events have no bar")
	}
	p.Select(p.Data().Index("perhaps"))
	if s := build.Scene(look); !s.Selected.On {
		t.Error("the selected event does not stand out without a lane")
	}
}

func TestTimelineReach(t *testing.T) {
	build := NewTimeline(timePresenter(t))
	from, to := time.Unix(build.Limits().From, 0).UTC(), time.Unix(build.Limits().To, 0).UTC()
	if from.Year() != 1990 || to.Year() != 2022 {
		t.Errorf("the axis reaches from %v to %v", from, to)
	}
}

// TestOverviewSpansWhereEventsBegin: the window, and beyond it what passes the
// filter.
func TestOverviewSpansWhereEventsBegin(t *testing.T) {
	p := timePresenter(t)
	build := NewTimeline(p)
	look := timeLook(build)
	if s := build.Scene(look); s.Overview.Bins != nil {
		t.Error("there is an overview unasked")
	}
	look.Overview = true
	years := func() (from, to int) {
		o := build.Scene(look).Overview
		return time.Unix(o.From, 0).UTC().Year(), time.Unix(o.To, 0).UTC().Year()
	}
	if from, to := years(); from != 1990 || to != 2022 {
		t.Errorf("it spans %d to %d, want the margin before 1991 to 2022", from, to)
	}
	version := build.Scene(look).Version
	p.ToggleCategory(0) // that of 1991
	if from, to := years(); from != 2021 || to != 2022 || build.Scene(look).Version == version {
		t.Errorf("it spans %d to %d", from, to)
	}
	total := 0.0
	bins := build.Scene(look).Overview.Bins
	for b := range bins.Bins() {
		total += bins.Weight(b)
	}
	if total < 4.5 || total > 5 {
		t.Errorf("it weighs %v, want that of 5 events but for what reaches beyond", total)
	}
	look.Height = 80
	if s := build.Scene(look); s.Overview.Bins != nil {
		t.Error("a low timeline has an overview")
	}
}

func TestNightsAndMidnightsShowWhereDaysAreWide(t *testing.T) {
	build := NewTimeline(timePresenter(t))
	look := timeLook(build)
	for _, c := range []struct {
		days              int64
		nights, midnights bool
	}{{9, true, true}, {60, false, true}, {300, false, false}} {
		look.Scale.To = look.Scale.From + c.days*24*3600
		s := build.Scene(look)
		if len(s.Nights) > 0 != c.nights || len(s.Midnights) > 0 != c.midnights {
			t.Errorf("%d days have %d nights and %d midnights", c.days, len(s.Nights), len(s.Midnights))
		}
	}
}

// TestOneEvent: a collection of a single moment has an axis, a bar and a bin.
func TestOneEvent(t *testing.T) {
	p := timePresenter(t)
	c := *p.Data().Collection
	c.Events = []store.Event{*p.Data().Item(p.Data().Index("instant")).Event}
	c.Window, c.Opening = c.Events[0].When, c.Events[0].When
	data, err := state.Prepare(&c)
	if err != nil {
		t.Fatal(err)
	}
	build := NewTimeline(state.New(data, state.Options{}))
	look := timeLook(build)
	look.Overview = true
	s := build.Scene(look)
	if len(s.Bars) != 1 || s.Bins.Max(s.Bins.Between(s.Scale.From, s.Scale.To)) != 1 {
		t.Errorf("it has %d bars, and %v events in a bin", len(s.Bars), s.Bins.Max(0, s.Bins.Bins()))
	}
	labels := 0
	for _, tick := range s.Ticks {
		if tick.Label != "" {
			labels++
		}
	}
	if at := s.Scale.X(s.Bars[0].From); at < 0 || at > s.Scale.Width || labels < 3 {
		t.Errorf("it stands at %v pixels, with %d labels", at, labels)
	}
}

// TestCenturies: the labels of a thousand years are years.
func TestCenturies(t *testing.T) {
	build := NewTimeline(timePresenter(t))
	look := timeLook(build)
	look.Scale.From = time.Date(1000, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
	var labels []string
	for _, tick := range build.Scene(look).Ticks {
		if tick.Label != "" {
			labels = append(labels, tick.Label)
		}
	}
	if len(labels) != 11 || labels[0] != "1000" || labels[10] != "2000" {
		t.Errorf("the labels are %v", labels)
	}
}

func TestTimelineTexts(t *testing.T) {
	p := timePresenter(t)
	at := p.Playhead()
	full := []struct {
		lang store.Lang
		want string
	}{
		{store.English, "Wed 5 January 2022, 18:00 (Almaty, UTC+6)"},
		{store.Kazakh, "ср, 2022 ж. 5 қаңтар, 18:00 (Алматы, UTC+6)"},
		{store.Russian, "ср, 5 января 2022 г., 18:00 (Алматы, UTC+6)"},
	}
	for _, c := range full {
		if got := FullTime(p.Data(), at, c.lang); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
	may := time.Date(2022, 5, 9, 7, 30, 0, 0, time.FixedZone("", -12600))
	ticks := []struct {
		kind  axis.Kind
		lang  store.Lang
		roomy bool
		want  string
	}{
		{axis.Clock, store.English, true, "07:30"},
		{axis.Day, store.English, true, "Mon 9 May"},
		{axis.Day, store.Kazakh, true, "дс 9 мам"},
		{axis.Day, store.Russian, false, "9 мая"},
		{axis.Month, store.Russian, false, "май"},
		{axis.Year, store.English, false, "2022"},
		{axis.Day, "fr", false, "9 May"},
	}
	for _, c := range ticks {
		if got := tickText(may, c.kind, c.lang, c.roomy); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
	if got := offsetText(may); got != "UTC−3:30" {
		t.Errorf("got %q", got)
	}
	if got := NewTimeline(p).Tip(p.Data().Index("storm")); got != "Event storm · 5 Jan 2022" {
		t.Errorf("the tip is %q", got)
	}
}

func BenchmarkTimelineZoom(b *testing.B) {
	build := NewTimeline(timePresenter(b))
	look := timeLook(build)
	home := look.Scale
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		look.Scale = home.ZoomAt(600, 1+float64(i%50)/10, build.Limits())
		build.Scene(look)
	}
}
