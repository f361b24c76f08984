//go:build !linux && !freebsd && !openbsd && !netbsd

package ui

import "fyne.io/fyne/v2"

// keepAwake keeps displays from going dark, or no longer does. The systems here
// take that from the goroutine of the window.
func keepAwake(driver fyne.Driver, on bool, _ <-chan struct{}) { driver.SetDisableScreenBlanking(on) }
