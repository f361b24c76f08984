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
	"path/filepath"
	"runtime"
	"time"

	"qantar/assets"
	"qantar/cmd/internal/instance"
	"qantar/cmd/internal/journal"
	"qantar/cmd/internal/shipped"
	"qantar/cmd/internal/tileset"
	"qantar/cmd/internal/version"
	"qantar/ui"
	"qantar/ui/frames"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"github.com/go-gl/glfw/v3.4/glfw"
)

func main() {
	spareMemory()
	os.Exit(run(os.Args[1:], os.Stdout, tell))
}

// options are what the command line asks for.
type options struct {
	file     string // the collection to open; "" for the shipped one
	state    string // a file to keep the state in, for programs that drive the window
	texts    string // a folder with the documents
	log      string // a file to write what each frame costs into
	still    bool   // the map moves at once
	story    string // the id of the story to present; "" for none
	version  bool   // tell the version, and no more
	diagnose bool   // tell what a helper needs to know, and no more
}

// alone tells whether the program is to open a window of its own, whatever else
// runs: what was asked for could not be done in another one.
func (o options) alone() bool {
	return o.state != "" || o.texts != "" || o.log != "" || o.still || o.story != ""
}

func parse(args []string, out io.Writer) (options, error) {
	var o options
	flags := flag.NewFlagSet("qantar", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.BoolVar(&o.version, "version", false, "print the version")
	flags.BoolVar(&o.diagnose, "diagnose", false, "print what somebody who helps you needs to know: system, display, folders")
	flags.StringVar(&o.state, "state-file", "", "write what is shown into this `file` after every change, as JSON")
	flags.StringVar(&o.texts, "documents", "", "look for the collection's documents in this `folder`")
	flags.StringVar(&o.log, "frame-log", "", "write into this `file` what each frame costs, as CSV in microseconds")
	flags.BoolVar(&o.still, "reduced-motion", false, "let the map move at once, without animation")
	flags.StringVar(&o.story, "present", "", "present the `story` with this id; qantarctl list stories names them")
	flags.Usage = func() {}
	err := flags.Parse(args)
	switch {
	case err == flag.ErrHelp:
		fmt.Fprintln(out, "usage: qantar [--documents FOLDER] [--state-file FILE] [--frame-log FILE] [--reduced-motion] [--present STORY] [FILE.qantar]")
		flags.SetOutput(out)
		flags.PrintDefaults()
	case err == nil && flags.NArg() > 1:
		err = fmt.Errorf("qantar opens one file, and %d were given; start it once for each", flags.NArg())
	}
	o.file = flags.Arg(0)
	return o, err
}

// run shows the window until it is closed, and returns the exit code. What is
// wrong is told in a sentence.
func run(args []string, out io.Writer, tell func(error)) int {
	o, err := parse(args, out)
	switch {
	case err == flag.ErrHelp:
		return 0
	case err != nil:
		tell(err)
		return 2
	case o.version:
		fmt.Fprintln(out, "qantar", version.Text())
		return 0
	case o.diagnose:
		diagnose(out)
		return 0
	}
	if err := keepJournal(o); err != nil {
		tell(err)
		return 1
	}
	return 0
}

// keepJournal keeps a journal of what goes on, where it can, and shows the window, or
// hands the file over to a program that runs already.
func keepJournal(o options) (err error) {
	if err := wantDisplay(); err != nil {
		return err
	}
	if o.file != "" {
		if o.file, err = filepath.Abs(o.file); err != nil {
			return fmt.Errorf("finding %s: %w", o.file, err)
		}
	}
	socket := ""
	if !o.alone() {
		if socket = otherStarts(); socket != "" && instance.Send(socket, o.file) {
			return nil
		}
	}
	j, err := journal.Open(shipped.Folder(), "qantar "+version.Text())
	if err != nil {
		return show(o, socket, "") // a home that cannot be written has no log
	}
	defer func() {
		if r := recover(); r != nil {
			err = fault(j, r)
			return
		}
		_ = j.Close()
	}()
	return logged(j, show(o, socket, j.Report()))
}

// show shows the window until it is closed.
func show(o options, socket, report string) error {
	a := app.NewWithID(appID)
	a.SetIcon(fyne.NewStaticResource("qantar.png", assets.Icon))
	log, written, err := frameLog(o.log)
	if err != nil {
		return err
	}
	opener := func(file string) (ui.Content, error) { return content(file, log, o.still) }
	opened := beside(func() (ui.Content, error) { return opener(o.file) })
	ui.Warm()
	first, err := opened()
	if err != nil {
		return err
	}
	first.Report = report
	window, err := ui.NewWindow(a, first)
	if err != nil {
		return err
	}
	classWindows()
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
	if socket != "" {
		if stop, err := instance.Listen(socket, window.ComeToFront); err == nil {
			defer stop()
		}
	}
	return errors.Join(window.Show(), written())
}

// content opens a collection, "" for the shipped one, with all that a window
// needs of it.
func content(file string, log *frames.Log, still bool) (ui.Content, error) {
	db, done, err := shipped.OpenStore(context.Background(), file)
	if err != nil {
		return ui.Content{}, err
	}
	data, err := shipped.Data(context.Background(), db)
	if err != nil {
		done()
		return ui.Content{}, err
	}
	return ui.Content{
		Data: data, Finder: db, Verify: db.Verify, OpenTiles: tileset.Open,
		Stories: ownStories(db, data), Frames: log, Wait: waitForInput, Still: still, Desk: desk{},
		Open:  func(file string) (ui.Content, error) { return content(file, log, still) },
		Close: done, Version: version.Text(),
	}, nil
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

// errNoDisplay is why nothing can be shown here.
var errNoDisplay = errors.New("there is no display to open a window on; start it from a desktop, or make a picture with: qantarctl render --at 2022-01-05T18:00 OUT.png")

// wantDisplay tells whether there can be a window. macOS and Windows always
// have a display.
func wantDisplay() error {
	switch runtime.GOOS {
	case "darwin", "windows":
		return nil
	}
	if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return errNoDisplay
	}
	return nil
}

// appID names the program to the desktop, and the folder of its settings.
const appID = "io.github.qantar.Qantar"
