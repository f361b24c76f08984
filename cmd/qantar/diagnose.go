package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"qantar/cmd/internal/shipped"
	"qantar/cmd/internal/version"

	"fyne.io/fyne/v2/lang"
	"github.com/adrg/xdg"
	"github.com/go-gl/gl/v2.1/gl"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// desktopSettings are the variables that decide how a desktop is reached.
var desktopSettings = []string{"DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "FYNE_SCALE", "FYNE_THEME", "LANG", "LC_ALL", "LIBGL_ALWAYS_SOFTWARE"}

// diagnose prints what somebody who helps a user needs to know.
func diagnose(out io.Writer) {
	line := func(name, text string) { fmt.Fprintf(out, "%-10s %s\n", name, text) }
	line("qantar", version.Text())
	line("system", fmt.Sprintf("%s/%s, %d processors, %s", runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), runtime.Version()))
	line("locale", lang.SystemLocale().String())
	for _, name := range desktopSettings {
		if value, set := os.LookupEnv(name); set {
			line(name, value)
		}
	}
	line("data", shipped.Folder())
	line("settings", filepath.Join(xdg.ConfigHome, "fyne", appID))
	line("log", filepath.Join(shipped.Folder(), "qantar.log"))
	begin := time.Now()
	if db, done, err := shipped.Open(context.Background()); err != nil {
		line("store", "cannot be used: "+err.Error())
	} else {
		line("store", fmt.Sprintf("%s, %d events, opened in %d ms", db.Path(), db.Len(), time.Since(begin).Milliseconds()))
		done()
	}
	line("OpenGL", openGL())
}

// openGL is the driver that windows are drawn by, or why there is none.
func openGL() (text string) {
	defer func() {
		if r := recover(); r != nil {
			text = fmt.Sprint("none: ", r)
		}
	}()
	runtime.LockOSThread()
	if err := glfw.Init(); err != nil {
		return "none: " + err.Error()
	}
	defer glfw.Terminate()
	glfw.WindowHint(glfw.Visible, glfw.False)
	glfw.WindowHint(glfw.ContextVersionMajor, 2)
	win, err := glfw.CreateWindow(16, 16, "qantar", nil, nil)
	if err != nil {
		return "none: " + err.Error()
	}
	win.MakeContextCurrent()
	if err := gl.Init(); err != nil {
		return "none: " + err.Error()
	}
	parts := []string{gl.GoStr(gl.GetString(gl.VERSION)), gl.GoStr(gl.GetString(gl.RENDERER)), gl.GoStr(gl.GetString(gl.VENDOR))}
	return strings.Join(parts, "; ")
}
