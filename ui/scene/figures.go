package scene

import (
	"math"
	"slices"
	"strings"
	"time"

	"qantar/store"
	"qantar/ui/axis"
	"qantar/ui/paint"
	"qantar/ui/state"
)

// sourceMarks tell the sources' claims apart, by shape and colour together.
var sourceMarks = []struct{ shape, color string }{
	{"circle", "orange"}, {"square", "blue"}, {"diamond", "bluish-green"}, {"triangle", "vermillion"},
	{"pentagon", "purple"}, {"hexagon", "sky-blue"}, {"star", "gray"}, {"plus", "yellow"},
}

// sourceMark is the shape and the colour of source s, an index into
// Collection.Sources.
func sourceMark(s int) (shape, color string) {
	m := sourceMarks[s%len(sourceMarks)]
	return m.shape, m.color
}

// claims are how a qualified number is written, by language. The typeface has no
// signs for "at least" and "about"; Kazakh takes signs where a case ending would
// have to follow the number's sound.
var claims = map[store.Lang]map[store.Qualifier]string{
	store.English: {
		store.About: "about {n}", store.AtLeast: "at least {n}", store.MoreThan: "more than {n}",
		store.UpTo: "up to {n}", store.Nearly: "nearly {n}", store.FewerThan: "fewer than {n}",
	},
	store.Kazakh: {
		store.About: "шамамен {n}", store.AtLeast: "кемінде {n}", store.MoreThan: "> {n}",
		store.UpTo: "ең көбі {n}", store.Nearly: "{n} дерлік", store.FewerThan: "< {n}",
	},
	store.Russian: {
		store.About: "около {n}", store.AtLeast: "не менее {n}", store.MoreThan: "более {n}",
		store.UpTo: "до {n}", store.Nearly: "почти {n}", store.FewerThan: "менее {n}",
	},
}

// Claim writes a figure's number as it is qualified, or the word it has instead.
func Claim(f *store.Figure, lang store.Lang) string {
	if f.Low == nil {
		return "“" + f.Words + "”"
	}
	text := Number(*f.Low, lang)
	if f.High != nil && *f.High > *f.Low {
		text += "–" + Number(*f.High, lang)
	}
	if form, ok := claims[in(lang)][f.Qualifier]; ok {
		text = strings.Replace(form, "{n}", text, 1)
	}
	return text
}

// opens tells whither a qualifier leaves its number open.
var opens = map[store.Qualifier]paint.Direction{
	store.AtLeast: paint.Upwards, store.MoreThan: paint.Upwards,
	store.UpTo: paint.Downwards, store.FewerThan: paint.Downwards, store.Nearly: paint.Downwards,
}

// Figures builds the chart of a measure. events are the events of its points,
// ids in the order of the points.
func Figures(p *state.Presenter, measure string, style *paint.Style, factor float32) (s *paint.FigureScene, events []string) {
	data := p.Data()
	s = &paint.FigureScene{Factor: factor, Style: style, Playhead: p.Playhead()}
	s.Scale = axis.Scale{From: data.Window.Earliest, To: data.Window.Latest + 1, Width: 400}
	top := 0.0
	for i := range data.Figures {
		f := &data.Figures[i]
		if f.Measure != measure || f.Low == nil || !p.HasTold(f.Source) {
			continue
		}
		s.Points = append(s.Points, point(p, f, s))
		events = append(events, f.Event)
		top = math.Max(top, s.Points[len(s.Points)-1].High)
	}
	sideBySide(s.Points)
	s.Values = values(top, p.Lang())
	for _, t := range s.Scale.Ticks(nil, data.Loc, 24) {
		if t.Kind == axis.Day {
			s.Ticks = append(s.Ticks, paint.TimeTick{At: t.At, Rank: t.Rank, Label: dayText(time.Unix(t.At, 0).In(data.Loc), p.Lang())})
		}
	}
	return s, events
}

func point(p *state.Presenter, f *store.Figure, s *paint.FigureScene) paint.FigurePoint {
	source := slices.IndexFunc(p.Data().Sources, func(c store.Source) bool { return c.ID == f.Source })
	shape, color := sourceMark(max(0, source))
	selected := p.Selected() >= 0 && p.Data().Item(p.Selected()).Event.ID == f.Event
	clamp := func(t int64) int64 { return max(s.Scale.From, min(s.Scale.To, t)) }
	high := *f.Low
	if f.High != nil {
		high = *f.High
	}
	return paint.FigurePoint{
		From: clamp(f.AsOf.Earliest), To: clamp(f.AsOf.Latest), Low: *f.Low, High: high,
		Shape: shape, Color: s.Style.Category(color), Open: opens[f.Qualifier], About: f.Qualifier == store.About,
		Later: f.AsOf.Earliest > p.Playhead(), Selected: selected, Label: Claim(f, p.Lang()),
	}
}

// besideWidth is how far apart equal claims stand, in pixels, and besideTime how
// close in time they must be for that, in seconds.
const (
	besideWidth = 17
	besideTime  = 18 * 3600
)

// sideBySide shifts claims of the same number at about the same time, so that
// none hides another; only the last of them is written out.
func sideBySide(points []paint.FigurePoint) {
	done := make([]bool, len(points))
	for i := range points {
		if done[i] {
			continue
		}
		group := []int{i}
		for j := i + 1; j < len(points); j++ {
			if !done[j] && points[j].Low == points[i].Low && near(points[i], points[j]) {
				group = append(group, j)
				done[j] = true
			}
		}
		for n, j := range group {
			points[j].Shift = besideWidth * (float32(n) - float32(len(group)-1)/2)
			if n < len(group)-1 && points[j].Label == points[group[len(group)-1]].Label {
				points[j].Label = ""
			}
		}
	}
}

func near(a, b paint.FigurePoint) bool {
	apart := (a.From+a.To)/2 - (b.From+b.To)/2
	return max(apart, -apart) < besideTime
}

// largest is the highest number that an axis is made for: beyond it steps of one
// and ten could not be told apart, and a file from elsewhere may hold infinity.
const largest = 1e15

// values are round numbers from zero up past top, at most six of them.
func values(top float64, lang store.Lang) []paint.FigureTick {
	if !(top > 0) { // or no number at all
		top = 1
	}
	top = min(top, largest)
	power := math.Pow(10, math.Floor(math.Log10(top))-1)
	step := power
	for _, round := range []float64{2, 5, 10, 20} {
		if top/step > 5 {
			step = round * power
		}
	}
	var ticks []paint.FigureTick
	for v := 0.0; ; v += step {
		ticks = append(ticks, paint.FigureTick{Value: v, Label: Number(v, lang)})
		if v > top*1.05 { // room for an arrow above the highest
			return ticks
		}
	}
}
