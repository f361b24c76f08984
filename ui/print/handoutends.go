package print

import (
	"context"
	"strconv"

	"qantar/store"
	"qantar/ui/paint"
	"qantar/ui/scene"
)

// opening sets the title page: what the story is, who fills the page in, an
// overview and the scenes with their pages. It stands before all others.
func (h *handout) opening(ctx context.Context) error {
	rest := h.leaves
	h.leaves = nil
	h.turn()
	h.add(h.titleBlocks()...)
	list := h.contents(1)
	if picture := h.room() - heightOf(list) - 14; picture >= leastOverview {
		overview, err := h.overview(ctx, min(mostOverview, picture))
		if err != nil {
			return err
		}
		h.add(block{height: 10}, overview)
	}
	before := len(h.leaves)
	if heightOf(list) > h.room() {
		before++
	}
	h.add(h.contents(before)...)
	h.leaves = append(h.leaves, rest...)
	return nil
}

// The height of the picture on the title page, in points.
const (
	leastOverview = 150
	mostOverview  = 300
)

func (h *handout) titleBlocks() []block {
	data := h.p.Data()
	kind := h.in(data.Title)
	if h.Notes {
		kind += " · " + h.word("print-teacher")
	}
	blocks := []block{{height: 22, keep: true, draw: func(l *leaf, x, y float32) {
		l.marks = append(l.marks, bookmark{h.in(h.Story.Title), 0, 0})
		l.text.Parts = append(l.text.Parts, h.label(kind, x, y+8))
	}}}
	blocks = append(blocks, withNext(h.text([]span{{h.in(h.Story.Title), paint.Bold, titleSize, h.own.Ink}}, h.width(), 0, titleLead, 0))...)
	blocks = append(blocks, withNext(h.text([]span{{h.in(h.Story.Summary), paint.Regular, 11, h.own.Ink}}, h.width(), 0, 16, 4))...)
	if !h.Notes {
		blocks = append(blocks, h.whose())
	}
	return blocks
}

// overview is the collection's own window and view.
func (h *handout) overview(ctx context.Context, height float32) (block, error) {
	p := presenter(h.p.Data(), h.Lang)
	_, to := p.Handles()
	p.SetPlayhead(to)
	const scale = 0.45 / pageFine
	drawing, err := h.press.drawing(ctx, p, Sheet{
		Size: Size{int(h.width() / scale), int(height / scale)}, Scale: pageFine, Style: h.Style, bare: true,
	})
	return block{height: height, draw: func(l *leaf, x, y float32) {
		l.placed = append(l.placed, placed{drawing, x, y, scale})
		for _, at := range []float32{y, y + height} {
			l.rule(x, at, x+h.width(), at, 0.5, h.own.Rule)
		}
	}}, err
}

// contents are the scenes with their pages, where so many pages stand before
// the first.
func (h *handout) contents(before int) []block {
	blocks := []block{h.heading(h.word("print-scenes"), 12)}
	const numbers = 24 // the column of pages
	for i := range h.Story.Scenes {
		entry := h.text([]span{h.plain(h.in(h.Story.Scenes[i].Caption))}, h.width()-numbers, eventIndent, 13.5, 1.5)
		first, last, page := entry[0].draw, len(entry)-1, strconv.Itoa(before+h.starts[i])
		entry[0].draw = func(l *leaf, x, y float32) {
			l.text.Parts = append(l.text.Parts, paint.Words{Text: strconv.Itoa(i+1) + ".", Weight: paint.Bold, Size: bodySize, X: x, Y: y + 0.75*13.5, Ink: h.own.InkSoft})
			first(l, x, y)
		}
		draw := entry[last].draw
		entry[last].draw = func(l *leaf, x, y float32) {
			draw(l, x, y)
			wide := h.setter.width(page, paint.Regular, bodySize)
			l.text.Parts = append(l.text.Parts, paint.Words{Text: page, Size: bodySize, X: x + h.width() - wide, Y: y + 0.75*13.5, Ink: h.own.InkSoft})
		}
		blocks = append(blocks, together(entry)...)
	}
	return blocks
}

// closing sets the sources and whose work the handout is, on a page of their own.
func (h *handout) closing() {
	h.fresh()
	h.add(h.endHeading(h.word("print-sources"))...)
	for i := range h.p.Data().Sources {
		h.add(h.source(&h.p.Data().Sources[i])...)
	}
	h.add(h.licences(h.p.Data().Collection)...)
}

// source describes one document.
func (h *handout) source(s *store.Source) []block {
	title := h.text([]span{h.bold(h.in(s.Short)), h.plain(" – " + h.in(s.Publisher) + ": “" + s.Title + "”")}, h.width(), 0, bodyLead, 8)
	facts := scene.WhenText(s.Published, h.p.Data().Loc, h.Lang)
	for _, more := range []string{s.Byline, s.Agency} {
		if more != "" {
			facts += " · " + more
		}
	}
	facts += " · SHA-256 " + short(s.SHA256)
	blocks := append(title, h.text([]span{h.small(facts)}, h.width(), 0, smallLead, 0)...)
	if note := h.in(s.Note); note != "" {
		blocks = append(blocks, h.text([]span{h.small(note)}, h.width(), 0, smallLead, 0)...)
	}
	return together(append(blocks, h.text([]span{h.small(h.in(s.Rights))}, h.width(), 0, smallLead, 0)...))
}

// short is the beginning of a checksum, which is enough to tell files apart.
func short(hash string) string {
	const enough = 12
	return hash[:min(len(hash), enough)] + "…"
}
