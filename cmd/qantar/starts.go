package main

import (
	"os"

	"qantar/cmd/internal/instance"
	"qantar/cmd/internal/shipped"

	"github.com/adrg/xdg"
)

// otherStarts is the socket on which the program hears of further starts by the
// same user, on the same display and with the same data; "" where there is none.
func otherStarts() string {
	return instance.Socket([]string{xdg.RuntimeDir, shipped.Folder(), os.TempDir()},
		os.Getenv("DISPLAY"), os.Getenv("WAYLAND_DISPLAY"), shipped.Folder())
}
