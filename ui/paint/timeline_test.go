package paint

import (
	"image"
	"testing"
	"time"

	"qantar/ui/axis"
)

var almaty = time.FixedZone("Almaty", 6*3600)

// january is so many hours after the beginning of a day of January 2022.
func january(d, h int) int64 { return time.Date(2022, 1, d, h, 0, 0, 0, almaty).Unix() }

// testScene is a week with every sort of bar, width device pixels wide.
func testScene(width int, factor float32, style *Style) *TimeScene {
	s := &TimeScene{
		Scale:  axis.Scale{From: january(1, 0) - 6*3600, To: january(10, 6), Width: float64(width)},
		Factor: factor, Style: style, Version: 1,
		ShownFrom: january(1, 0), ShownTo: january(5, 18), Playhead: january(5, 18),
		From: january(1, 0), To: january(10, 0),
		Date: "5 Jan 2022,", Clock: "18:00", Zone: "Almaty, UTC+6",
		Bars: []TimeBar{
			{From: january(1, 0), To: january(2, 0), Item: 0, Lane: 0, Category: 0, Shape: Sometime},
			{From: january(2, 0), To: january(8, 0), Item: 1, Lane: 1, Category: 1, Shape: Sometime, Uncertain: true},
			{From: january(4, 12), To: january(4, 12) + 60, Item: 2, Lane: 0, Category: 2, Shape: Instant},
			{From: january(5, 0), To: january(6, 0), Item: 3, Lane: 2, Category: 3, Shape: Sometime},
			{From: january(5, 0), To: january(20, 0), Item: 4, Lane: 3, Category: 4, Shape: Lasting},
			{From: january(6, 23), To: january(30, 0), Item: 5, Lane: 4, Category: 5, Shape: Lasting, OpenEnd: true},
			{From: january(7, 0), To: january(8, 0), Item: 6, Lane: 0, Category: 2, Shape: Sometime, Uncertain: true},
		},
		Lanes: 5,
	}
	s.Selected = Emphasis{On: true, Bar: s.Bars[3]}
	for _, name := range []string{"orange", "vermillion", "blue", "purple", "bluish-green", "sky-blue"} {
		s.Colors = append(s.Colors, style.Category(name))
	}
	s.Midnights = s.Scale.Days(nil, almaty)
	tickTest(s)
	var spans []axis.Span
	for _, b := range s.Bars {
		spans = append(spans, axis.Span{From: b.From, To: b.To - 1, Category: b.Category, Uncertain: b.Uncertain})
	}
	s.Nights = s.Scale.Nights(nil, axis.Site{Lon: 67.5, Lat: 48.2})
	s.Bins = filled(s.Scale, float64(12*factor), spans)
	return s
}

// tickTest gives a scene its ticks.
func tickTest(s *TimeScene) {
	s.Ticks = nil
	for _, tick := range s.Scale.Ticks(nil, almaty, float64(84*s.Factor)) {
		label, form := "", "Mon 2 Jan"
		if tick.Kind == axis.Clock {
			form = "15:04"
		}
		if tick.Rank != axis.Minor {
			label = time.Unix(tick.At, 0).In(almaty).Format(form)
		}
		s.Ticks = append(s.Ticks, TimeTick{At: tick.At, Rank: tick.Rank, Kind: tick.Kind, Label: label})
	}
}

// filled is a histogram of the test scene's categories.
func filled(scale axis.Scale, least float64, spans []axis.Span) *axis.Histogram {
	h := &axis.Histogram{}
	h.Lay(scale, almaty, least, 6)
	for _, sp := range spans {
		h.Add(sp)
	}
	h.Settle()
	return h
}

// zoomIn shows two days of the scene, with an overview of the whole month.
func zoomIn(s *TimeScene) {
	var spans []axis.Span
	for _, b := range s.Bars {
		spans = append(spans, axis.Span{From: b.From, To: b.To - 1, Category: b.Category})
	}
	s.Scale.From, s.Scale.To = january(4, 6)+4*3600, january(6, 8)
	tickTest(s)
	s.Overview = Overview{From: january(1, 0), To: january(31, 0)}
	s.Overview.Bins = filled(s.Overview.Scale(s.Scale.Width), float64(3*s.Factor), spans)
	s.Nights = s.Scale.Nights(nil, axis.Site{Lon: 67.5, Lat: 48.2})
}

// throng makes the scene one of too many events for bars: the histogram has most
// of the room.
func throng(s *TimeScene) {
	zoomIn(s)
	var spans []axis.Span
	for i := range int64(20000) {
		at := january(4, 0) + i*i%(60*3600)
		spans = append(spans, axis.Span{From: at, To: at + 59, Category: int(i % 6), Uncertain: i%4 == 0})
	}
	s.Bins = filled(s.Scale, 12, spans)
	s.Dense, s.Lanes = true, 2
	s.Bars = s.Bars[4:6]
	for i := range s.Bars {
		s.Bars[i].Lane = i
	}
	s.Selected = Emphasis{}
}

func TestTimelineGoldens(t *testing.T) {
	names := testType(t)
	cases := []struct {
		name          string
		width, height int
		factor        float32
		style         *Style
		change        func(*TimeScene)
	}{
		{"light", 1200, 160, 1, &Light, nil},
		{"light-2x", 2400, 320, 2, &Light, nil},
		{"dark", 1200, 160, 1, &Dark, nil},
		{"dark-2x", 2400, 320, 2, &Dark, nil},
		{"narrow", 600, 130, 1, &Light, nil},
		{"hover", 1200, 160, 1, &Dark, func(s *TimeScene) {
			s.Hovered = Emphasis{On: true, Bar: s.Bars[6]}
			s.Tip = "Forces of six states arrive at the airport"
		}},
		{"overview", 1200, 180, 1, &Light, zoomIn},
		{"overview-dark-2x", 2400, 360, 2, &Dark, zoomIn},
		{"dense", 1200, 180, 1, &Light, throng},
		{"window", 1200, 160, 1, &Light, func(s *TimeScene) {
			s.From, s.To, s.Playhead = january(4, 18), january(5, 18), january(5, 18)
			s.ShownFrom, s.ShownTo = s.From, s.To
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := testScene(c.width, c.factor, c.style)
			if c.change != nil {
				c.change(s)
			}
			got := image.NewRGBA(image.Rect(0, 0, c.width, c.height))
			NewTimeline(names).Draw(got, s)
			compareGolden(t, got, "timeline-"+c.name)
		})
	}
}

func TestTimelineAllocatesNothingPerFrame(t *testing.T) {
	painter, dst := NewTimeline(testType(t)), image.NewRGBA(image.Rect(0, 0, 1200, 160))
	s := testScene(1200, 1, &Light)
	s.Hovered, s.Tip = Emphasis{On: true, Bar: s.Bars[6]}, "A tip"
	clocks := []string{"18:00", "18:05"}
	frame := 0
	step := func() {
		s.Playhead, s.ShownTo, s.Clock = january(5, 18)+int64(frame%50)*300, s.Playhead, clocks[frame%2]
		if frame%10 == 0 {
			s.Version++
		}
		painter.Draw(dst, s)
		frame++
	}
	step()
	step()
	if n := testing.AllocsPerRun(100, step); n != 0 {
		t.Errorf("%v allocations per frame, want none", n)
	}
}

func TestTimelineHit(t *testing.T) {
	painter, dst := NewTimeline(testType(t)), image.NewRGBA(image.Rect(0, 0, 1200, 160))
	s := testScene(1200, 1, &Light)
	if got := painter.Hit(5, 5); got.Part != NoPart {
		t.Errorf("before anything is drawn: %+v", got)
	}
	painter.Draw(dst, s)
	x := func(at int64) float32 { return float32(s.Scale.X(at)) }
	lane := func(k int) float32 { top, bottom := painter.layout.lane(k); return (top + bottom) / 2 }
	cases := []struct {
		name string
		x, y float32
		want TimeHit
	}{
		{"flag", x(s.Playhead) + 30, 10, TimeHit{PlayheadPart, -1}},
		{"line", x(s.Playhead) + 2, 60, TimeHit{PlayheadPart, -1}},
		{"left grip", x(s.From) - 5, 50, TimeHit{FromPart, -1}},
		{"right grip", x(s.To) + 5, 50, TimeHit{ToPart, -1}},
		{"right line", x(s.To) - 2, 110, TimeHit{ToPart, -1}},
		{"window", x(january(2, 0)), 12, TimeHit{WindowPart, -1}},
		{"day", x(january(1, 12)), lane(0), TimeHit{BarPart, 0}},
		{"beside an instant", x(january(4, 12)) + 4, lane(0), TimeHit{BarPart, 2}},
		{"lasting", x(january(9, 12)), lane(3), TimeHit{BarPart, 4}},
		{"histogram", x(january(3, 0)), 40, TimeHit{NoPart, -1}},
		{"labels", x(january(3, 0)), 150, TimeHit{NoPart, -1}},
		{"outside the window", 3, 10, TimeHit{NoPart, -1}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := painter.Hit(c.x, c.y); got != c.want {
				t.Errorf("at %v, %v: got %+v, want %+v", c.x, c.y, got, c.want)
			}
		})
	}
}

func TestOverviewHit(t *testing.T) {
	painter, dst := NewTimeline(testType(t)), image.NewRGBA(image.Rect(0, 0, 1200, 180))
	s := testScene(1200, 1, &Light)
	zoomIn(s)
	painter.Draw(dst, s)
	x := func(at int64) float32 { return float32(s.Overview.Scale(1200).X(at)) }
	middle := x((s.Scale.From + s.Scale.To) / 2)
	cases := []struct {
		name string
		x, y float32
		want TimePart
	}{
		{"inside the frame", middle, 172, FramePart},
		{"left edge", x(s.Scale.From) - 3, 172, FrameFromPart},
		{"right edge", x(s.Scale.To) + 3, 172, FrameToPart},
		{"beside the frame", x(s.Scale.To) + 30, 172, StripPart},
		{"the labels above it", middle, 150, NoPart},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := painter.Hit(c.x, c.y); got.Part != c.want {
				t.Errorf("got %+v, want %v", got, c.want)
			}
		})
	}
	s.Scale.From, s.Scale.To = january(5, 0), january(5, 0)+900
	painter.Draw(dst, s)
	if got := painter.Hit(x(january(5, 0)), 172); got.Part != FramePart {
		t.Errorf("the frame of a quarter of an hour is %v", got.Part)
	}
	low := image.NewRGBA(image.Rect(0, 0, 1200, 90))
	painter.Draw(low, s)
	if got := painter.Hit(middle, 85); got.Part >= FramePart {
		t.Error("a low timeline has an overview")
	}
}

func TestLanesGrowWithHeight(t *testing.T) {
	room := func(height int, factor float32) TimeRoom {
		return TimeRoom{Width: 1200, Height: height, Factor: factor}
	}
	if low, high := room(110, 1).Lanes(), room(300, 1).Lanes(); low < 3 || high <= low {
		t.Errorf("%d lanes at 110 pixels, %d at 300", low, high)
	}
	if room(320, 2).Lanes() != room(160, 1).Lanes() {
		t.Error("the scale of the screen changes how many lanes there are")
	}
	dense := room(300, 1)
	dense.Dense = true
	if dense.Lanes() >= room(300, 1).Lanes() {
		t.Error("the histogram of very many events takes no room from the lanes")
	}
}

func BenchmarkTimeline(b *testing.B) {
	for _, c := range []struct {
		name  string
		fresh uint64
	}{{"step", 0}, {"ground", 1}} {
		b.Run(c.name, func(b *testing.B) {
			painter, dst := NewTimeline(testType(b)), image.NewRGBA(image.Rect(0, 0, 1920, 160))
			s := testScene(1920, 1, &Light)
			painter.Draw(dst, s)
			b.ReportAllocs()
			for b.Loop() {
				s.Version += c.fresh
				painter.Draw(dst, s)
			}
		})
	}
}
