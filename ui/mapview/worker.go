package mapview

import (
	"image"
	"math"
	"sync"
	"time"

	"qantar/geo"
	"qantar/ui/paint"
	"qantar/ui/scene"

	"fyne.io/fyne/v2"
)

// job is one picture asked for.
type job struct {
	picture *scene.Picture
	view    geo.Viewport  // what the window shows of it, without the rim
	took    time.Duration // that painting has taken
}

// worker paints pictures on a goroutine of its own. Only the newest job
// counts; older ones that have not begun are dropped. It paints into two
// buffers in turn, so that it never writes into the one on screen.
type worker struct {
	layers  *paint.Layers
	buffers [2]*image.RGBA
	shown   int
	show    func(job, *image.RGBA)

	atOnce bool // paint and show while asked: for drivers without an event loop

	mu      sync.Mutex
	next    *job
	running bool
}

func newWorker(m *paint.Map, show func(job, *image.RGBA)) *worker {
	return &worker{layers: paint.NewLayers(m), show: show}
}

// ask requests a picture. It never blocks, but where pictures are wanted at once.
func (w *worker) ask(j job) {
	if w.atOnce {
		img := w.paint(&j)
		w.show(j, img)
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.next = &j
	if !w.running {
		w.running = true
		go w.run()
	}
}

func (w *worker) run() {
	for {
		j, ok := w.take()
		if !ok {
			return
		}
		img := w.paint(&j)
		fyne.DoAndWait(func() { w.show(j, img) })
	}
}

// take returns the newest job, or false and rests when there is none.
func (w *worker) take() (job, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.next == nil {
		w.running = false
		return job{}, false
	}
	j := *w.next
	w.next = nil
	return j, true
}

// paint draws a job into the buffer that is not on screen.
func (w *worker) paint(j *job) *image.RGBA {
	begin := time.Now()
	s := &j.picture.MapScene
	r := image.Rect(0, 0, int(math.Ceil(s.View.Width)), int(math.Ceil(s.View.Height)))
	w.shown = 1 - w.shown
	if b := w.buffers[w.shown]; b == nil || b.Rect != r {
		w.buffers[w.shown] = image.NewRGBA(r)
	}
	w.layers.Draw(w.buffers[w.shown], s)
	j.took = time.Since(begin)
	return w.buffers[w.shown]
}
