package ui

import (
	"context"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// exports are those that are being written.
type exports struct {
	running sync.WaitGroup
	all     context.Context // nil: none has begun
	end     context.CancelFunc
}

// begin is the context of one more, and what stops it alone.
func (e *exports) begin() (context.Context, context.CancelFunc) {
	if e.all == nil {
		e.all, e.end = context.WithCancel(context.Background())
	}
	return context.WithCancel(e.all)
}

// stop stops all of them, and waits until nothing half written is left.
func (e *exports) stop() {
	if e.all != nil {
		e.end()
		e.running.Wait()
		e.all = nil
	}
}

// exportBar tells how far an export is.
type exportBar struct {
	w      *Window
	dialog *dialog.CustomDialog
	bar    *widget.ProgressBar
	what   *widget.Label
	last   time.Time
}

// tellEvery is how often an export's bar moves at most.
const tellEvery = 50 * time.Millisecond

func newExportBar(w *Window, name string, stop func()) *exportBar {
	b := &exportBar{w: w, bar: widget.NewProgressBar(), what: widget.NewLabel("")}
	b.dialog = dialog.NewCustomWithoutButtons(w.word("print-making", "file", name), container.NewVBox(b.bar, b.what), w.win)
	b.dialog.SetButtons([]fyne.CanvasObject{widget.NewButton(w.word("print-cancel"), stop)})
	b.dialog.Resize(fyne.NewSize(min(460, w.win.Canvas().Size().Width-60), 0))
	return b
}

// tell is called from the goroutine that writes.
func (b *exportBar) tell(done float64, what string) {
	now := time.Now()
	if now.Sub(b.last) < tellEvery && done < 1 {
		return
	}
	b.last = now
	show := func() {
		b.bar.SetValue(done)
		b.what.SetText(what)
	}
	if b.w.headless {
		show()
		return
	}
	fyne.Do(show)
}
