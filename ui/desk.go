package ui

import (
	"image"

	"fyne.io/fyne/v2"
)

// Desk is what the window needs to know of the desktop and Fyne does not tell.
type Desk interface {
	// Displays are the rectangles of all displays on the desktop, and which of
	// them a window stands on; -1 where that cannot be known, nor windows be put
	// anywhere.
	Displays(w fyne.Window) (all []image.Rectangle, home int)
	// HidePointer hides the pointer over a window until it moves.
	HidePointer(w fyne.Window)
}

// stages are the displays of a talk.
type stages struct {
	two               bool
	audience, speaker image.Rectangle
	placed            bool // windows can be put there
}

// stagesOn gives the audience the first display that the window does not stand
// on, and the speaker that which it does. Displays with one corner in common
// show the same: they are one.
func stagesOn(all []image.Rectangle, home int) stages {
	if home < 0 || home >= len(all) {
		return stages{two: apart(all)}
	}
	for _, r := range all {
		if r.Min != all[home].Min {
			return stages{two: true, audience: r, speaker: all[home], placed: true}
		}
	}
	return stages{audience: all[home], speaker: all[home], placed: true}
}

// apart tells whether there are displays that show different things.
func apart(all []image.Rectangle) bool {
	for _, r := range all {
		if r.Min != all[0].Min {
			return true
		}
	}
	return false
}
