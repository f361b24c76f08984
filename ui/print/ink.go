package print

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"qantar/ui/paint"

	"codeberg.org/go-pdf/fpdf"
)

// ink puts drawings on the pages of a document, as vectors and real text.
type ink struct {
	pdf     *fpdf.Fpdf
	at      placed
	clipped bool
	photos  int // of all pages
	told    told
	before  told // the clip
}

// told is what the page has been told last. Where a page or a clip ends, it is
// again what it was before.
type told struct {
	opacity float64
	cut     string
	size    float64
}

func newInk(pdf *fpdf.Fpdf) *ink { return &ink{pdf: pdf} }

// leaf puts a page down.
func (k *ink) leaf(l *leaf) {
	k.pdf.AddPage()
	k.told = told{1, "none", 0}
	for _, m := range l.marks {
		k.pdf.Bookmark(printable(m.title), m.level, float64(m.y))
	}
	for _, p := range l.placed {
		k.place(p)
	}
	k.place(placed{drawing: &l.text, scale: 1})
}

// place draws a drawing on the page.
func (k *ink) place(p placed) {
	k.at = p
	for _, part := range p.drawing.Parts {
		switch v := part.(type) {
		case paint.Clip:
			k.clip(v.At)
		case paint.Area:
			k.area(&v)
		case paint.Stripes:
			k.stripes(&v)
		case paint.Words:
			k.words(&v)
		case paint.Photo:
			k.photo(&v)
		}
	}
	k.unclip()
}

func (k *ink) x(x float32) float64      { return float64(k.at.x + x*k.at.scale) }
func (k *ink) y(y float32) float64      { return float64(k.at.y + y*k.at.scale) }
func (k *ink) length(l float32) float64 { return float64(l * k.at.scale) }

func (k *ink) clip(r image.Rectangle) {
	k.unclip()
	k.pdf.ClipRect(k.x(float32(r.Min.X)), k.y(float32(r.Min.Y)), k.length(float32(r.Dx())), k.length(float32(r.Dy())), false)
	k.clipped, k.before = true, k.told
}

func (k *ink) unclip() {
	if k.clipped {
		k.pdf.ClipEnd()
		k.clipped, k.told = false, k.before
	}
}

func (k *ink) fade(opacity float64) {
	if opacity != k.told.opacity {
		k.pdf.SetAlpha(opacity, "Normal")
		k.told.opacity = opacity
	}
}

func (k *ink) fill(c color.RGBA) {
	r, g, b, opacity := clear(c)
	k.fade(opacity)
	k.pdf.SetFillColor(r, g, b)
}

func (k *ink) draw(c color.RGBA, width float32) {
	r, g, b, opacity := clear(c)
	k.fade(opacity)
	k.pdf.SetDrawColor(r, g, b)
	k.pdf.SetLineWidth(k.length(width))
}

func (k *ink) area(a *paint.Area) {
	if a.Line > 0 {
		k.draw(a.Color, a.Line)
		k.path(&a.Path)
		k.pdf.DrawPath("D")
		return
	}
	k.fill(a.Color)
	k.path(&a.Path)
	k.pdf.DrawPath("F")
}

func (k *ink) path(p *paint.Path) {
	points := p.Points
	next := func() (x, y float64) {
		q := points[0]
		points = points[1:]
		return k.x(q[0]), k.y(q[1])
	}
	for _, verb := range p.Verbs {
		switch verb {
		case paint.Move:
			x, y := next()
			k.pdf.MoveTo(x, y)
		case paint.Line:
			x, y := next()
			k.pdf.LineTo(x, y)
		case paint.Cube:
			x0, y0 := next()
			x1, y1 := next()
			x, y := next()
			k.pdf.CurveBezierCubicTo(x0, y0, x1, y1, x, y)
		case paint.Close:
			k.pdf.ClosePath()
		}
	}
}

// stripes draws lines, as long as the path is wide and high, that its outline
// cuts.
func (k *ink) stripes(s *paint.Stripes) {
	before := k.told
	k.pdf.RawWriteStr("q")
	k.path(&s.Path)
	k.pdf.RawWriteStr("W n")
	square := s.X*s.X + s.Y*s.Y
	across := float32(math.Sqrt(float64(square)))
	k.draw(s.Color, s.Line/across)
	x0, y0, x1, y1 := extent(&s.Path)
	least, most := float32(math.Inf(1)), float32(math.Inf(-1))
	for _, corner := range [4][2]float32{{x0, y0}, {x1, y0}, {x0, y1}, {x1, y1}} {
		at := s.Start + corner[0]*s.X + corner[1]*s.Y
		least, most = min(least, at), max(most, at)
	}
	reach := (x1 - x0) + (y1 - y0)
	for n := math.Floor(float64(least / s.Period)); n <= float64(most/s.Period); n++ {
		along := float32(n)*s.Period + s.Line/2 - s.Start
		// The stripe's point that is nearest to the middle of the path.
		mx, my := (x0+x1)/2, (y0+y1)/2
		off := (along - mx*s.X - my*s.Y) / square
		px, py := mx+off*s.X, my+off*s.Y
		dx, dy := -s.Y/across*reach, s.X/across*reach
		k.pdf.Line(k.x(px-dx), k.y(py-dy), k.x(px+dx), k.y(py+dy))
	}
	k.pdf.RawWriteStr("Q")
	k.told = before
}

// extent is the smallest rectangle around a path's points.
func extent(p *paint.Path) (x0, y0, x1, y1 float32) {
	for i, q := range p.Points {
		if i == 0 {
			x0, y0, x1, y1 = q[0], q[1], q[0], q[1]
		}
		x0, y0, x1, y1 = min(x0, q[0]), min(y0, q[1]), max(x1, q[0]), max(y1, q[1])
	}
	return x0, y0, x1, y1
}

// words writes a line of real text. A halo is the same letters drawn as lines
// before, which stand for no text; letters set apart stand for their words as a
// whole.
func (k *ink) words(w *paint.Words) {
	x, y, text := k.x(w.X), k.y(w.Y), printable(w.Text)
	k.face(w)
	if w.Tracking > 0 {
		k.pdf.RawWriteStr(fmt.Sprintf("%.3f Tc", k.length(w.Tracking)))
	}
	if w.HaloWidth > 0 {
		k.standFor("", func() {
			k.draw(w.Halo, 2*w.HaloWidth)
			k.pdf.SetTextRenderingMode(1)
			k.pdf.Text(x, y, text)
			k.pdf.SetTextRenderingMode(0)
		})
	}
	r, g, b, opacity := clear(w.Ink)
	k.fade(opacity)
	k.pdf.SetTextColor(r, g, b)
	if w.Tracking > 0 {
		k.standFor(text, func() { k.pdf.Text(x, y, text) })
		k.pdf.RawWriteStr("0 Tc")
		return
	}
	k.pdf.Text(x, y, text)
}

// printable is a text with a box in place of every character that a page cannot
// hold: control characters, and those beyond the first 65,536, which the
// typeface does not have.
func printable(text string) string {
	const box = '□'
	return strings.Map(func(r rune) rune {
		if r > 0xFFFF || unicode.IsControl(r) || r == utf8.RuneError {
			return box
		}
		return r
	}, text)
}

func (k *ink) face(w *paint.Words) {
	if cut, size := cuts[w.Weight], k.length(w.Size); cut != k.told.cut || size != k.told.size {
		k.pdf.SetFont(family, cut, size)
		k.told.cut, k.told.size = cut, size
	}
}

// standFor has what do puts on the page stand for a text, for those who copy,
// search or listen: PDF 32000-1:2008, section 14.9.4.
func (k *ink) standFor(text string, do func()) {
	var hex bytes.Buffer
	for _, unit := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&hex, "%04X", unit)
	}
	k.pdf.RawWriteStr("/Span <</ActualText <FEFF" + hex.String() + ">>> BDC")
	do()
	k.pdf.RawWriteStr("EMC")
}

// photo puts a part down that only pixels can show.
func (k *ink) photo(p *paint.Photo) {
	var file bytes.Buffer
	if err := png.Encode(&file, p.Image); err != nil {
		k.pdf.SetError(err)
		return
	}
	k.photos++
	name, as := "photo"+strconv.Itoa(k.photos), fpdf.ImageOptions{ImageType: "PNG"}
	k.pdf.RegisterImageOptionsReader(name, as, &file)
	k.fade(1)
	k.pdf.ImageOptions(name, k.x(float32(p.At.Min.X)), k.y(float32(p.At.Min.Y)),
		k.length(float32(p.At.Dx())), k.length(float32(p.At.Dy())), false, as, 0, "")
}
