package ui

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// ErrNoWindow is why the program cannot show anything on a display that is there.
var ErrNoWindow = errors.New("no window can be opened here: the display has no OpenGL 2.1, or its driver is broken; install or update the graphics driver (on Linux Mesa, the package libgl1-mesa-dri)")

// isOpen tells whether the toolkit has been able to open a window. It writes the
// reason into the log only, and would run on with nothing to be seen.
func isOpen(win fyne.Window) (is bool) {
	native, ok := win.(driver.NativeWindow)
	if !ok {
		return true
	}
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.X11WindowContext:
			is = c.WindowHandle != 0
		case driver.WaylandWindowContext:
			is = c.WaylandSurface != 0
		case driver.WindowsWindowContext:
			is = c.HWND != 0
		case driver.MacWindowContext:
			is = c.NSWindow != 0
		default:
			is = true
		}
	})
	return is
}
