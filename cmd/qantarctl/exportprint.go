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

// printFlags are for what is drawn.
type printFlags struct {
	size, theme, at, view string
	scale                 float64
	paper, turn           string
	notes                 bool
	quiz                  int
	seed                  uint64

	render  renderFlags // the same with what it takes from the other flags
	flags   *pflag.FlagSet
	filters bool // entries are left out
}

// printFlagFormats are the formats that each flag is for.
var printFlagFormats = map[string]string{
	"size": "png gif webp mp4", "theme": "png pdf gif webp mp4", "scale": "png", "at": "png pdf", "view": "png pdf",
	"paper": "pdf", "orientation": "pdf", "notes": "pdf", "quiz": "pdf", "seed": "pdf",
}

func (f *printFlags) addFlags(flags *pflag.FlagSet) {
	flags.StringVar(&f.at, "at", "", "png, pdf: show everything up to this `time`, in EDTF; with --from and --to what\noverlaps the time between them (default the moment at which the collection opens)")
	flags.StringVar(&f.view, "view", "", "png, pdf: where the map looks, as `lon,lat,zoom` (default the collection's home view)")
	flags.StringVar(&f.theme, "theme", "", "`name` of the colours of pictures: light, dark or contrast (default light, and for\npdf colours for paper)")
	flags.StringVar(&f.size, "size", "", "png, gif, webp, mp4: width and height in pixels, as `WxH` (default 1280x800, or 960x600\nfor a story)")
	flags.Float64Var(&f.scale, "scale", 0, "png: `factor` by which letters and marks are larger (default what suits the size)")
	flags.StringVar(&f.paper, "paper", print.Papers[0].Name, "pdf: `name` of the paper: a4 or letter")
	flags.StringVar(&f.turn, "orientation", print.Turns[0].Name, "pdf without --story: portrait, landscape, or auto for what `fits` what is shown")
	flags.BoolVar(&f.notes, "notes", false, "pdf with --story: with the speaker's notes, for the teacher")
	flags.IntVar(&f.quiz, "quiz", 0, "pdf: a quiz of at most so `many` questions instead, with answers")
	flags.Uint64Var(&f.seed, "seed", 1, "pdf with --quiz: another `number` asks other questions")
}

// check refuses flags that a format has no use for.
func (f *printFlags) check(flags *pflag.FlagSet, format string) (err error) {
	flags.Visit(func(flag *pflag.Flag) {
		if formats, ours := printFlagFormats[flag.Name]; ours && !slices.Contains(strings.Fields(formats), format) && err == nil {
			err = misusef("--%s is not for %s but for %s", flag.Name, format, strings.ReplaceAll(formats, " ", ", "))
		}
	})
	return err
}

// take gathers what the other flags say of a picture.
func (f *printFlags) take(flags *pflag.FlagSet, all *exportFlags) {
	f.flags, f.filters = flags, all.filters(flags)
	f.render = renderFlags{at: f.at, knownAt: all.knownAt, from: all.from, to: all.to, size: f.size, view: f.view, theme: f.theme, scale: f.scale, language: all.language}
}

// style is the look asked for, or else another one.
func (f *printFlags) style(other *paint.Style) (*paint.Style, error) {
	if f.theme == "" {
		return other, nil
	}
	style, ok := paint.Styles[f.theme]
	if !ok {
		return nil, misusef("--theme %q is not known; use light, dark or contrast", f.theme)
	}
	return style, nil
}

// pixels is the size asked for, or else another one.
func (f *printFlags) pixels(other print.Size) (print.Size, error) {
	if f.size == "" {
		return other, nil
	}
	size, err := print.ParseSize(f.size)
	if err != nil {
		return size, misusef("--size %w", err)
	}
	return size, nil
}

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
	return w.press.WritePNG(ctx, to, p, print.Sheet{Size: size, Scale: float32(scale), Style: style, View: view}, w.told)
}

func pdfPages(ctx context.Context, to io.Writer, w *work) error {
	f := &w.x.print
	style, err := f.style(&paint.Paper)
	if err != nil {
		return err
	}
	paper, err := print.PaperNamed(f.paper)
	if err != nil {
		return misusef("--paper: %w", err)
	}
	date, err := documentDate()
	if err != nil {
		return err
	}
	if f.quiz > 0 {
		return w.quiz(ctx, to, paper, date)
	}
	if w.x.story != nil {
		return w.handout(ctx, to, print.Handout{Story: w.x.story, Lang: w.x.lang, Paper: paper, Notes: f.notes, Style: style, Date: date})
	}
	if f.notes {
		return misusef("--notes are those of a story; name it with --story")
	}
	turn := slices.IndexFunc(print.Turns, func(t print.TurnName) bool { return t.Name == f.turn })
	if turn < 0 {
		return misusef("--orientation %q is not known; use auto, portrait or landscape", f.turn)
	}
	view, err := w.view()
	if err != nil {
		return err
	}
	p, err := w.presenter()
	if err != nil {
		return err
	}
	return w.press.WritePDF(ctx, to, p, print.Page{Paper: paper, Turn: print.Turns[turn].Turn, Style: style, View: view, Date: date}, w.told)
}

func (w *work) handout(ctx context.Context, to io.Writer, as print.Handout) error {
	if flag := firstChanged(w.x.print.flags, "at", "view", "orientation"); flag != "" {
		return misusef("--%s does not go with --story, whose scenes say it", flag)
	}
	return w.press.WriteHandout(ctx, to, w.data, as, w.told)
}

// quiz writes questions from the whole record.
func (w *work) quiz(ctx context.Context, to io.Writer, paper print.Paper, date time.Time) error {
	if flag := firstChanged(w.x.print.flags, "story", "notes", "orientation", "theme", "at", "view"); flag != "" || w.x.print.filters {
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
