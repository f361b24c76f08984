// Command qantarshot takes a picture of the app's window without a display:
// the one that make run writes where there is none, and those in the README.
package main

import (
	"context"
	"flag"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"

	"qantar/cmd/internal/shipped"
	"qantar/cmd/internal/tileset"
	"qantar/store"
	"qantar/store/when"
	"qantar/ui"
	"qantar/ui/state"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// shot is the picture asked for.
type shot struct {
	out, file     string
	width, height int
	scale         float64
	theme, lang   string
	selected, at  string
	mode          string
	view          store.View
	tiles         string
	tilesOver     bool
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "qantarshot:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	s, err := parse(args)
	if err != nil {
		return err
	}
	db, done, err := shipped.OpenStore(context.Background(), s.file)
	if err != nil {
		return err
	}
	defer done()
	data, err := shipped.Data(context.Background(), db)
	if err != nil {
		return err
	}
	img, err := take(s, ui.Content{Data: data, Finder: db, OpenTiles: tileset.Open, Headless: true})
	if err != nil {
		return err
	}
	return write(s.out, img)
}

func parse(args []string) (shot, error) {
	s := shot{}
	flags := flag.NewFlagSet("qantarshot", flag.ContinueOnError)
	flags.StringVar(&s.out, "out", "build/preview.png", "the `file` to write")
	size := flags.String("size", "1280x800", "the window's size in pixels, `WxH`")
	view := flags.String("view", "", "where the map looks, `lon,lat,zoom`")
	flags.Float64Var(&s.scale, "scale", 1, "device pixels per pixel")
	flags.StringVar(&s.theme, "theme", "light", "light, dark or contrast")
	flags.StringVar(&s.lang, "lang", "en", "en, kk or ru")
	flags.StringVar(&s.selected, "select", "", "the `id` of an event to select")
	flags.StringVar(&s.at, "at", "", "the `moment` to show, such as 2022-01-05T18:00")
	flags.StringVar(&s.mode, "mode", "", "how the time is read: cumulative, window, day or known")
	flags.StringVar(&s.tiles, "tiles", "", "an MBTiles or PMTiles `file` to show as the map")
	flags.BoolVar(&s.tilesOver, "tiles-over", false, "show the tiles over the map, not in its place")
	if err := flags.Parse(args); err != nil {
		return s, err
	}
	s.file = flags.Arg(0)
	if _, err := fmt.Sscanf(*size, "%dx%d", &s.width, &s.height); err != nil || s.width < 300 || s.height < 200 || s.width > 8000 || s.height > 8000 {
		return s, fmt.Errorf("the size %q is not of the form WxH, such as 1280x800", *size)
	}
	if *view != "" {
		if _, err := fmt.Sscanf(*view, "%f,%f,%f", &s.view.Lon, &s.view.Lat, &s.view.Zoom); err != nil {
			return s, fmt.Errorf("the view %q is not of the form lon,lat,zoom, such as 76.9,43.2,9", *view)
		}
	}
	return s, nil
}

// take builds the real window on Fyne's driver without a display.
func take(s shot, content ui.Content) (image.Image, error) {
	window, err := ui.NewWindow(test.NewApp(), content)
	if err != nil {
		return nil, err
	}
	p := window.Presenter
	p.SetLang(store.Lang(s.lang))
	p.SetTheme(s.theme)
	window.Resize(fyne.NewSize(float32(s.width), float32(s.height)), float32(s.scale))
	for _, m := range state.Modes {
		if m.Name == s.mode {
			p.SetMode(m.Mode)
		}
	}
	if s.at != "" {
		moment, err := when.Parse(s.at, p.Data().Loc)
		if err != nil {
			return nil, err
		}
		p.SetPlayhead(moment.Earliest)
	}
	if s.view.Zoom > 0 {
		window.LookAt(s.view)
	}
	if s.tiles != "" {
		if err := window.ShowTiles(s.tiles, s.tilesOver); err != nil {
			return nil, err
		}
	}
	if s.selected != "" {
		i := p.Data().Index(s.selected)
		if i < 0 {
			return nil, fmt.Errorf("there is no event %q; qantarctl list events --json names them all", s.selected)
		}
		p.Select(i)
	}
	return window.Capture(), nil
}

func write(name string, img image.Image) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := png.Encode(f, img); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
