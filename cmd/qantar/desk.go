package main

import (
	"image"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// desk tells of the displays what the library under Fyne knows of them.
type desk struct{}

// Displays implements ui.Desk. Wayland does not say where windows stand.
func (desk) Displays(w fyne.Window) (all []image.Rectangle, home int) {
	home = -1
	var at image.Rectangle
	known := glfw.GetPlatform() != glfw.PlatformWayland && within(w, func(g *glfw.Window) {
		x, y := g.GetPos()
		width, height := g.GetSize()
		at = image.Rect(x, y, x+width, y+height)
	})
	for _, m := range glfw.GetMonitors() {
		mode := m.GetVideoMode()
		if mode == nil { // it has just been unplugged
			continue
		}
		x, y := m.GetPos()
		all = append(all, image.Rect(x, y, x+mode.Width, y+mode.Height))
	}
	if known {
		home = holds(all, at)
	}
	return all, home
}

// holds is which of the displays holds the most of a window; 0 where none does.
func holds(all []image.Rectangle, window image.Rectangle) int {
	best, most := 0, 0
	for i, r := range all {
		if common := r.Intersect(window).Size(); common.X*common.Y > most {
			best, most = i, common.X*common.Y
		}
	}
	return best
}

// HidePointer implements ui.Desk.
func (desk) HidePointer(w fyne.Window) {
	within(w, func(g *glfw.Window) { g.SetInputMode(glfw.CursorMode, glfw.CursorHidden) })
}

// within calls f with the window that Fyne has made, and tells whether there is
// one. Fyne makes it current while it runs something in its context.
func within(w fyne.Window, f func(*glfw.Window)) bool {
	inner, ok := w.(interface{ RunWithContext(func()) })
	if !ok {
		return false
	}
	found := false
	inner.RunWithContext(func() {
		if g := glfw.GetCurrentContext(); g != nil {
			found = true
			f(g)
		}
	})
	return found
}
