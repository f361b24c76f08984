package scene

import (
	"image"
	"math"

	"qantar/store"
	"qantar/ui/paint"
)

// Insets are the parts along the sides of a map, in pixels, where something
// lies over it, and in the upper left corner of what they leave the width and
// the height of another such part.
type Insets struct {
	Top, Right, Bottom, Left float64
	Corner                   [2]float64
}

// free is the part of a picture where callouts may stand, in device pixels.
func (l Look) free(view image.Point) image.Rectangle {
	px := func(v float64) int { return int(math.Round((v + l.Margin) * float64(l.Scale))) }
	c := l.Clear
	return image.Rect(px(c.Left), px(c.Top), view.X-px(c.Right), view.Y-px(c.Bottom))
}

// covered is the corner's part of a picture, in device pixels.
func (l Look) covered(free image.Rectangle) image.Rectangle {
	px := func(v float64) int { return int(math.Round(v * float64(l.Scale))) }
	return image.Rect(free.Min.X, free.Min.Y, free.Min.X+px(l.Clear.Corner[0]), free.Min.Y+px(l.Clear.Corner[1]))
}

// callouts adds a callout for every mark and area that stands for something
// that is spoken of and shown. Events of one mark share its callout.
func (m *Map) callouts(pic *Picture) {
	data, lang := m.p.Data(), m.p.Lang()
	m.calledFor = m.calledFor[:0]
	for _, i := range m.p.Highlights() {
		mark := -1
		switch {
		case !m.p.Shown().Has(i):
			continue
		case !data.Cols.Flags[i].Has(store.Area):
			if mark = m.markOf(pic, i); mark < 0 {
				continue
			}
		}
		title := data.Item(i).Event.Title.In(lang)
		if k := m.calledOf(pic, mark, i); k >= 0 {
			pic.Callouts[k].Titles = append(pic.Callouts[k].Titles, title)
			continue
		}
		pic.Callouts = append(pic.Callouts, m.callout(pic, mark, i, title))
		m.calledFor = append(m.calledFor, mark)
	}
}

// calledOf is the callout that stands for a mark already, or, for an event over
// an area, for the same place; -1 where there is none.
func (m *Map) calledOf(pic *Picture, mark, i int) int {
	for k, other := range m.calledFor {
		if other == mark && (mark >= 0 || pic.Callouts[k].At == projected(m.p.Data().PlaceOf(i))) {
			return k
		}
	}
	return -1
}

func (m *Map) callout(pic *Picture, mark, i int, title string) paint.Callout {
	c := paint.Callout{At: projected(m.p.Data().PlaceOf(i)), Titles: []string{title}}
	if mark >= 0 {
		c.At, c.Radius = pic.Marks[mark].At, pic.Marks[mark].Radius
		if pic.Marks[mark].Count < 2 {
			c.Radius *= 1.3 // a symbol's corners reach further
		}
	}
	return c
}

// markOf is the mark that stands for event i, alone or with others, or -1.
func (m *Map) markOf(pic *Picture, i int) int {
	bunch := -1
	if !m.crowd.dense {
		bunch = m.bunchOf(i)
	}
	for k := range pic.Groups {
		g := &pic.Groups[k]
		if g.One == i || bunch >= 0 && g.One < 0 && g.bunch == bunch {
			return k
		}
	}
	return -1
}
