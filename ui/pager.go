package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// newPager is a row with which to turn the pages of a text: back, where one is,
// forward. turned is called with the page to show, at once with the first.
func newPager(pages int, turned func(page int)) fyne.CanvasObject {
	at := 0
	place := widget.NewLabel("")
	var back, forward *widget.Button
	show := func(step int) {
		at = max(0, min(pages-1, at+step))
		place.SetText(strconv.Itoa(at+1) + " / " + strconv.Itoa(pages))
		enable(back, at > 0)
		enable(forward, at < pages-1)
		turned(at)
	}
	back = widget.NewButtonWithIcon("", theme.NavigateBackIcon(), func() { show(-1) })
	forward = widget.NewButtonWithIcon("", theme.NavigateNextIcon(), func() { show(1) })
	show(0)
	row := container.NewHBox(back, place, forward)
	row.Hidden = pages < 2
	return row
}

func enable(b *widget.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}
