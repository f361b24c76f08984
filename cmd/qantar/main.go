// Command qantar shows a collection of geocoded events on a map under a time
// slider.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"time"

	"qantar/cmd/internal/shipped"
	"qantar/cmd/internal/tileset"
	"qantar/ui"
	"qantar/ui/frames"

	"fyne.io/fyne/v2/app"
	"github.com/go-gl/glfw/v3.4/glfw"
)

func main() {
	spareMemory()
	os.Exit(run(os.Args[1:], os.Stderr))
}

// options are what the command line asks for.
type options struct {
	file  string // the collection to open; "" for the shipped one
	state string // a file to keep the state in, for programs that drive the window
	texts string // a folder with the documents
	log   string // a file to write what each frame costs into
	still bool   // the map moves at once
	story string // the id of the story to present; "" for none
}

func parse(args []string, stderr io.Writer) (options, error) {
	var o options
	flags := flag.NewFlagSet("qantar", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&o.state, "state-file", "", "write what is shown into this `file` after every change, as JSON")
	flags.StringVar(&o.texts, "documents", "", "look for the collection's documents in this `folder`")
	flags.StringVar(&o.log, "frame-log", "", "write into this `file` what each frame costs, as CSV in microseconds")
	flags.BoolVar(&o.still, "reduced-motion", false, "let the map move at once, without animation")
	flags.StringVar(&o.story, "present", "", "present the `story` with this id; qantarctl list stories names them")
	flags.Usage = func() {}
	err := flags.Parse(args)
	switch {
	case err == flag.ErrHelp:
		fmt.Fprintln(stderr, "usage: qantar [--documents FOLDER] [--state-file FILE] [--frame-log FILE] [--reduced-motion] [--present STORY] [FILE.qantar]")
		flags.SetOutput(stderr)
		flags.PrintDefaults()
	case err == nil && flags.NArg() > 1:
		err = fmt.Errorf("qantar opens one file, and %d were given; start it once for each", flags.NArg())
	}
	o.file = flags.Arg(0)
	return o, err
}

// run shows the window until it is closed, and returns the exit code.
func run(args []string, stderr io.Writer) int {
	o, err := parse(args, stderr)
	if err == flag.ErrHelp {
		return 0
	}
	if err != nil {
		fmt.Fprintln(stderr, "qantar:", err)
		return 2
	}
	if err := show(o); err != nil {
		fmt.Fprintln(stderr, "qantar:", err)
		return 1
	}
	return 0
}

func show(o options) error {
	if err := wantDisplay(); err != nil {
		return err
	}
	a := app.NewWithID(appID)
	ui.Warm()
	db, done, err := shipped.OpenStore(context.Background(), o.file)
	if err != nil {
		return err
	}
	defer done()
	data, err := shipped.Data(context.Background(), db)
	if err != nil {
		return err
	}
	log, written, err := frameLog(o.log)
	if err != nil {
		return err
	}
	content := ui.Content{
		Data: data, Finder: db, Verify: db.Verify, OpenTiles: tileset.Open,
		Stories: ownStories(db, data), Frames: log, Wait: waitForInput, Still: o.still, Desk: desk{},
	}
	window, err := ui.NewWindow(a, content)
	if err != nil {
		return err
	}
	if o.texts != "" {
		if err := window.AttachDocuments(o.texts); err != nil {
			return err
		}
	}
	if o.state != "" {
		window.ExportState(o.state)
	}
	if o.story != "" {
		if err := window.PresentFirst(o.story); err != nil {
			return err
		}
	}
	return errors.Join(open(window), written())
}

// frameLog starts the log of frames in a file; written ends it. With no file
// there is no log.
func frameLog(file string) (log *frames.Log, written func() error, err error) {
	if file == "" {
		return nil, func() error { return nil }, nil
	}
	f, err := os.Create(file)
	if err != nil {
		return nil, nil, fmt.Errorf("the frame log cannot be written: %w", err)
	}
	log = frames.NewLog(f, time.Now)
	return log, func() error {
		if err := errors.Join(log.Flush(), f.Close()); err != nil {
			return fmt.Errorf("writing the frame log: %w", err)
		}
		return nil
	}, nil
}

// waitForInput rests until there is input for the window, at most so long.
func waitForInput(atMost time.Duration) { glfw.WaitEventsTimeout(atMost.Seconds()) }

// errNoWindow is why nothing can be shown here.
var errNoWindow = errors.New("there is no display to open a window on; start it from a desktop, or make a picture with: qantarctl render --at 2022-01-05T18:00 OUT.png")

// wantDisplay tells whether there can be a window. macOS and Windows always
// have a display.
func wantDisplay() error {
	switch runtime.GOOS {
	case "darwin", "windows":
		return nil
	}
	if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return errNoWindow
	}
	return nil
}

// open shows the window until it is closed. A display that is named but cannot
// be reached makes the toolkit panic; it is the one panic that is told in words.
func open(window *ui.Window) (err error) {
	defer func() {
		if r := recover(); r != nil {
			if !strings.HasPrefix(fmt.Sprint(r), "NotInitialized") {
				panic(r)
			}
			err = errNoWindow
		}
	}()
	window.Show()
	return nil
}

// appID names the program to the desktop, and the folder of its settings.
const appID = "io.github.qantar.Qantar"
