package present

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// scrolled is prose that scrolls.
type scrolled struct {
	Box           *container.Scroll
	text          *prose
	all           []paragraph
	inner         *fyne.Container
	width, height float32
}

func newScrolled() *scrolled {
	s := &scrolled{text: newProse()}
	s.inner = container.New(scrolledLayout{s}, s.text.Box)
	s.Box = container.NewVScroll(s.inner)
	return s
}

func (s *scrolled) tell(all []paragraph) {
	s.all = all
	s.lay()
	s.Box.ScrollToTop()
}

const (
	scrolledPad = 14
	leastShrunk = 0.76 // how far letters shrink so that nobody has to scroll
)

func (s *scrolled) lay() {
	if s.width > 2*scrolledPad {
		room := s.Box.Size().Height - 2*scrolledPad
		s.height = s.text.setWithin(s.all, s.width-2*scrolledPad, room, leastShrunk) + 2*scrolledPad
		s.text.Box.Move(fyne.NewPos(scrolledPad, scrolledPad))
		s.Box.Refresh()
	}
}

// scrolledLayout sets the text anew where it gets another width.
type scrolledLayout struct{ s *scrolled }

func (l scrolledLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(10, l.s.height) }

func (l scrolledLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if size.Width != l.s.width {
		l.s.width = size.Width
		l.s.lay()
	}
}
