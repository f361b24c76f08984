package mapview

import (
	"image"
	"testing"

	"qantar/assets"
	"qantar/geo/basemap"
	"qantar/ui/paint"
	"qantar/ui/state"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// compared is a map with a comparison over it, begun.
func compared(t *testing.T) (*Compare, *View, fyne.Window) {
	t.Helper()
	v, p := shown(t)
	world, err := basemap.Decode(assets.Basemap)
	if err != nil {
		t.Fatal(err)
	}
	names, err := paint.NewType(assets.FontRegular, assets.FontBold, assets.FontItalic)
	if err != nil {
		t.Fatal(err)
	}
	c := NewCompare(p, v.words, func(p *state.Presenter) *View {
		right := New(p, world, names, v.words)
		right.PaintAtOnce()
		return right
	}, func() {})
	w := test.NewTempWindow(t, container.NewStack(v, c.Box))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	c.Toggle()
	return c, v, w
}

func TestCompareTwoTimes(t *testing.T) {
	c, v, w := compared(t)
	p, data := v.p, v.p.Data()
	before := w.Canvas().Capture()
	p.SetPlayhead(data.Window.Earliest)
	after := w.Canvas().Capture()
	divider := int(c.part * width)
	if samePart(before, after, 0, divider-dividerHit) {
		t.Error("the left map does not follow the playhead")
	}
	if !samePart(before, after, divider+dividerHit, width-10) {
		t.Error("the right map follows the playhead of the left one")
	}
	c.twin.Swap()
	if p.Playhead() == data.Window.Earliest || c.twin.Playhead() != data.Window.Earliest {
		t.Error("the sides have not been swapped")
	}
	p.TakeTime(c.twin.Presenter)
	if p.Playhead() != data.Window.Earliest {
		t.Error("the left side has not taken the time of the right one")
	}
	c.Toggle()
	if c.On() || c.Box.Visible() {
		t.Error("the comparison has not ended")
	}
}

// TestCompareIsOneMap: moving either half moves the other, and so does a
// selection; the divider keeps to the map.
func TestCompareIsOneMap(t *testing.T) {
	c, v, _ := compared(t)
	c.right.p.SetView(c.right.p.View().Pan(40, 10))
	if v.p.View() != c.right.p.View() || v.shift0() != c.right.shift0() {
		t.Errorf("the maps look at different places: %v %v, %v %v", v.p.View(), c.right.p.View(), v.shift0(), c.right.shift0())
	}
	c.right.p.Select(5)
	if v.p.Selected() != 5 {
		t.Error("a selection on the right is not told on the left")
	}
	for _, move := range []struct{ dx, want float32 }{{100, 0.5 + 100.0/width}, {5000, 1 - leastPart}, {-9000, leastPart}} {
		c.divider.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(move.dx, 0)})
		if d := c.part - move.want; d > 0.001 || d < -0.001 {
			t.Errorf("dragged by %v the divider stands at %v, want %v", move.dx, c.part, move.want)
		}
	}
}

// TestCompareTwoSources: each side may be told by another source.
func TestCompareTwoSources(t *testing.T) {
	c, v, _ := compared(t)
	v.p.ShowOnlySource(0)
	c.twin.ShowOnlySource(1)
	if v.p.OnlySource() != 0 || c.twin.OnlySource() != 1 {
		t.Fatalf("sources %d and %d are shown", v.p.OnlySource(), c.twin.OnlySource())
	}
	for side, p := range c.sides() {
		if want := caption(p, v.words); c.captions[side].Text != want {
			t.Errorf("side %d says %q, want %q", side, c.captions[side].Text, want)
		}
	}
	if c.captions[0].Text == c.captions[1].Text {
		t.Error("both sides say the same")
	}
}

// samePart tells whether two pictures are alike from column a to column b.
func samePart(one, other image.Image, a, b int) bool {
	for y := one.Bounds().Min.Y; y < one.Bounds().Max.Y-captionAbove-60; y++ {
		for x := a; x < b; x++ {
			if one.At(x, y) != other.At(x, y) {
				return false
			}
		}
	}
	return true
}

// shift0 is how far the picture on screen lies from where it belongs.
func (v *View) shift0() [2]float64 {
	dx, dy := v.shift()
	return [2]float64{dx, dy}
}
