package ui

import (
	"image"
	"testing"
)

func TestStages(t *testing.T) {
	laptop, right, left := image.Rect(0, 0, 1280, 800), image.Rect(1280, 0, 2304, 768), image.Rect(-1024, 0, 0, 768)
	for _, c := range []struct {
		name              string
		all               []image.Rectangle
		home              int
		two, placed       bool
		audience, speaker image.Rectangle
	}{
		{"one display", []image.Rectangle{laptop}, 0, false, true, laptop, laptop},
		{"the projector on the right", []image.Rectangle{laptop, right}, 0, true, true, right, laptop},
		{"the projector on the left", []image.Rectangle{laptop, left}, 0, true, true, left, laptop},
		{"the window stands on the second display", []image.Rectangle{laptop, right}, 1, true, true, laptop, right},
		{"the projector is the primary display", []image.Rectangle{right, laptop}, 1, true, true, right, laptop},
		{"both show the same", []image.Rectangle{laptop, image.Rect(0, 0, 1024, 768)}, 0, false, true, laptop, laptop},
		{"a desktop that tells nothing", []image.Rectangle{laptop, right}, -1, true, false, image.Rectangle{}, image.Rectangle{}},
		{"a desktop that tells nothing, one display", []image.Rectangle{laptop}, -1, false, false, image.Rectangle{}, image.Rectangle{}},
		{"no display", nil, -1, false, false, image.Rectangle{}, image.Rectangle{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, want := stagesOn(c.all, c.home), (stages{c.two, c.audience, c.speaker, c.placed}); got != want {
				t.Errorf("got %+v, want %+v", got, want)
			}
		})
	}
}
