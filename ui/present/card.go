package present

import (
	"qantar/ui/present/talk"
	"qantar/ui/scene"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// card is a slide of words over the map: the story's title, or its sources.
type card struct {
	Box    *fyne.Container
	of     *Show
	ground *canvas.Rectangle
	rule   *canvas.Rectangle
	text   *prose
	foot   *prose
	size   fyne.Size
	kind   talk.Kind
}

func newCard(s *Show) *card {
	c := &card{of: s, ground: canvas.NewRectangle(nil), rule: canvas.NewRectangle(nil), text: newProse(), foot: newProse()}
	c.Box = container.NewWithoutLayout(c.ground, c.rule, c.text.Box, c.foot.Box)
	return c
}

func (c *card) resize(size fyne.Size) {
	c.size = size
	place(c.Box, 0, 0, size.Width, size.Height)
	place(c.ground, 0, 0, size.Width, size.Height)
}

// show writes the title or the sources, or is gone on other slides.
func (c *card) show(slide *talk.Slide) {
	on := slide.Kind == talk.Opening || slide.Kind == talk.Closing
	visible(on, c.Box)
	if !on || c.size.Height < 2 {
		return
	}
	style := c.of.parts.Style
	c.ground.FillColor, c.rule.FillColor = style.Paper, style.Accent
	body, foot := c.opening(), []paragraph{}
	if slide.Kind == talk.Closing {
		body, foot = c.closing()
	}
	h := c.size.Height
	margin := max(c.size.Width*0.08, h*0.06)
	width := c.size.Width - 2*margin
	footHigh := float32(0)
	if len(foot) > 0 {
		footHigh = c.foot.set(foot, width)
	} else {
		c.foot.set(nil, width)
	}
	high := c.text.setWithin(body, width, h*0.86-footHigh, 0.4)
	top := max(h*0.06, (h-footHigh-high)/2)
	c.text.Box.Move(fyne.NewPos(margin, top))
	c.foot.Box.Move(fyne.NewPos(margin, h-footHigh-h*0.04))
	place(c.rule, margin-h*0.03, top, max(4, h*0.008), high)
	c.Box.Refresh()
}

func (c *card) opening() []paragraph {
	h, lang, deck, style := c.size.Height, c.of.parts.lang(), &c.of.Talk.Deck, c.of.parts.Style
	return []paragraph{
		{text: c.of.parts.P.Data().Title.In(lang), size: h * 0.034, color: style.InkSoft},
		{text: deck.Title.In(lang), size: h * 0.092, bold: true, color: style.Ink, above: h * 0.012},
		{text: deck.Summary.In(lang), size: h * 0.04, color: style.Ink, above: h * 0.03},
	}
}

// closing names every source, and where the map comes from.
func (c *card) closing() (body, foot []paragraph) {
	h, lang, style, data := c.size.Height, c.of.parts.lang(), c.of.parts.Style, c.of.parts.P.Data()
	body = []paragraph{{text: c.of.word("sources"), size: h * 0.06, bold: true, color: style.Ink}}
	for i := range data.Sources {
		s := &data.Sources[i]
		above := h * 0.022
		body = append(body,
			paragraph{text: s.Publisher.In(lang) + " · " + scene.WhenText(s.Published, data.Loc, lang), size: h * 0.032, bold: true, color: style.Ink, above: above},
			paragraph{text: "“" + s.Title + "”", size: h * 0.029, color: style.Ink})
	}
	credit := c.of.word("attribution")
	if own := c.of.parts.Map.TileCredit(); own != "" {
		credit += " · " + own
	}
	foot = []paragraph{
		{text: c.of.word("present-paragraphs"), size: h * 0.024, color: style.InkSoft},
		{text: credit, size: h * 0.024, color: style.InkSoft},
	}
	return body, foot
}
