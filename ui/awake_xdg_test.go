//go:build linux || freebsd || openbsd || netbsd

package ui

import (
	"testing"
	"time"
)

func TestStirsUntilTheEnd(t *testing.T) {
	end, stirred, over := make(chan struct{}), make(chan struct{}), make(chan struct{})
	go func() {
		stir(end, time.Millisecond, func() { stirred <- struct{}{} })
		close(over)
	}()
	for range 3 {
		<-stirred
	}
	close(end)
	for done := false; !done; {
		select {
		case <-stirred: // one may have been under way
		case <-over:
			done = true
		}
	}
}
