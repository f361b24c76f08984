package print

import (
	"context"
	"io"
	"time"

	"qantar/store"
	"qantar/ui/paint"
	"qantar/ui/state"
)

// Handout is a story on paper for a class: a title page, for each scene its
// picture, caption, events and who reports them, and questions with lines to
// write on; at the end the sources.
type Handout struct {
	Story *store.Story
	Lang  store.Lang
	Paper Paper
	Notes bool         // with the speaker's notes: the teacher's copy
	Style *paint.Style // nil: paint.Paper
	Date  time.Time    // of the document; zero: the end of the time that the collection tells of
}

// handout makes one handout. Lengths are points.
type handout struct {
	Handout
	*worksheet
	press  *Press
	p      *state.Presenter
	starts []int // the page on which each scene begins, from 1
}

// WriteHandout writes a story of data as PDF. It takes about a second for ten
// scenes.
func (k *Press) WriteHandout(ctx context.Context, to io.Writer, data *state.Data, as Handout, progress Progress) error {
	h := k.newHandout(data, as)
	if err := h.scenes(ctx, progress.part(0, 0.8)); err != nil {
		return err
	}
	h.closing()
	if err := h.opening(ctx); err != nil {
		return err
	}
	h.number(h.in(as.Story.Title))
	b := &book{
		paper: as.Paper, leaves: h.leaves, title: h.in(as.Story.Title), subject: h.in(as.Story.Summary),
		frame: data.Collection, lang: as.Lang, date: dateOr(as.Date, data.Collection),
	}
	if as.Notes {
		b.title += " – " + h.word("print-teacher")
	}
	return k.write(ctx, to, b, progress.part(0.8, 1))
}

func (k *Press) newHandout(data *state.Data, as Handout) *handout {
	h := &handout{Handout: as, worksheet: k.newWorksheet(as.Paper, as.Lang), press: k}
	if h.Style == nil {
		h.Style = &paint.Paper
	}
	h.p = presenter(data, as.Lang)
	return h
}
