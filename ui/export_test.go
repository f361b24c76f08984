package ui

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"qantar/store"
	"qantar/ui/state"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// Every format that is offered can be written from the window, whatever its
// choices, and says so in one sentence.
func TestExportEveryFormat(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	w.Presenter.SetLang(store.Kazakh)
	d := newExportDialog(w)
	begins := map[string]string{
		"png": "\x89PNG", "pdf": "%PDF", "handout": "%PDF", "quiz": "%PDF", "gif": "GIF89a", "webp": "RIFF", "mp4": "\x00\x00\x00",
		"html": "<!", "html-story": "<!", "csv": "\ufeff", "geojson": "{", "kml": "<?xml", "timelinejs": "{",
	}
	if len(d.formats) < 10 {
		t.Fatalf("%d formats are offered", len(d.formats))
	}
	for i := range d.formats {
		f := &d.formats[i]
		t.Run(f.id, func(t *testing.T) {
			if f.id == "mp4" {
				t.Skip("its frames take long to encode; package print tries it")
			}
			d.what.SetSelectedIndex(i)
			d.size.SetText("320x240")
			d.story.SetSelectedIndex(1)
			j, err := d.job()
			if err != nil {
				t.Fatal(err)
			}
			if name := j.name(f); filepath.Ext(name) != f.ending || strings.ContainsAny(name, `/\:`) {
				t.Errorf("the file is called %q", name)
			}
			file := filepath.Join(t.TempDir(), "out"+f.ending)
			w.export(f, j, file)
			data, err := os.ReadFile(file)
			if err != nil || !bytes.HasPrefix(data, []byte(begins[f.id])) {
				t.Fatalf("%v, %.20q", err, data)
			}
			if said := dialogText(w); !strings.Contains(said, file) || !strings.Contains(said, "жазылды") {
				t.Errorf("it says %q", said)
			}
			w.closeOverlay(true)
		})
	}
}

// dialogText is what the dialog on top says.
func dialogText(w *Window) string {
	var said []string
	for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
		if label, ok := o.(*widget.Label); ok {
			said = append(said, label.Text)
		}
	}
	return strings.Join(said, "|")
}

// What is exported is what the window shows: its filter, time and view.
func TestExportShowsTheSame(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	p := w.Presenter
	p.ShowOnlyCategory(2)
	p.SetBackground(true)
	at := slices.IndexFunc(exportFormats, func(f exportFormat) bool { return f.id == "csv" })
	j, err := w.newJob()
	if err != nil {
		t.Fatal(err)
	}
	p.ClearFilter() // comes too late
	j.told = func(float64, string) {}
	var file bytes.Buffer
	if err := exportFormats[at].write(t.Context(), &file, j); err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(file.String(), "\n"); lines != j.p.InFilter().Len()+1 || lines == p.InFilter().Len()+1 {
		t.Errorf("%d lines for %d events", lines, j.p.InFilter().Len())
	}
}

func TestExportPictureSize(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	d := newExportDialog(w)
	d.size.SetText("640 x 360")
	j, err := d.job()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "out.png")
	w.export(d.format(), j, file)
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if config, err := png.DecodeConfig(bytes.NewReader(data)); err != nil || config.Width != 640 || config.Height != 360 {
		t.Errorf("%+v, %v", config, err)
	}
}

// What goes wrong is said in a sentence, and leaves no file.
func TestExportFails(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	d := newExportDialog(w)
	d.size.SetText("20x20")
	if _, err := d.job(); err == nil || !strings.Contains(err.Error(), "use 200 to 16384 pixels") {
		t.Errorf("%v", err)
	}
	for want, problem := range map[string]error{w.word("print-failed"): errors.New("no ink"), w.word("print-stopped"): context.Canceled} {
		folder := t.TempDir()
		f := &exportFormat{"csv", ".csv", 0, nil, func(_ context.Context, to io.Writer, _ *exportJob) error {
			_, _ = io.WriteString(to, "half")
			return problem
		}}
		w.export(f, &exportJob{}, filepath.Join(folder, "out.csv"))
		if said := dialogText(w); !strings.Contains(said, want) {
			t.Errorf("it says %q, not %q", said, want)
		}
		w.closeOverlay(true)
		if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
			t.Errorf("left is %v, %v", left, err)
		}
	}
}

func TestExportAsksForWhatAFormatNeeds(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	d := newExportDialog(w)
	for i, f := range d.formats {
		d.what.SetSelectedIndex(i)
		rows := 1
		for _, of := range []choices{ofSize, ofPaper, ofStory, ofNotes, ofCount, ofCaption} {
			if f.asks&of != 0 {
				rows++
			}
		}
		if len(d.form.Items) != rows || d.tells.Text == "" || strings.HasPrefix(d.tells.Text, "print-") {
			t.Errorf("%s asks for %d things and tells %q", f.id, len(d.form.Items), d.tells.Text)
		}
	}
	w.askExport()
	if w.win.Canvas().Overlays().Top() == nil {
		t.Error("nothing is asked")
	}
}

// What was told later than the moment shown is not exported either.
func TestExportOfWhatWasKnown(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	p := w.Presenter
	p.SetMode(state.Known)
	j, err := w.newJob()
	if err != nil {
		t.Fatal(err)
	}
	j.told = func(float64, string) {}
	n := 0
	for e, err := range j.events(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		for _, r := range e.Reports {
			if s := p.Data().Source(r.Source); s.KnownFrom() > p.Playhead() {
				t.Errorf("%s is reported by %s, which came later", e.ID, s.ID)
			}
		}
	}
	if n != j.p.InFilter().Len() || n == p.Data().Len() {
		t.Errorf("%d events, %d pass", n, j.p.InFilter().Len())
	}
}
