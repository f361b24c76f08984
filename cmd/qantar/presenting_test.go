package main

import (
	"flag"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"qantar/seeds"
	"qantar/store"
	"qantar/store/collection"
	"qantar/ui/state"
)

var pictures = flag.String("pictures", "", "keep pictures of both monitors for each scene in this `folder`")

// speakerTitles begin the speaker's window's title.
var speakerTitles = map[store.Lang]string{store.English: "Speaker", store.Kazakh: "Баяндаушы", store.Russian: "Экран докладчика"}

// lesson is one run of a talk on two monitors.
type lesson struct {
	*program
	speaker, audience image.Rectangle
	show              string // X's number of the audience's window
	keep              string // the beginning of pictures' names
}

// TestPresenting gives every shipped story from the first to the last scene to
// an empty room, with the keys of a clicker alone.
func TestPresenting(t *testing.T) {
	shipped, err := collection.Read(seeds.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	binary := build(t)
	for i, c := range []struct {
		lang              store.Lang
		speaker, audience head
		dark              bool
	}{
		{store.English, head{1280, 800}, head{1024, 768}, false},
		{store.Kazakh, head{1280, 800}, head{1920, 1080}, true},
		{store.Russian, head{1920, 1080}, head{1280, 800}, false},
	} {
		story := &shipped.Stories[i%len(shipped.Stories)]
		t.Run(fmt.Sprintf("%s %s %v", story.ID, c.lang, c.audience), func(t *testing.T) {
			d := newHeads(t, c.speaker, c.audience)
			d.env = []string{"LANG=" + string(c.lang) + ".UTF-8"}
			home := t.TempDir()
			if c.dark {
				d.darkened(binary, home)
			}
			app := d.begun(binary, home, story, i == 0)
			l := newLesson(app, story, c.lang, c.speaker, c.audience)
			l.throughout(story, c.lang)
			if i == 0 {
				l.covers()
				l.explores()
			}
			l.ends()
		})
	}
}

// darkened has the app open in the dark look from then on.
func (d *display) darkened(binary, home string) {
	d.t.Helper()
	app := d.open(binary, home)
	app.still()
	app.click(1262, 46, 1)
	app.until("the look is dark", func(s state.Saved) bool { return s.Theme == "dark" })
	app.quit()
}

// begun presents a story: the first one by the key that clickers send.
func (d *display) begun(binary, home string, story *store.Story, first bool) *program {
	d.t.Helper()
	if !first {
		return d.start(binary, home, "--present", story.ID)
	}
	app := d.open(binary, home)
	app.still()
	app.key("F5")
	return app
}

func newLesson(app *program, story *store.Story, lang store.Lang, speaker, audience head) *lesson {
	app.t.Helper()
	l := &lesson{
		program:  app,
		speaker:  image.Rect(0, 0, speaker.width, speaker.height),
		audience: image.Rect(speaker.width, 0, speaker.width+audience.width, audience.height),
		keep:     fmt.Sprintf("%s-%s-%v", story.ID, lang, audience),
	}
	l.show = l.named(story.Title.In(lang))
	l.fills(l.show, l.audience)
	l.fills(l.named(speakerTitles[lang]), l.speaker)
	return l
}

// keepPicture keeps what both monitors show.
func (l *lesson) keepPicture(name string) {
	l.t.Helper()
	if *pictures == "" {
		return
	}
	for side, r := range map[string]image.Rectangle{"audience": l.audience, "speaker": l.speaker} {
		f, err := os.Create(filepath.Join(*pictures, l.keep+"-"+name+"-"+side+".png"))
		if err != nil {
			l.t.Fatal(err)
		}
		if err := png.Encode(f, l.part(r)); err != nil {
			l.t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			l.t.Fatal(err)
		}
	}
}

// titled waits until the audience's window is called so.
func (l *lesson) titled(text string) {
	l.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if strings.Contains(l.title(l.show), text) {
			return
		}
	}
	l.t.Fatalf("the audience's window is called %q, %q should be in it", l.title(l.show), text)
}

// throughout goes through all slides with Page Down, and one back and forth in
// the middle; every one must look different on both monitors.
func (l *lesson) throughout(story *store.Story, lang store.Lang) {
	l.t.Helper()
	last := l.stillOn(l.audience)
	before := l.part(l.speaker)
	l.keepPicture("00")
	n := len(story.Scenes)
	for i := 1; i <= n; i++ {
		l.key("Next")
		l.titled(fmt.Sprintf("%s · %d/%d", story.Title.In(lang), i, n))
		now := l.stillOn(l.audience)
		if unlike(last, now) < 1000 {
			l.t.Errorf("scene %d looks like the one before it", i)
		}
		after := l.part(l.speaker)
		if unlike(before, after) < 1000 {
			l.t.Errorf("at scene %d the speaker's monitor has not changed", i)
		}
		l.keepPicture(fmt.Sprintf("%02d", i))
		last, before = now, after
		if i == n/2 {
			l.key("Prior")
			l.titled(fmt.Sprintf("%d/%d", i-1, n))
			l.key("Next")
			l.titled(fmt.Sprintf("%d/%d", i, n))
			last = l.stillOn(l.audience)
		}
	}
	l.key("Next")
	l.titled(" · ")
	if unlike(last, l.stillOn(l.audience)) < 1000 {
		l.t.Error("the sources look like the last scene")
	}
	l.keepPicture(fmt.Sprintf("%02d", n+1))
	l.key("Prior")
	l.titled(fmt.Sprintf("%d/%d", n, n))
}

// covers makes the audience's monitor black and light again.
func (l *lesson) covers() {
	l.t.Helper()
	light := brightness(l.stillOn(l.audience))
	for _, key := range []string{"b", "period"} {
		l.key(key)
		l.shines(func(now float64) bool { return now == 0 }, key+" makes the monitor black")
		if l.bright(l.speaker) < light/2 {
			l.t.Error("the speaker's monitor went dark too")
		}
		l.key(key)
		l.shines(func(now float64) bool { return now > light*0.95 }, key+" shows the scene again")
	}
}

// shines waits until the audience's monitor is as bright as wanted.
func (l *lesson) shines(ok func(float64) bool, what string) {
	l.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if ok(l.bright(l.audience)) {
			return
		}
	}
	l.t.Fatalf("it never came about that %s", what)
}

func (l *lesson) bright(r image.Rectangle) float64 {
	l.t.Helper()
	return brightness(l.part(r))
}

// explores moves the map by hand and comes back with the next key.
func (l *lesson) explores() {
	l.t.Helper()
	l.stillOn(l.audience)
	middle := image.Rect(l.audience.Min.X+200, 100, l.audience.Max.X-200, 400)
	scene := l.part(middle)
	mx, my := (l.audience.Min.X+l.audience.Max.X)/2, l.audience.Dy()/3
	l.do("mousemove", fmt.Sprint(mx), fmt.Sprint(my), "mousedown", "1")
	for i := 1; i <= 6; i++ {
		l.do("mousemove", fmt.Sprint(mx+20*i), fmt.Sprint(my+10*i))
	}
	l.do("mouseup", "1")
	for end := time.Now().Add(patience); unlike(scene, l.part(middle)) < 200; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			l.t.Fatal("the map does not follow the hand")
		}
	}
	l.keepPicture("exploring")
	title := l.title(l.show)
	l.do("mousemove", fmt.Sprint(mx), "5")
	l.key("Next")
	for end := time.Now().Add(patience); ; time.Sleep(100 * time.Millisecond) {
		if unlike(scene, l.part(middle)) < 200 {
			break
		}
		if time.Now().After(end) {
			l.t.Fatal("the map did not come back to its scene")
		}
	}
	if now := l.title(l.show); now != title {
		l.t.Errorf("coming back went on from %q to %q", title, now)
	}
}

// ends ends the talk with Escape: its windows are gone, and while it went on no
// monitor could have gone dark.
func (l *lesson) ends() {
	l.t.Helper()
	if saver := l.run("xset", "q"); !strings.Contains(saver, "timeout:  0 ") {
		l.t.Errorf("the screen saver is not off while presenting:\n%s", saver)
	}
	l.key("Escape")
	for end := time.Now().Add(patience); len(l.windows()) != 1; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			l.t.Fatalf("after the end there are %d windows", len(l.windows()))
		}
	}
	if saver := l.run("xset", "q"); strings.Contains(saver, "timeout:  0 ") {
		l.t.Errorf("the screen saver stays off after the end:\n%s", saver)
	}
	l.win = l.windows()[0]
	l.do("windowfocus", "--sync", l.win)
	l.quit()
}
