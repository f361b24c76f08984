package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"qantar/cmd/internal/shipped"
	"qantar/store"
	"qantar/store/quiz"
	"qantar/ui/paint"
	"qantar/ui/print"
	"qantar/ui/state"

	"github.com/spf13/pflag"
)

// work is what printing one format needs.
type work struct {
	press *print.Press
	data  *state.Data
	x     *exported
	told  print.Progress
}

// printed makes an exporter of one that draws.
func printed(write func(ctx context.Context, to io.Writer, w *work) error) func(context.Context, io.Writer, *exported) error {
	return func(ctx context.Context, to io.Writer, x *exported) error {
		press, err := newPress()
		if err != nil {
			return err
		}
		data, err := shipped.Data(ctx, x.db)
		if err != nil {
			return err
		}
		w := &work{press, data, x, progressOn(x.told)}
		if x.story != nil && x.print.filters {
			return misusef("a story says itself what is shown; leave %s away", "--"+strings.Join(filterFlags, ", --"))
		}
		return write(ctx, to, w)
	}
}

// progressOn tells a person at a terminal how far the work is.
func progressOn(to io.Writer) print.Progress {
	file, ok := to.(*os.File)
	if !ok {
		return nil
	}
	if info, err := file.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return nil
	}
	return func(done float64, what string) {
		end := ""
		if done >= 1 {
			end = "\r\x1b[K"
		}
		fmt.Fprintf(to, "\r\x1b[K%3.0f%% %s%s", 100*done, what, end)
	}
}

// presenter shows what the flags ask for.
func (w *work) presenter() (*state.Presenter, error) {
	f := &w.x.print
	if !slices.ContainsFunc([]string{"at", "from", "to", "known-at"}, f.flags.Changed) {
		f.render.at = w.data.Opening.Text
	} else if err := f.render.checkTimeFlags(f.flags); err != nil {
		return nil, err
	}
	p, err := f.render.presenter(w.data)
	if err == nil && !w.x.all {
		p.ShowFound("", w.x.positions)
	}
	return p, err
}

// view is where the map looks.
func (w *work) view() (*store.View, error) {
	var out frame
	err := w.x.print.render.setView(w.x.print.flags, &out)
	return out.view, err
}

func pngPicture(ctx context.Context, to io.Writer, w *work) error {
	f := &w.x.print
	style, err := f.style(&paint.Light)
	if err != nil {
		return err
	}
	size, err := f.pixels(print.Size{Width: 1280, Height: 800})
	if err != nil {
		return err
	}
	scale := f.scale
	if scale == 0 {
		scale = size.FitScale()
	} else if err := size.CheckScale(scale); err != nil {
		return misusef("--scale %w", err)
	}
	view, err := w.view()
	if err != nil {
		return err
	}
	p, err := w.presenter()
	if err != nil {
		return err
	}
	return w.press.WritePNG(ctx, to, p, print.Sheet{Size: size, Scale: float32(scale), Style: style, View: view, Caption: f.caption}, w.told)
}

// pdfPages writes a quiz, a handout or what is shown.
func pdfPages(ctx context.Context, to io.Writer, w *work) error {
	f := &w.x.print
	paper, err := print.PaperNamed(f.paper)
	if err != nil {
		return misusef("--paper: %w", err)
	}
	style, err := f.style(&paint.Paper)
	if err != nil {
		return err
	}
	date, err := documentDate()
	switch {
	case err != nil:
		return err
	case f.quiz > 0:
		return w.quiz(ctx, to, paper, date)
	case w.x.story != nil:
		return w.handout(ctx, to, print.Handout{Story: w.x.story, Lang: w.x.lang, Paper: paper, Notes: f.notes, Style: style, Date: date})
	case f.notes:
		return misusef("--notes are those of a story; name it with --story")
	}
	return w.onePage(ctx, to, print.Page{Paper: paper, Style: style, Date: date, Caption: f.caption})
}

// onePage writes what is shown.
func (w *work) onePage(ctx context.Context, to io.Writer, as print.Page) error {
	turn := slices.IndexFunc(print.Turns, func(t print.TurnName) bool { return t.Name == w.x.print.turn })
	if turn < 0 {
		return misusef("--orientation %q is not known; use auto, portrait or landscape", w.x.print.turn)
	}
	as.Turn = print.Turns[turn].Turn
	p, err := w.presenter()
	if err != nil {
		return err
	}
	if as.View, err = w.view(); err != nil {
		return err
	}
	return w.press.WritePDF(ctx, to, p, as, w.told)
}

func (w *work) handout(ctx context.Context, to io.Writer, as print.Handout) error {
	if flag := firstChanged(w.x.print.flags, "at", "view", "orientation", "caption"); flag != "" {
		return misusef("--%s does not go with --story, whose scenes say it", flag)
	}
	return w.press.WriteHandout(ctx, to, w.data, as, w.told)
}

// quiz writes questions from the whole record.
func (w *work) quiz(ctx context.Context, to io.Writer, paper print.Paper, date time.Time) error {
	if flag := firstChanged(w.x.print.flags, "story", "notes", "orientation", "theme", "at", "view", "caption"); flag != "" || w.x.print.filters {
		return misusef("--quiz asks about the whole record; leave away %s", cmp.Or(flag, "the filters"))
	}
	whole, err := w.x.db.Collection(ctx)
	if err != nil {
		return err
	}
	questions := quiz.New(whole, quiz.Options{Seed: w.x.print.seed, Count: w.x.print.quiz})
	if len(questions) == 0 {
		return misusef("this collection has nothing to make a quiz of")
	}
	w.x.made = fmt.Sprintf("%d questions", len(questions))
	return w.press.WriteQuiz(ctx, to, print.Quiz{Questions: questions, Record: w.x.frame, Lang: w.x.lang, Paper: paper, Date: date}, w.told)
}

// firstChanged is the first of some flags that is given, or "".
func firstChanged(flags *pflag.FlagSet, names ...string) string {
	for _, name := range names {
		if flags.Changed(name) {
			return name
		}
	}
	return ""
}

// documentDate is the date that a document is given: SOURCE_DATE_EPOCH, or none.
// Source: reproducible-builds.org, "SOURCE_DATE_EPOCH specification".
func documentDate() (time.Time, error) {
	text := os.Getenv("SOURCE_DATE_EPOCH")
	if text == "" {
		return time.Time{}, nil
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return time.Time{}, misusef("SOURCE_DATE_EPOCH is %q, and not seconds since 1970", text)
	}
	return time.Unix(seconds, 0), nil
}

// film is the film asked for.
func (w *work) film() (print.Film, error) {
	f := &w.x.print
	style, err := f.style(&paint.Light)
	if err != nil {
		return print.Film{}, err
	}
	size, err := f.pixels(print.Size{Width: 960, Height: 600})
	return print.Film{Story: w.x.story, Lang: w.x.lang, Size: size, Style: style}, err
}

func gifFilm(ctx context.Context, to io.Writer, w *work) error {
	film, err := w.film()
	if err != nil {
		return err
	}
	return w.press.WriteGIF(ctx, to, w.data, film, w.told)
}

// video makes films of a format that another program encodes.
func video(as print.Video) func(ctx context.Context, to io.Writer, w *work) error {
	return func(ctx context.Context, to io.Writer, w *work) error {
		film, err := w.film()
		if err != nil {
			return err
		}
		return w.press.WriteVideo(ctx, to, w.data, film, as, w.told)
	}
}
