package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"qantar/store"
	"qantar/store/export"
	"qantar/store/sqlite"
	"qantar/store/when"
	"qantar/ui/paint"
	"qantar/ui/print"
	"qantar/ui/scene"

	"github.com/spf13/cobra"
)

// exporter writes one format.
type exporter struct {
	name, short string
	story       storyUse
	write       func(ctx context.Context, to io.Writer, x *exported) error
}

// storyUse tells what a format makes of a story.
type storyUse uint8

const (
	noStory   storyUse = iota // it has no use for one
	withStory                 // it holds one, where it is named, beside the events
	anyStory                  // it tells one, where it is named, in place of the events
	oneStory                  // it tells nothing else
)

// exporters are all formats, in the order in which they are told.
var exporters = []exporter{
	{"csv", "a table for spreadsheets, a row for every event", noStory, ofData(export.CSV)},
	{"geojson", "points for maps, with start, end and the Linked Places \"when\"", noStory, ofData(export.GeoJSON)},
	{"kml", "placemarks with time spans for Google Earth and its kin", noStory, ofData(export.KML)},
	{"timelinejs", "JSON for TimelineJS", noStory, ofData(export.TimelineJS)},
	{"text", "every event in full sentences, to be read or heard without a map", noStory, inSentences(false)},
	{"md", "the same as Markdown", noStory, inSentences(true)},
	{"png", "a picture of the map with its timeline, legend and credits", noStory, printed(pngPicture)},
	{"pdf", "the same on a page; with --story a handout for a class", anyStory, printed(pdfPages)},
	{"gif", "a story that plays by itself", oneStory, printed(gifFilm)},
	{"webp", "the same in finer colours; needs img2webp", oneStory, printed(video(print.WebP))},
	{"mp4", "the same as a video; needs ffmpeg", oneStory, printed(video(print.MP4))},
	{"html", "one page with map, timeline and stories, which opens with no network", withStory, asPage},
}

// exported is what an exporter writes.
type exported struct {
	db        *sqlite.DB
	frame     *store.Collection
	all       bool   // every event, and not only those at positions
	positions []int  // of the events, in order of time
	known     *int64 // leave out reports that came after this moment, in Unix seconds; nil: none
	lang      store.Lang
	csv       csvFlags
	print     printFlags
	story     *store.Story // nil: none is named
	told      io.Writer
	made      string // what the file holds; "": its events or scenes
}

// exportFlags are what the flags of export say.
type exportFlags struct {
	filter
	format, out string
	story       string
	force       bool
	csv         csvFlags
	print       printFlags
}

// csvFlags are for one format only.
type csvFlags struct{ mark, semicolons bool }

func newExport() *cobra.Command {
	f := &exportFlags{}
	cmd := &cobra.Command{
		Use:                   "export --format " + formatNames("|") + " [STORE] --out FILE",
		DisableFlagsInUseLine: true,
		Short:                 "Write events in a format that other programs read",
		Long: "Write events in a format that other programs read:\n\n" + formatsTold() +
			"\nWith no STORE (a .qantar file) the shipped collection is written. Filters are those of list events.\n" +
			"FILE appears whole or not at all; - is the standard output. Every file tells whose work it holds\n" +
			"and the hash of the collection. The same store and flags give the same bytes.",
		Args: arguments(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error { return exportTo(cmd, f, args) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.format, "format", "", "`name` of the format: "+formatNames(", "))
	flags.StringVar(&f.out, "out", "", "`FILE` to write, or -")
	flags.BoolVar(&f.force, "force", false, "replace FILE when it exists")
	flags.BoolVar(&f.csv.mark, "bom", true, "begin CSV with a byte order mark, without which Excel spoils Cyrillic letters;\n--bom=false for programs that do not expect one")
	flags.BoolVar(&f.csv.semicolons, "semicolons", false, "separate the cells of CSV by semicolons and decimals by commas, which is\nwhat Excel reads when it is set to Russian or Kazakh")
	flags.StringVar(&f.story, "story", "", "`ID` of a story to tell; see qantarctl list stories")
	f.print.addFlags(flags)
	f.addFlags(flags)
	return cmd
}

func formatNames(separator string) string {
	return strings.Join(ids(exporters, func(e exporter) string { return e.name }), separator)
}

// formatsTold are the formats, a line each.
func formatsTold() string {
	var b strings.Builder
	for _, e := range exporters {
		fmt.Fprintf(&b, "  %-11s %s\n", e.name, e.short)
	}
	return b.String()
}

func exportTo(cmd *cobra.Command, f *exportFlags, args []string) error {
	n := slices.IndexFunc(exporters, func(e exporter) bool { return e.name == f.format })
	if n < 0 {
		return misusef("--format takes one of %s, not %q", formatNames(", "), f.format)
	}
	if err := wantOut(f.out, f.force); err != nil {
		return err
	}
	lang, err := parseLanguage(f.language)
	if err != nil {
		return err
	}
	if err := f.print.check(cmd.Flags(), f.format); err != nil {
		return err
	}
	db, done, err := openStore(cmd.Context(), args)
	if err != nil {
		return err
	}
	defer done()
	if sameFile(f.out, db.Path()) {
		return misusef("--out %s is the collection that is read; choose another name", f.out)
	}
	x := &exported{db: db, lang: lang, csv: f.csv, print: f.print, told: cmd.ErrOrStderr()}
	if err := x.find(cmd, f); err != nil {
		return err
	}
	if err := x.findStory(exporters[n], f.story); err != nil {
		return err
	}
	x.print.take(cmd.Flags(), f)
	write := func(to io.Writer) error { return exporters[n].write(cmd.Context(), to, x) }
	if f.out == standardOut {
		return print.WriteThrough(cmd.OutOrStdout(), write)
	}
	if err := print.WriteWhole(cmd.Context(), f.out, write); err != nil {
		return err
	}
	switch {
	case x.made != "":
	case x.story != nil && exporters[n].story != withStory:
		x.made = fmt.Sprintf("%d scenes", len(x.story.Scenes))
	default:
		x.made = fmt.Sprintf("%d of %d events", x.len(), db.Len())
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s: %s\n", f.out, x.made)
	return err
}

// find asks the store for what the filters leave.
func (x *exported) find(cmd *cobra.Command, f *exportFlags) (err error) {
	if x.frame, err = x.db.Frame(cmd.Context()); err != nil {
		return err
	}
	if err := x.addOwn(f.story); err != nil {
		return err
	}
	if err := wantStory(f.story, x.frame); err != nil {
		return err
	}
	q, err := f.query(cmd.Flags(), x.frame)
	if err != nil {
		return err
	}
	if x.known = f.known; x.known != nil {
		x.frame = x.frame.Known(*x.known)
	}
	if x.all = !f.filters(cmd.Flags()); !x.all {
		x.positions, err = x.db.Positions(cmd.Context(), q)
	}
	return err
}

// wantStory refuses a story that a collection does not have.
func wantStory(id string, c *store.Collection) error {
	known := ids(c.Stories, func(s store.Story) string { return s.ID })
	switch {
	case id == "" || slices.Contains(known, id):
		return nil
	case len(known) == 0:
		return misusef("--story %q: this collection has no stories", id)
	}
	return misusef("--story %q is not in this collection; use one of %s", id, choices(known))
}

// ofData makes an exporter of one that knows nothing but a record.
func ofData(write func(io.Writer, export.Record, export.Options) error) func(context.Context, io.Writer, *exported) error {
	return func(ctx context.Context, to io.Writer, x *exported) error {
		return write(to, export.Record{Frame: x.frame, Events: told(x.events(ctx), x.len(), x.told)}, export.Options{
			Lang: x.lang, Mark: x.csv.mark, Semicolons: x.csv.semicolons, Palette: paint.Light.Palette,
			DateText: func(w when.When, zone *time.Location) string { return scene.WhenText(w, zone, x.lang) },
		})
	}
}
