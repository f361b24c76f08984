//go:build linux || freebsd || openbsd || netbsd

package ui

import (
	"os"
	"os/exec"
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// wakeEvery is how often an X server is told that somebody is there.
const wakeEvery = 40 * time.Second

// inhibiting lets one call to the desktop follow the other.
var inhibiting sync.Mutex

// keepAwake asks the desktop not to blank the displays, or lets it again. A bare
// window manager has nobody to ask: the X server itself is told, now and then
// until the end, that somebody is there. It does not wait for an answer, and
// what cannot be had is done without.
func keepAwake(driver fyne.Driver, on bool, end <-chan struct{}) {
	go func() {
		inhibiting.Lock()
		defer inhibiting.Unlock()
		driver.SetDisableScreenBlanking(on)
	}()
	if on && os.Getenv("DISPLAY") != "" {
		go stir(end, wakeEvery, func() { _ = exec.Command("xset", "s", "reset").Run() })
	}
}

// stir calls f now and then until the end.
func stir(end <-chan struct{}, every time.Duration, f func()) {
	beat := time.NewTicker(every)
	defer beat.Stop()
	for {
		f()
		select {
		case <-end:
			return
		case <-beat.C:
		}
	}
}
