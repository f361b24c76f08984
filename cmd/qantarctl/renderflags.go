package main

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"qantar/geo"
	"qantar/store"
	"qantar/ui/paint"
	"qantar/ui/print"
	"qantar/ui/state"

	"github.com/spf13/pflag"
)

// renderFlags is what the flags of render say.
type renderFlags struct {
	at, from, to string
	knownAt      string
	window       bool // from and to are given
	size, view   string
	theme        string
	scale        float64
	language     string
	tiles        string
	tilesOver    bool
}

// shortestWindow is the least time, in seconds, that a window can last.
const shortestWindow = 3600

// frame is the picture asked for, apart from what it shows.
type frame struct {
	size  print.Size // device pixels
	scale float32
	style *paint.Style
	view  *store.View // nil: the collection's home view
	tiles ownTiles
}

// sheet is the picture asked for.
func (f *frame) sheet() print.Sheet {
	return print.Sheet{Size: f.size, Scale: f.scale, Style: f.style, View: f.view, Tiles: f.tiles.layer, Credit: f.tiles.credit}
}

func (f *renderFlags) addFlags(flags *pflag.FlagSet) {
	flags.StringVar(&f.at, "at", "", "show everything up to this `time`, in EDTF: 2022-01-05 or 2022-01-05T18:00")
	flags.StringVar(&f.knownAt, "known-at", "", "show everything up to this `time` that had been reported for certain by then")
	flags.StringVar(&f.from, "from", "", "show what is not over before this `time`, in EDTF")
	flags.StringVar(&f.to, "to", "", "show what does not begin after this `time`, in EDTF")
	flags.StringVar(&f.size, "size", "1280x800", "width and height in pixels, as `WxH`")
	flags.StringVar(&f.view, "view", "", "where the map looks, as `lon,lat,zoom` such as 76.9,43.2,9 (default the collection's home view)")
	flags.StringVar(&f.theme, "theme", paint.Light.Name, "`name` of the colours: light or dark")
	flags.Float64Var(&f.scale, "scale", 1, "`factor` by which letters and marks are larger, such as 2 for print")
	flags.StringVar(&f.language, "lang", string(store.English), "`language` of the texts: en, kk or ru")
	flags.StringVar(&f.tiles, "tiles", "", "an MBTiles or PMTiles `file` to draw as the map")
	flags.BoolVar(&f.tilesOver, "tiles-over", false, "draw the tiles over the map, not in its place")
}

// frame reads the flags that do not depend on the collection.
func (f *renderFlags) frame(flags *pflag.FlagSet) (frame, error) {
	out := frame{scale: float32(f.scale), style: paint.Styles[f.theme]}
	if out.style == nil {
		return out, misusef("--theme %q is not known; use one of %s", f.theme, strings.Join(slices.Sorted(maps.Keys(paint.Styles)), ", "))
	}
	if _, err := parseLanguage(f.language); err != nil {
		return out, err
	}
	if err := f.checkTimeFlags(flags); err != nil {
		return out, err
	}
	if err := f.setSize(&out); err != nil {
		return out, err
	}
	return out, f.setView(flags, &out)
}

func (f *renderFlags) checkTimeFlags(flags *pflag.FlagSet) error {
	at, from, to := flags.Changed("at"), flags.Changed("from"), flags.Changed("to")
	f.window = from && to
	known := flags.Changed("known-at")
	switch {
	case known && (at || from || to):
		return misusef("--known-at does not go with --at, --from and --to; give one of them")
	case known:
		return nil
	case at && (from || to):
		return misusef("--at does not go with --from and --to; give one moment or both ends of a window")
	case !at && !f.window:
		return misusef("the time to show is missing; give --at TIME, or both --from TIME and --to TIME, or --known-at TIME")
	}
	return nil
}

func (f *renderFlags) setSize(out *frame) (err error) {
	if out.size, err = print.ParseSize(f.size); err != nil {
		return misusef("--size %w", err)
	}
	if err := out.size.CheckScale(f.scale); err != nil {
		return misusef("--scale %w", err)
	}
	return nil
}

func (f *renderFlags) setView(flags *pflag.FlagSet, out *frame) error {
	if !flags.Changed("view") {
		return nil
	}
	parts := strings.Split(f.view, ",")
	limits := [][2]float64{{-180, 180}, {-geo.MaxLat, geo.MaxLat}, {geo.MinZoom, geo.MaxZoom}}
	if len(parts) != len(limits) {
		return misusef("--view %q is not of the form lon,lat,zoom; write it as 76.9,43.2,9", f.view)
	}
	var values [3]float64
	for i, part := range parts {
		v, err := strconv.ParseFloat(strings.TrimSpace(part), 64)
		if err != nil || !(v >= limits[i][0] && v <= limits[i][1]) {
			return misusef("--view %q is not lon,lat,zoom in degrees (-180 to 180, -85 to 85) and a zoom from %g to %g; write it as 76.9,43.2,9",
				f.view, geo.MinZoom, geo.MaxZoom)
		}
		values[i] = v
	}
	out.view = &store.View{Lon: values[0], Lat: values[1], Zoom: values[2]}
	return nil
}

// setTime moves the presenter to the time asked for.
func (f *renderFlags) setTime(p *state.Presenter) error {
	zone := p.Data().Loc
	switch {
	case f.knownAt != "":
		p.SetMode(state.Known)
		return f.goTo(p, "known-at", f.knownAt)
	case !f.window:
		return f.goTo(p, "at", f.at)
	}
	from, err := parseTime("from", f.from, zone)
	if err != nil {
		return err
	}
	to, err := parseTime("to", f.to, zone)
	switch {
	case err != nil:
		return err
	case from.Earliest > to.Latest:
		return misusef("--from %s is after --to %s; swap the two", f.from, f.to)
	case to.Latest-from.Earliest < shortestWindow:
		return misusef("--from %s to --to %s is less than an hour; choose a longer time", f.from, f.to)
	}
	p.SetMode(state.Window)
	p.SetHandles(from.Earliest, to.Latest)
	shownFrom, shownTo := p.Handles()
	return f.within(shownFrom == from.Earliest && shownTo == to.Latest, "--from "+f.from+" --to "+f.to)
}

// goTo moves the playhead to the end of the time that a flag names.
func (f *renderFlags) goTo(p *state.Presenter, flag, text string) error {
	at, err := parseTime(flag, text, p.Data().Loc)
	if err != nil {
		return err
	}
	p.SetPlayhead(at.Latest)
	return f.within(p.Playhead() == at.Latest, "--"+flag+" "+text)
}

// within refuses a time that the presenter could not go to.
func (f *renderFlags) within(reached bool, flags string) error {
	if reached {
		return nil
	}
	return misusef("%s reaches beyond the time that the collection tells of; see qantarctl list events", flags)
}
