package main

import (
	"slices"
	"strings"

	"qantar/ui/paint"
	"qantar/ui/print"

	"github.com/spf13/pflag"
)

// printFlags are for what is drawn.
type printFlags struct {
	size, theme, at, view string
	caption               string
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
	"size": "png gif webp mp4", "theme": "png pdf gif webp mp4", "scale": "png", "at": "png pdf", "view": "png pdf", "caption": "png pdf",
	"paper": "pdf", "orientation": "pdf", "notes": "pdf", "quiz": "pdf", "seed": "pdf",
}

func (f *printFlags) addFlags(flags *pflag.FlagSet) {
	flags.StringVar(&f.at, "at", "", "png, pdf: show everything up to this `time`, in EDTF; with --from and --to what\noverlaps the time between them (default the moment at which the collection opens)")
	flags.StringVar(&f.view, "view", "", "png, pdf: where the map looks, as `lon,lat,zoom` (default the collection's home view)")
	flags.StringVar(&f.caption, "caption", "", "png, pdf: `text` that stands over the picture (default the collection's title)")
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
