package ui

import (
	"context"
	"io"
	"iter"
	"slices"
	"time"

	"qantar/assets"
	"qantar/geo/basemap"
	"qantar/store"
	"qantar/store/export"
	"qantar/store/quiz"
	"qantar/store/when"
	"qantar/ui/page"
	"qantar/ui/paint"
	"qantar/ui/print"
	"qantar/ui/scene"
	"qantar/ui/state"
	"qantar/ui/words"
)

// choices are what an export lets its user choose, as a set of bits.
type choices uint8

const (
	ofSize choices = 1 << iota
	ofPaper
	ofStory
	ofNotes
	ofCount // of questions
	ofCaption
)

// exportFormat is one thing that can be made of the collection.
type exportFormat struct {
	id, ending string
	asks       choices
	possible   func() bool // here and now; nil: always
	write      func(ctx context.Context, to io.Writer, j *exportJob) error
}

// exportFormats are all of them, in the order in which they are offered.
var exportFormats = []exportFormat{
	{"png", ".png", ofSize | ofCaption, nil, exportPNG},
	{"pdf", ".pdf", ofPaper | ofCaption, nil, exportPDF},
	{"handout", ".pdf", ofStory | ofPaper | ofNotes, nil, exportHandout},
	{"quiz", ".pdf", ofPaper | ofCount, nil, exportQuiz},
	{"gif", ".gif", ofStory | ofSize, nil, exportGIF},
	{"webp", ".webp", ofStory | ofSize, print.WebP.Possible, exportVideo(print.WebP)},
	{"mp4", ".mp4", ofStory | ofSize, print.MP4.Possible, exportVideo(print.MP4)},
	{"html", ".html", 0, nil, exportPage},
	{"html-story", ".html", ofStory, nil, exportPage},
	{"csv", ".csv", 0, nil, exportData(export.CSV)},
	{"geojson", ".geojson", 0, nil, exportData(export.GeoJSON)},
	{"kml", ".kml", 0, nil, exportData(export.KML)},
	{"timelinejs", ".json", 0, nil, exportData(export.TimelineJS)},
}

// exportJob is all that an export looks at. It is made at once, so that what is
// done to the window afterwards does not reach it.
type exportJob struct {
	p       *state.Presenter // of its own
	view    store.View
	stories []store.Story
	story   *store.Story // nil: none is chosen
	style   *paint.Style
	size    print.Size
	paper   print.Paper
	notes   bool
	count   int
	caption string
	tiles   func() (*paint.TileLayer, string, error) // the user's own map and its credit

	world   *basemap.Map
	catalog words.Catalog
	told    print.Progress
}

// newJob looks at what the window shows now.
func (w *Window) newJob() (*exportJob, error) {
	world, err := world()
	if err != nil {
		return nil, err
	}
	j := &exportJob{p: w.Presenter.Fork(), view: w.Presenter.Scene().View, style: w.style, world: world, catalog: w.catalog}
	j.p.Highlight(nil)
	j.stories = w.storiesToTell()
	file, over, open := w.own.file, w.own.over, w.own.open
	j.tiles = func() (*paint.TileLayer, string, error) {
		if file == "" {
			return nil, "", nil
		}
		source, err := open(file)
		if err != nil {
			return nil, "", err
		}
		options := paint.TileOptions{Over: over, Opacity: paint.OverOpacity, AtOnce: true, Failed: func(error) {}} // what cannot be read is left out
		return paint.NewTileLayer(source, options), source.Meta().Attribution, nil
	}
	return j, nil
}

// storiesToTell are the user's own and the collection's, as they are now.
func (w *Window) storiesToTell() []store.Story {
	var all []store.Story
	for i := range w.stories.editor.Len() {
		s := *w.stories.editor.Story(i)
		s.Scenes = slices.Clone(s.Scenes)
		if len(s.Scenes) > 0 {
			all = append(all, s)
		}
	}
	return all
}

// press loads what pictures and pages are made with.
func (j *exportJob) press() (*print.Press, error) {
	return print.NewPress(j.world, print.Fonts{Regular: assets.FontRegular, Bold: assets.FontBold, Italic: assets.FontItalic}, j.catalog)
}

func exportPNG(ctx context.Context, to io.Writer, j *exportJob) error {
	press, err := j.press()
	if err != nil {
		return err
	}
	layer, credit, err := j.tiles()
	if err != nil {
		return err
	}
	defer closeLayer(layer)
	return press.WritePNG(ctx, to, j.p, print.Sheet{
		Size: j.size, Scale: float32(j.size.FitScale()), Style: j.style, View: &j.view, Fit: true, Tiles: layer, Credit: credit,
		Caption: j.caption,
	}, j.told)
}

func closeLayer(layer *paint.TileLayer) {
	if layer != nil {
		_ = layer.Close() // it was only read
	}
}

func exportPDF(ctx context.Context, to io.Writer, j *exportJob) error {
	press, err := j.press()
	if err != nil {
		return err
	}
	layer, credit, err := j.tiles()
	if err != nil {
		return err
	}
	defer closeLayer(layer)
	return press.WritePDF(ctx, to, j.p, print.Page{Paper: j.paper, View: &j.view, Fit: true, Tiles: layer, Credit: credit, Caption: j.caption}, j.told)
}

func exportHandout(ctx context.Context, to io.Writer, j *exportJob) error {
	press, err := j.press()
	if err != nil {
		return err
	}
	return press.WriteHandout(ctx, to, j.p.Data(), print.Handout{Story: j.story, Lang: j.p.Lang(), Paper: j.paper, Notes: j.notes}, j.told)
}

func exportQuiz(ctx context.Context, to io.Writer, j *exportJob) error {
	press, err := j.press()
	if err != nil {
		return err
	}
	whole := *j.p.Data().Collection
	for i := range j.p.Data().Len() {
		e, err := j.p.Data().Event(i)
		if err != nil {
			return err
		}
		whole.Events = append(whole.Events, *e)
	}
	questions := quiz.New(&whole, quiz.Options{Seed: uint64(time.Now().UnixNano()), Count: j.count})
	return press.WriteQuiz(ctx, to, print.Quiz{Questions: questions, Record: j.p.Data().Collection, Lang: j.p.Lang(), Paper: j.paper}, j.told)
}

func (j *exportJob) film() print.Film {
	return print.Film{Story: j.story, Lang: j.p.Lang(), Size: j.size, Style: j.style}
}

func exportGIF(ctx context.Context, to io.Writer, j *exportJob) error {
	press, err := j.press()
	if err != nil {
		return err
	}
	return press.WriteGIF(ctx, to, j.p.Data(), j.film(), j.told)
}

func exportVideo(as print.Video) func(context.Context, io.Writer, *exportJob) error {
	return func(ctx context.Context, to io.Writer, j *exportJob) error {
		press, err := j.press()
		if err != nil {
			return err
		}
		return press.WriteVideo(ctx, to, j.p.Data(), j.film(), as, j.told)
	}
}

func exportPage(ctx context.Context, to io.Writer, j *exportJob) error {
	frame := *j.frame()
	frame.Stories = j.stories
	options := page.Options{Lang: j.p.Lang(), Words: j.catalog, World: j.world}
	if j.story != nil {
		options.Story = j.story.ID
	}
	return page.Write(to, export.Record{Frame: &frame, Events: j.events(ctx)}, options)
}

// exportData writes the events that pass the filter.
func exportData(write func(io.Writer, export.Record, export.Options) error) func(context.Context, io.Writer, *exportJob) error {
	return func(ctx context.Context, to io.Writer, j *exportJob) error {
		lang := j.p.Lang()
		return write(to, export.Record{Frame: j.frame(), Events: j.events(ctx)}, export.Options{
			Lang: lang, Mark: true, Palette: paint.Light.Palette,
			DateText: func(w when.When, zone *time.Location) string { return scene.WhenText(w, zone, lang) },
		})
	}
}

// frame is the record, as far as it is shown: of what was known at a moment
// nothing that was told later.
func (j *exportJob) frame() *store.Collection {
	if j.p.Mode() != state.Known {
		return j.p.Data().Collection
	}
	return j.p.Data().Collection.Known(j.p.Playhead())
}

// asKnown is an event as far as it is shown.
func (j *exportJob) asKnown(e *store.Event) *store.Event {
	if j.p.Mode() != state.Known {
		return e
	}
	one := store.Collection{Sources: j.p.Data().Sources, Events: []store.Event{*e}}
	if known := one.Known(j.p.Playhead()).Events; len(known) == 1 {
		return &known[0]
	}
	return e
}

// events are those that pass the filter, or all where nothing is left out, in
// order of time. It tells how far it is.
func (j *exportJob) events(ctx context.Context) iter.Seq2[*store.Event, error] {
	return func(yield func(*store.Event, error) bool) {
		data, some := j.p.Data(), j.p.Filtered() || j.p.Mode() == state.Known
		for i := range data.Len() {
			if some && !j.p.Passes(i) {
				continue
			}
			e, err := data.Event(i)
			if ctx.Err() != nil {
				err = ctx.Err()
			}
			if i%64 == 0 {
				j.told(float64(i)/float64(data.Len()), j.catalog.In(j.p.Lang(), "print-writing"))
			}
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(j.asKnown(e), nil) {
				return
			}
		}
	}
}
