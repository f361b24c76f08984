package main

import (
	"image"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"qantar/ui/state"
)

// Parts of the window at 1280x760, in pixels.
var (
	mapPart      = image.Rect(120, 140, 800, 520)
	panelPart    = image.Rect(900, 350, 1260, 560)
	listPart     = image.Rect(900, 140, 1260, 290)
	timelinePart = image.Rect(20, 640, 1260, 740)
)

// TestWindow drives the real program on a virtual display as a person would,
// and reads what came of it from the screen and from the state that it exports.
func TestWindow(t *testing.T) {
	display := newDisplay(t, "1280x800")
	binary, home := build(t), t.TempDir()
	app := display.open(binary, home)
	opened := app.now()
	if want := "2022-01-05T18:00:00+06:00"; opened.Playhead.Format(time.RFC3339) != want {
		t.Errorf("it opens at %v, want %s", opened.Playhead, want)
	}
	if opened.Shown == 0 || opened.Shown >= opened.Total {
		t.Errorf("it opens with %d of %d events; some, not all, should be shown", opened.Shown, opened.Total)
	}

	t.Run("class", func(t *testing.T) { carriesName(t, app) })
	t.Run("step", func(t *testing.T) { steps(t, app) })
	t.Run("play", func(t *testing.T) { plays(t, app) })
	t.Run("time by keys", func(t *testing.T) { movesTime(t, app) })
	t.Run("filter", func(t *testing.T) { filters(t, app) })
	t.Run("search", func(t *testing.T) { searches(t, app) })
	t.Run("map", func(t *testing.T) { movesMap(t, app) })
	t.Run("list", func(t *testing.T) { picksFromList(t, app) })
	t.Run("views", func(t *testing.T) { opensViews(t, app) })
	t.Run("timeline", func(t *testing.T) { dragsPlayhead(t, app) })
	t.Run("known", func(t *testing.T) { seesWhatWasKnown(t, app) })
	t.Run("look", func(t *testing.T) { darkens(t, app) })

	app.still() // what is still moving is not what will be remembered
	last := app.now()
	app.quit()
	t.Run("remembered", func(t *testing.T) {
		again := display.open(binary, home)
		s := again.now()
		if s.Theme != last.Theme || s.Selected != last.Selected || !s.Playhead.Equal(last.Playhead) {
			t.Errorf("it opened again with %+v, was left with %+v", s, last)
		}
		again.quit()
	})
}

// The desktop entry names the windows' class, so that its icon is theirs.
func carriesName(t *testing.T, app *program) {
	app.t = t
	entry, err := os.ReadFile("../../assets/packaging/" + appID + ".desktop")
	if err != nil {
		t.Fatal(err)
	}
	_, class, _ := strings.Cut(string(entry), "\nStartupWMClass=")
	class, _, _ = strings.Cut(class, "\n")
	if found := strings.Fields(app.do("search", "--onlyvisible", "--class", "^"+class+"$")); !slices.Contains(found, app.win) {
		t.Errorf("windows of the class %q are %v, which lacks the program's %s", class, found, app.win)
	}
}

func steps(t *testing.T, app *program) {
	app.t = t
	before := app.still()
	app.key("Right")
	first := app.until("an event is selected", func(s state.Saved) bool { return s.Selected != "" })
	app.changed("the event panel", before, panelPart)
	app.key("Right")
	app.until("the next event is selected", func(s state.Saved) bool { return s.Selected != first.Selected })
	app.key("Left")
	app.until("the first event is selected again", func(s state.Saved) bool { return s.Selected == first.Selected })
	app.key("Home")
	home := app.until("the very first event is selected", func(s state.Saved) bool { return s.Selected != first.Selected })
	app.key("End")
	app.until("the very last event is selected", func(s state.Saved) bool { return s.Playhead.After(home.Playhead) })
	app.key("Escape")
	app.until("nothing is selected", func(s state.Saved) bool { return s.Selected == "" })
}

func plays(t *testing.T, app *program) {
	app.t = t
	app.key("Home")
	from := app.until("time is at the start", func(s state.Saved) bool { return s.Selected != "" })
	before := app.still()
	app.key("space")
	app.until("it plays and more is shown", func(s state.Saved) bool {
		return s.Playing && s.Playhead.After(from.Playhead.Add(12*time.Hour)) && s.Shown > from.Shown
	})
	app.key("space")
	paused := app.until("it pauses", func(s state.Saved) bool { return !s.Playing })
	app.changed("the map", before, mapPart)
	app.changed("the timeline", before, timelinePart)
	app.still()
	if now := app.now(); !now.Playhead.Equal(paused.Playhead) {
		t.Errorf("paused at %v, the playhead went on to %v", paused.Playhead, now.Playhead)
	}
}

func movesTime(t *testing.T, app *program) {
	app.t = t
	start := app.now().Playhead
	for _, move := range []struct {
		key string
		by  time.Duration
	}{{"shift+Right", time.Hour}, {"ctrl+Right", 24 * time.Hour}, {"ctrl+Left", -24 * time.Hour}, {"shift+Left", -time.Hour}} {
		start = start.Add(move.by)
		app.key(move.key)
		app.until(move.key+" moves the playhead", func(s state.Saved) bool { return s.Playhead.Equal(start) })
	}
}

func filters(t *testing.T, app *program) {
	app.t = t
	app.key("ctrl+Right", "ctrl+Right", "ctrl+Right")
	before := app.now()
	picture := app.still()
	app.key("1")
	app.until("the first category is hidden", func(s state.Saved) bool {
		return len(s.Hidden) == 1 && s.Hidden[0] == "protest" && s.Total < before.Total
	})
	app.changed("the map", picture, mapPart)
	app.key("1")
	app.until("the first category is back", func(s state.Saved) bool { return len(s.Hidden) == 0 && s.Total == before.Total })
}

func searches(t *testing.T, app *program) {
	app.t = t
	all := app.now()
	app.key("ctrl+f")
	app.do("type", "--delay", "40", "airport")
	app.until("only what was searched for is left", func(s state.Saved) bool {
		return s.Words == "airport" && s.Total > 0 && s.Total < all.Total/4
	})
	app.key("Escape")
	app.until("everything is back", func(s state.Saved) bool { return s.Words == "" && s.Total == all.Total })
}

func movesMap(t *testing.T, app *program) {
	app.t = t
	home := app.now()
	before := app.still()
	app.drag(560, 300, 360, 250)
	dragged := app.until("the map follows the hand", func(s state.Saved) bool { return s.Lon > home.Lon+1 && s.Lat < home.Lat })
	app.changed("the map", before, mapPart)
	app.click(500, 300, 4)
	app.until("the wheel zooms in", func(s state.Saved) bool { return s.Zoom > dragged.Zoom })
	app.key("minus")
	app.until("minus zooms out", func(s state.Saved) bool { return s.Zoom <= dragged.Zoom })
	at := app.now()
	app.key("d")
	app.until("a letter pans the focused map", func(s state.Saved) bool { return s.Lon > at.Lon })
	app.key("0")
	app.until("0 goes home", func(s state.Saved) bool { return s.Lon == home.Lon && s.Zoom == home.Zoom })
	app.key("Escape")
}

func picksFromList(t *testing.T, app *program) {
	app.t = t
	app.key("Escape", "Escape")
	before := app.until("nothing is selected", func(s state.Saved) bool { return s.Selected == "" })
	picture := app.still()
	app.click((listPart.Min.X+listPart.Max.X)/2, listPart.Min.Y+80, 1)
	after := app.until("a row of the list selects its event", func(s state.Saved) bool { return s.Selected != "" })
	app.changed("the event panel", picture, panelPart)
	if !after.Playhead.Equal(before.Playhead) {
		t.Errorf("picking an event that is shown moved time from %v to %v", before.Playhead, after.Playhead)
	}
}

// opensViews goes through the side's views by their tabs, picks a disagreement
// and a figure, and comes back with an event.
func opensViews(t *testing.T, app *program) {
	app.t = t
	side := image.Rect(890, 110, 1260, 560)
	for _, tab := range []struct {
		name string
		x    int
	}{{"figures", 978}, {"disagreements", 1085}, {"sources", 1195}, {"events", 905}} {
		before := app.still()
		app.click(tab.x, 92, 1)
		app.changed("the view of "+tab.name, before, side)
	}
	app.key("Escape", "Escape")
	app.until("nothing is selected", func(s state.Saved) bool { return s.Selected == "" })
	app.click(978, 92, 1)
	app.still()
	app.click(1075, 500, 1)
	app.until("a claim of the figures opens its event", func(s state.Saved) bool { return s.Selected != "" })
}

func dragsPlayhead(t *testing.T, app *program) {
	app.t = t
	before := app.now()
	picture := app.still()
	app.click(420, 680, 1)
	clicked := app.until("the playhead goes to a click", func(s state.Saved) bool { return s.Playhead.Before(before.Playhead) && s.Shown < before.Shown })
	app.changed("the list", picture, listPart)
	app.drag(420, 656, 620, 656)
	app.until("the playhead follows the hand", func(s state.Saved) bool {
		return s.Playhead.After(clicked.Playhead) && s.Playhead.Before(before.Playhead) && s.Shown > clicked.Shown
	})
	app.key("t")
	app.do("type", "--delay", "40", "6 Jan 12:00")
	app.key("Return")
	app.until("a time that is typed is shown", func(s state.Saved) bool { return s.Playhead.Format("2 Jan 15:04") == "6 Jan 12:00" })
}

func darkens(t *testing.T, app *program) {
	app.t = t
	light := brightness(app.still())
	app.click(1262, 46, 1)
	app.until("the look is dark", func(s state.Saved) bool { return s.Theme == "dark" })
	if dark := brightness(app.still()); dark > light/2 {
		t.Errorf("the dark look has a brightness of %.2f, the light one %.2f", dark, light)
	}
}
