package main

import (
	"image"
	"testing"
)

func TestHolds(t *testing.T) {
	all := []image.Rectangle{image.Rect(0, 0, 1280, 800), image.Rect(1280, 0, 2304, 768)}
	for _, c := range []struct {
		name   string
		window image.Rectangle
		want   int
	}{
		{"on the first", image.Rect(10, 10, 900, 700), 0},
		{"on the second", image.Rect(1300, 10, 2000, 700), 1},
		{"across, more on the second", image.Rect(1000, 10, 2000, 700), 1},
		{"across, more on the first", image.Rect(500, 10, 1500, 700), 0},
		{"nowhere", image.Rect(-900, -900, -10, -10), 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := holds(all, c.window); got != c.want {
				t.Errorf("it is on display %d, want %d", got, c.want)
			}
		})
	}
}
