package timeview

import (
	"os"
	"strings"
	"testing"

	"qantar/store"
	"qantar/ui/state"
	"qantar/ui/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// controlsOf shows the controls of p in a window, with texts that are their keys.
func controlsOf(t *testing.T, p *state.Presenter) *Controls {
	t.Helper()
	test.NewTempApp(t)
	c := NewControls(p, func(key string, args ...string) string {
		return strings.Join(append([]string{string(p.Lang()), key}, args...), " ")
	})
	window := test.NewTempWindow(t, c.Box)
	window.Resize(fyne.NewSize(1200, 60))
	return c
}

func TestControls(t *testing.T) {
	p := presenter(t)
	c := controlsOf(t, p)
	if got, want := c.moment.Text, "Wed 5 January 2022, 18:00 (Almaty, UTC+6)"; got != want {
		t.Errorf("the moment is %q, want %q", got, want)
	}
	test.Tap(c.play)
	if !p.Playing() || c.play.Text != "en pause" {
		t.Errorf("playing is %v, the button says %q", p.Playing(), c.play.Text)
	}
	c.speed.SetSelectedIndex(5)
	c.mode.SetSelectedIndex(2)
	if p.Speed() != 5 || p.Mode() != state.SingleDay {
		t.Errorf("speed %d, mode %v", p.Speed(), p.Mode())
	}
	p.SetMode(state.Window)
	p.SetLang(store.Russian)
	if c.mode.Selected != "ru mode-window" || c.speed.Selected != "ru speed-hours n 16" || p.Mode() != state.Window {
		t.Errorf("in Russian: %q, %q, mode %v", c.mode.Selected, c.speed.Selected, p.Mode())
	}
}

func TestTheLastSpeedIsTheOtherPace(t *testing.T) {
	p := presenter(t)
	c := controlsOf(t, p)
	speed := p.Speed()
	c.speed.SetSelectedIndex(len(c.speed.Options) - 1)
	if p.Pace() != state.ByEvent || c.speed.Selected != "en speed-moments n 1.5" || p.Speed() != speed {
		t.Errorf("pace %s, the speed says %q", p.Pace(), c.speed.Selected)
	}
	c.speed.SetSelectedIndex(len(c.speed.Options) - 1)
	if p.Pace() != state.Steady || c.speed.Selected != "en speed-hours n 4" {
		t.Errorf("pace %s, the speed says %q", p.Pace(), c.speed.Selected)
	}
}

func TestTypeATime(t *testing.T) {
	cases := []struct {
		typed, says        string
		open               bool
		from, to, playhead int64
	}{
		{"6 Jan 12:00", "", false, at(1, 0), at(10, 0), at(6, 12)},
		{"7:00", "", false, at(1, 0), at(10, 0), at(5, 7)},
		{"2022-01-06/2022-01-07", "", false, at(6, 0), at(8, 0), at(6, 0)},
		{"soon", "en typed-bad", true, at(1, 0), at(10, 0), at(5, 18)},
		{"1 May 1850", "en typed-outside from 1 Jan 2022 to 9 Jan 2022", true, at(1, 0), at(10, 0), at(5, 18)},
	}
	for _, tt := range cases {
		t.Run(tt.typed, func(t *testing.T) {
			p := presenter(t)
			c := controlsOf(t, p)
			p.TogglePlay()
			test.Tap(c.moment)
			if p.Playing() || !c.typing.Box.Visible() || c.choices.Visible() {
				t.Fatal("a click on the moment does not open the field alone")
			}
			if c.typing.entry.Text != "5 Jan 2022, 18:00" || c.typing.entry.SelectedText() != c.typing.entry.Text {
				t.Errorf("the field opens with %q, %q chosen", c.typing.entry.Text, c.typing.entry.SelectedText())
			}
			test.Type(c.typing.entry, tt.typed)
			c.typing.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			if c.typing.Box.Visible() != tt.open || c.choices.Visible() == tt.open {
				t.Errorf("the field stays: %v", c.typing.Box.Visible())
			}
			if tt.says != "" && c.typing.says.Text != tt.says {
				t.Errorf("it says %q, want %q", c.typing.says.Text, tt.says)
			}
			if from, to := p.Handles(); from != tt.from || to != tt.to || p.Playhead() != tt.playhead {
				t.Errorf("from %d to %d with the playhead at %d; want %d, %d, %d", from, to, p.Playhead(), tt.from, tt.to, tt.playhead)
			}
		})
	}
}

func TestEscapeLeavesTimeAlone(t *testing.T) {
	p := presenter(t)
	c := controlsOf(t, p)
	c.TypeTime()
	test.Type(c.typing.entry, "6 Jan")
	c.typing.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if c.typing.Box.Visible() || p.Playhead() != at(5, 18) {
		t.Errorf("the field stays: %v, time is %d", c.typing.Box.Visible(), p.Playhead())
	}
}

func TestTheMomentIsShortWhereThereIsLittleRoom(t *testing.T) {
	test.NewTempApp(t)
	m := newMoment(func() {})
	test.NewTempWindow(t, m)
	m.write("Wed 5 January 2022, 18:00 (Almaty, UTC+6)", "5 Jan 2022, 18:00")
	for _, c := range []struct {
		width float32
		want  string
	}{{600, m.full}, {200, m.short}, {600, m.full}} {
		if m.Resize(fyne.NewSize(c.width, 40)); m.Text != c.want {
			t.Errorf("%v pixels say %q", c.width, m.Text)
		}
	}
}

func TestControlsFitANarrowWindow(t *testing.T) {
	test.NewTempApp(t)
	catalog, err := words.Load(os.DirFS("../../assets/translations"))
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range store.Langs {
		c := NewControls(presenter(t), func(key string, args ...string) string { return catalog.In(lang, key, args...) })
		if got := c.Box.MinSize().Width; got > 640 {
			t.Errorf("in %s the controls take %v pixels", lang, got)
		}
	}
}
