package print

import (
	"cmp"
	"context"
	"io"
	"time"

	"qantar/store"
	"qantar/ui/paint"
	"qantar/ui/state"
)

// Page is a printed page with one picture.
type Page struct {
	Paper   Paper
	Turn    Turn
	Style   *paint.Style // nil: paint.Paper
	View    *store.View  // as in Sheet
	Fit     bool
	Tiles   *paint.TileLayer
	Credit  string
	Caption string    // as in Sheet
	Date    time.Time // of the document; zero: the end of the time that the collection tells of
}

// pageMargin is the empty edge of a page with one picture, in points.
const pageMargin = 36

// Sizes of pictures on pages: points for each pixel of the usual picture, whose
// letters are 16 pixels high, and how much finer than it is drawn.
const (
	pagePixel = 0.53
	pageFine  = 2
)

// WritePDF draws what p shows, whose map it moves, as a PDF of one page.
func (k *Press) WritePDF(ctx context.Context, to io.Writer, p *state.Presenter, as Page, progress Progress) error {
	progress.tell(0, k.words.In(p.Lang(), "print-drawing"))
	paper := as.turn(p)
	width, height := paper.Width-2*pageMargin, paper.Height-2*pageMargin
	style := as.Style
	if style == nil {
		style = &paint.Paper
	}
	scale := float32(pagePixel) / pageFine
	drawing, err := k.drawing(ctx, p, Sheet{
		Size: Size{int(width / scale), int(height / scale)}, Scale: pageFine, Style: style,
		View: as.View, Fit: as.Fit, Tiles: as.Tiles, Credit: as.Credit, Caption: as.Caption,
	})
	if err != nil {
		return err
	}
	frame := p.Data().Collection
	title := cmp.Or(as.Caption, frame.Title.In(p.Lang()))
	l := &leaf{
		placed: []placed{{drawing, pageMargin, pageMargin, scale}},
		marks:  []bookmark{{title: title + " · " + shownTime(p)}},
	}
	b := &book{
		paper: paper, leaves: []*leaf{l}, title: title, subject: frame.Summary.In(p.Lang()),
		frame: frame, lang: p.Lang(), date: dateOr(as.Date, frame),
	}
	return k.write(ctx, to, b, progress.part(0.5, 1))
}

// turn is the paper as it lies for what p shows.
func (as *Page) turn(p *state.Presenter) Paper {
	turn := as.Turn
	if turn == AsFits {
		turn = turnFor(p)
	}
	if turn == Sideways {
		return as.Paper.turned()
	}
	return as.Paper
}
