package paint

import (
	"bytes"
	"image"
)

// writing is where a picture has names: what differs from the one without.
type writing struct {
	starts []int // by row, and one more: where its stretches begin
	all    []rowPart
}

// find compares two pictures of one size.
func (w *writing) find(without, with *image.RGBA) {
	w.starts, w.all = w.starts[:0], w.all[:0]
	for y := range with.Rect.Dy() {
		w.starts = append(w.starts, len(w.all))
		a, b := without.Pix[y*without.Stride:][:without.Stride], with.Pix[y*with.Stride:][:with.Stride]
		if !bytes.Equal(a, b) {
			w.row(a, b)
		}
	}
	w.starts = append(w.starts, len(w.all))
}

func (w *writing) row(a, b []uint8) {
	n := len(a) / 4
	for x := 0; x < n; {
		for x < n && pixel(a, x) == pixel(b, x) {
			x++
		}
		from := x
		for x < n && pixel(a, x) != pixel(b, x) {
			x++
		}
		if from < x {
			w.all = append(w.all, rowPart{from, x})
		}
	}
}

// copy puts the names within r down.
func (w *writing) copy(dst, with *image.RGBA, r image.Rectangle) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		to, from := dst.Pix[y*dst.Stride:], with.Pix[y*with.Stride:]
		for _, s := range w.all[w.starts[y]:w.starts[y+1]] {
			if a, b := max(s.from, r.Min.X), min(s.to, r.Max.X); a < b {
				copy(to[4*a:4*b], from[4*a:4*b])
			}
		}
	}
}
