package mapview

import (
	"image/color"
	"slices"
	"sort"
	"strconv"

	"qantar/ui/paint"
	"qantar/ui/state"
	"qantar/ui/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Nationwide is the bar of events that belong to a whole country and so have no
// spot on the map: how many of them are shown, of which categories, and the
// newest. A click lists them.
type Nationwide struct {
	widget.BaseWidget
	p      *state.Presenter
	words  words.Func
	style  *paint.Style
	events func() []int // positions in order of time
	listed []int
	width  float32
	box    *fyne.Container
	menu   *widget.PopUpMenu
}

var (
	_ fyne.Tappable      = (*Nationwide)(nil)
	_ desktop.Cursorable = (*Nationwide)(nil)
)

// BarRoom is the height, in pixels, that is kept free for the bar, so that what
// lies below it stands still when it comes and goes.
const BarRoom = tagHeight + 4

const (
	mostKinds     = 5   // categories that are counted one by one
	mostListed    = 12  // events that a click lists, the newest
	barGap        = 10  // pixels between its parts
	narrowestName = 120 // pixels; the newest event is named where there are as many
)

// NewNationwide returns the bar over the map v. It is hidden while there is
// nothing to tell.
func NewNationwide(p *state.Presenter, v *View) *Nationwide {
	n := &Nationwide{p: p, words: v.words, style: &paint.Light, events: v.scenes.Nationwide, box: &fyne.Container{}}
	n.ExtendBaseWidget(n)
	p.Listen(func(change state.Change) {
		if change.Has(state.TimeChanged | state.ShownChanged | state.LanguageChanged) {
			n.update(change.Has(state.LanguageChanged))
		}
	})
	n.update(true)
	return n
}

// SetStyle changes the look.
func (n *Nationwide) SetStyle(s *paint.Style) {
	n.style = s
	n.update(true)
}

// SetWidth gives the bar its room, in pixels.
func (n *Nationwide) SetWidth(width float32) {
	if width != n.width {
		n.width = width
		n.update(true)
	}
}

// update writes the bar anew where its events have changed.
func (n *Nationwide) update(always bool) {
	now := n.events()
	if !always && slices.Equal(now, n.listed) {
		return
	}
	n.listed = now
	n.box.RemoveAll()
	if n.Hidden = len(now) == 0; !n.Hidden {
		n.fill()
	}
	n.Resize(n.MinSize())
	n.Refresh()
}

// fill sets the parts of the bar beside each other, as many as have room.
func (n *Nationwide) fill() {
	ground := tagGround(n.style)
	n.box.Add(ground)
	x := n.write(n.heading(), barGap, n.style.Ink, true)
	for _, k := range n.kinds() {
		if x+2*legendIcon > n.width {
			break
		}
		x = n.count(k, x)
	}
	if room := n.width - x - barGap; room >= narrowestName {
		newest := n.p.Data().Item(n.listed[len(n.listed)-1])
		x = n.write(cut(newest.Event.Title.In(n.p.Lang()), room), x, n.style.InkSoft, false)
	}
	ground.Resize(fyne.NewSize(min(x, n.width), tagHeight))
}

// heading names the country with the most of the events and counts them; events
// of other countries are added.
func (n *Nationwide) heading() string {
	data, counts := n.p.Data(), map[uint32]int{}
	most := data.Cols.Place[n.listed[0]]
	for _, i := range n.listed {
		place := data.Cols.Place[i]
		if counts[place]++; counts[place] > counts[most] {
			most = place
		}
	}
	text := n.words("nationwide", "place", data.Places[most].Name.In(n.p.Lang()), "n", strconv.Itoa(counts[most]))
	if others := len(n.listed) - counts[most]; others > 0 {
		text += " +" + strconv.Itoa(others)
	}
	return text
}

// kind is how many events of a category there are.
type kind struct{ category, count int }

// kinds are the categories with the most events, the largest first.
func (n *Nationwide) kinds() []kind {
	all := make([]kind, len(n.p.Data().Categories))
	for _, i := range n.listed {
		c := int(n.p.Data().Cols.Category[i])
		all[c].category, all[c].count = c, all[c].count+1
	}
	sort.SliceStable(all, func(a, b int) bool { return all[a].count > all[b].count })
	all = all[:min(len(all), mostKinds)]
	for k := range all {
		if all[k].count == 0 {
			return all[:k]
		}
	}
	return all
}

// write adds text at x and returns where the next part may stand.
func (n *Nationwide) write(s string, x float32, c color.Color, bold bool) float32 {
	text := canvas.NewText(s, c)
	text.TextSize, text.TextStyle.Bold = legendText, bold
	size := text.MinSize()
	text.Resize(size)
	text.Move(fyne.NewPos(x, (tagHeight-size.Height)/2))
	n.box.Add(text)
	return x + size.Width + barGap
}

// count adds a category's mark and number at x.
func (n *Nationwide) count(k kind, x float32) float32 {
	icon := tagMark(n.style, n.p.Data().Categories[k.category])
	icon.Resize(fyne.NewSquareSize(legendIcon))
	icon.Move(fyne.NewPos(x, (tagHeight-legendIcon)/2))
	n.box.Add(icon)
	return n.write(strconv.Itoa(k.count), x+legendIcon+2, n.style.Ink, false)
}

// cut shortens a text until it is at most width pixels wide.
func cut(text string, width float32) string {
	letters := []rune(text)
	for n := len(letters); n > 0; n-- {
		shown := text
		if n < len(letters) {
			shown = string(letters[:n]) + "…"
		}
		if wide := fyne.MeasureText(shown, legendText, fyne.TextStyle{}).Width; wide <= width {
			return shown
		} else if fits := int(float32(n) * width / wide); fits < n-2 {
			n = fits + 2 // letters differ in width: try a few more
		}
	}
	return ""
}

// Tapped implements fyne.Tappable: one event is selected, several are listed,
// the newest first.
func (n *Nationwide) Tapped(*fyne.PointEvent) {
	if len(n.listed) == 1 {
		n.p.Select(n.listed[0])
		return
	}
	driver := fyne.CurrentApp().Driver()
	n.menu = widget.NewPopUpMenu(fyne.NewMenu("", n.items()...), driver.CanvasForObject(n))
	n.menu.ShowAtPosition(driver.AbsolutePositionForObject(n).Add(fyne.NewPos(0, tagHeight)))
}

func (n *Nationwide) items() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for k := len(n.listed) - 1; k >= 0; k-- {
		if len(items) == mostListed {
			more := fyne.NewMenuItem("+"+strconv.Itoa(k+1), nil)
			more.Disabled = true
			return append(items, more)
		}
		i := n.listed[k]
		item := fyne.NewMenuItem(shorten(n.p.Data().Item(i).Event.Title.In(n.p.Lang())), func() { n.p.Select(i) })
		item.Checked = i == n.p.Selected()
		items = append(items, item)
	}
	return items
}

// Cursor implements desktop.Cursorable.
func (n *Nationwide) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (n *Nationwide) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(n.box) }

// MinSize implements fyne.CanvasObject.
func (n *Nationwide) MinSize() fyne.Size {
	if len(n.box.Objects) == 0 {
		return fyne.NewSize(0, 0)
	}
	return n.box.Objects[0].Size()
}
