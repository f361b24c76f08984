package mapview

import (
	"slices"
	"strings"
	"testing"

	"qantar/store"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// texts are what the bar says, from left to right.
func texts(n *Nationwide) (all []string) {
	for _, o := range n.box.Objects {
		if text, ok := o.(*canvas.Text); ok {
			all = append(all, text.Text)
		}
	}
	return all
}

func TestNationwideCountsWhatIsShown(t *testing.T) {
	v, p := shown(t)
	n := NewNationwide(p, v)
	n.SetWidth(700)
	p.SetPlayhead(p.Data().Window.Earliest)
	if early := v.scenes.Nationwide(); n.Hidden != (len(early) == 0) {
		t.Errorf("with %d events at the start the bar is hidden: %v", len(early), n.Hidden)
	}
	p.SetPlayhead(p.Data().Window.Latest)
	want := v.scenes.Nationwide()
	if n.Hidden || len(want) < 2 || !slices.Equal(n.listed, want) {
		t.Fatalf("at the end it is hidden: %v, and lists %v, want %v", n.Hidden, n.listed, want)
	}
	said := texts(n)
	if !strings.Contains(said[0], "Kazakhstan") {
		t.Errorf("it says %q", said)
	}
	newest := p.Data().Item(want[len(want)-1]).Event.Title.In(store.English)
	if last := strings.TrimSuffix(said[len(said)-1], "…"); !strings.HasPrefix(newest, last) || last == "" {
		t.Errorf("it names %q last, want the newest, %q", last, newest)
	}
}

func TestNationwideKeepsToItsRoom(t *testing.T) {
	v, p := shown(t)
	n := NewNationwide(p, v)
	p.SetPlayhead(p.Data().Window.Latest)
	for _, width := range []float32{400, 500, 700, 900} {
		n.SetWidth(width)
		for _, o := range n.box.Objects {
			if right := o.Position().X + o.Size().Width; right > width {
				t.Errorf("in %v pixels a part ends at %v", width, right)
			}
		}
		if n.MinSize().Width > width {
			t.Errorf("in %v pixels it is %v wide", width, n.MinSize().Width)
		}
	}
}

func TestNationwideSpeaksTheLanguage(t *testing.T) {
	v, p := shown(t)
	n := NewNationwide(p, v)
	p.SetPlayhead(p.Data().Window.Latest)
	p.SetLang(store.Kazakh)
	if said := texts(n)[0]; !strings.Contains(said, "Қазақстан") {
		t.Errorf("in Kazakh it says %q", said)
	}
}

func TestNationwideSelects(t *testing.T) {
	v, p := shown(t)
	n := NewNationwide(p, v)
	p.SetPlayhead(p.Data().Window.Latest)
	items := n.items()
	if len(items) != mostListed+1 || !items[mostListed].Disabled {
		t.Fatalf("it lists %d events of %d", len(items), len(n.listed))
	}
	items[0].Action()
	if p.Selected() != n.listed[len(n.listed)-1] {
		t.Error("the first of the list is not the newest")
	}
	n.events = func() []int { return []int{3} }
	n.update(true)
	n.Tapped(nil)
	if p.Selected() != 3 {
		t.Error("a click on the bar of one event does not select it")
	}
}

func TestCut(t *testing.T) {
	shown(t)
	text := "Kazakhstan's president declares a state of emergency"
	whole := fyne.MeasureText(text, legendText, fyne.TextStyle{}).Width
	for _, c := range []struct {
		width float32
		whole bool
	}{{whole + 1, true}, {whole - 1, false}, {100, false}, {30, false}} {
		got := cut(text, c.width)
		if (got == text) != c.whole || fyne.MeasureText(got, legendText, fyne.TextStyle{}).Width > c.width {
			t.Errorf("in %v pixels it becomes %q", c.width, got)
		}
		if !c.whole && (!strings.HasSuffix(got, "…") || !strings.HasPrefix(text, strings.TrimSuffix(got, "…"))) {
			t.Errorf("in %v pixels it becomes %q", c.width, got)
		}
	}
	if got := cut(text, 2); got != "" {
		t.Errorf("with no room it is %q", got)
	}
}
