package print

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"qantar/store"
	"qantar/ui/paint"
	"qantar/ui/scene"
	"qantar/ui/state"
)

// scenes sets a page or more for each scene.
func (h *handout) scenes(ctx context.Context, progress Progress) error {
	for i := range h.Story.Scenes {
		progress.tell(float64(i)/float64(len(h.Story.Scenes)), h.word("print-scene", "n", strconv.Itoa(i+1), "all", strconv.Itoa(len(h.Story.Scenes))))
		h.fresh()
		h.starts = append(h.starts, len(h.leaves))
		if err := h.scene(ctx, i); err != nil {
			return err
		}
	}
	return nil
}

// How many lines there are to write on below a question, and how high a scene's
// picture must be, in points, for so many to be set on its page.
var fits = []struct {
	lines   int
	picture float32
}{{5, 320}, {4, 290}, {3, 262}, {2, 184}}

// The height of a scene's picture at most, and that of a scene which needs more
// than a page.
const (
	mostPicture  = 344
	roomyPicture = 300
)

// scene sets one scene. Where it fits one page with a smaller picture or fewer
// lines to write on it does; else the questions begin a page, and take it.
func (h *handout) scene(ctx context.Context, i int) error {
	s := &h.Story.Scenes[i]
	h.p.ShowScene(s)
	head, events, notes := h.sceneHead(i, s), h.eventBlocks(), h.noteBlocks(s)
	fixed := heightOf(head) + heightOf(events) + heightOf(notes)
	for _, try := range fits {
		questions := h.questionBlocks(s, h.lines(try.lines))
		if room := h.room() - fixed - heightOf(questions); room >= try.picture {
			picture, err := h.picture(ctx, s, min(room, mostPicture))
			h.add(slices.Concat(head, []block{picture}, events, notes, questions)...)
			return err
		}
	}
	left := h.room() - heightOf(head) - heightOf(events)
	if left < fits[len(fits)-1].picture {
		left = roomyPicture // the events go on over the page
	}
	picture, err := h.picture(ctx, s, min(left, mostPicture))
	h.add(slices.Concat(head, []block{picture}, events)...)
	h.add(together(notes)...)
	h.questions(s)
	return err
}

// questions sets the questions of a scene that needs more than a page, with
// lines to write on as far as the page goes.
func (h *handout) questions(s *store.Scene) {
	if len(s.Questions) == 0 {
		return
	}
	const most = 7
	least := h.questionBlocks(s, h.lines(2))
	if heightOf(least) > h.room() {
		h.fresh()
	}
	lines := 2 + int((h.room()-heightOf(least))/(writingLead*float32(len(s.Questions))))
	h.add(h.questionBlocks(s, h.lines(max(2, min(most, lines))))...)
}

// lines is how many there are to write on where there is room for n: the teacher's
// copy needs none.
func (h *handout) lines(n int) int {
	if h.Notes {
		return 0
	}
	return n
}

// sceneHead is the number, caption and time of a scene.
func (h *handout) sceneHead(i int, s *store.Scene) []block {
	number := h.word("print-scene", "n", strconv.Itoa(i+1), "all", strconv.Itoa(len(h.Story.Scenes)))
	caption := h.in(s.Caption)
	blocks := []block{{height: 16, draw: func(l *leaf, x, y float32) {
		l.marks = append(l.marks, bookmark{strconv.Itoa(i+1) + ". " + caption, 1, y})
		l.text.Parts = append(l.text.Parts, h.label(number, x, y+8))
	}}}
	blocks = append(blocks, h.text([]span{{caption, paint.Bold, headSize, h.own.Ink}}, h.width(), 0, headLead, 0)...)
	blocks = append(blocks, h.text([]span{h.small(shownTime(h.p) + knownToo(h.p, h.word))}, h.width(), 0, 14, 1)...)
	return append(withNext(blocks), block{height: 5, keep: true})
}

// picture is the map of a scene with its timeline and key.
func (h *handout) picture(ctx context.Context, s *store.Scene, height float32) (block, error) {
	const scale = 0.45 / pageFine // points for each pixel
	drawing, err := h.press.drawing(ctx, h.p, Sheet{
		Size: Size{int(h.width() / scale), int(height / scale)}, Scale: pageFine, Style: h.Style,
		View: &s.View, Fit: true, bare: true, numbered: h.p.Highlights(),
	})
	return block{height: height, draw: func(l *leaf, x, y float32) {
		l.placed = append(l.placed, placed{drawing, x, y, scale})
		for _, at := range []float32{y, y + height} {
			l.rule(x, at, x+h.width(), at, 0.5, h.own.Rule)
		}
	}}, err
}

// eventBlocks are the events that a scene speaks of, and who reports each.
func (h *handout) eventBlocks() []block {
	highlights := h.p.Highlights()
	if len(highlights) == 0 {
		return nil
	}
	blocks := []block{h.heading(h.word("print-events"), 10)}
	for n, i := range highlights {
		blocks = append(blocks, h.event(n+1, h.p.Data().Item(i))...)
	}
	return blocks
}

// eventIndent is where the text about an event begins, beside its number.
const eventIndent = 22

func (h *handout) event(n int, it *state.Item) []block {
	e := it.Event
	title := h.text([]span{h.bold(h.in(e.Title))}, h.width(), eventIndent, 13, 3)
	draw := title[0].draw
	title[0].draw = func(l *leaf, x, y float32) {
		h.badge(l, n, x, y)
		draw(l, x, y)
	}
	where := scene.DateText(it, h.Lang) + " · " + h.in(it.Place.Name)
	if it.Uncertain() {
		where += " · " + h.word("uncertain")
	}
	blocks := append(title, h.text([]span{h.small(where)}, h.width(), eventIndent, smallLead, 0)...)
	return together(append(blocks, h.text(h.reports(e), h.width(), eventIndent, smallLead, 0)...))
}

// badge is the number under which the map shows an event.
func (h *handout) badge(l *leaf, n int, x, y float32) {
	text := strconv.Itoa(n)
	wide := h.setter.width(text, paint.Bold, 8)
	l.frame(x+0.5, y+0.5, x+14, y+12, 0.9, h.own.Accent)
	l.text.Parts = append(l.text.Parts, paint.Words{Text: text, Weight: paint.Bold, Size: 8, X: x + 7.25 - wide/2, Y: y + 9.2, Ink: h.own.Ink})
}

// reports names each source with its paragraphs and whom it cites.
func (h *handout) reports(e *store.Event) []span {
	var spans []span
	for i := range e.Reports {
		r := &e.Reports[i]
		name := r.Source
		if s := h.p.Data().Source(r.Source); s != nil {
			name = h.in(s.Short)
		}
		if i > 0 {
			spans = append(spans, h.small(";"))
			name = " " + name
		}
		spans = append(spans, h.smallBold(name), h.small(" "+paragraphSigns(r.Paragraphs)))
		if r.AttributedTo != "" {
			spans = append(spans, h.small(" ("+r.AttributedTo+")"))
		}
	}
	return spans
}

// paragraphSigns are paragraphs as a citation writes them: ¶12, ¶14.
func paragraphSigns(numbers []int) string {
	texts := make([]string, len(numbers))
	for i, n := range numbers {
		texts[i] = "¶" + strconv.Itoa(n)
	}
	return strings.Join(texts, ", ")
}

// noteBlocks are the speaker's notes, in the teacher's copy alone.
func (h *handout) noteBlocks(s *store.Scene) []block {
	if !h.Notes || s.Notes.IsZero() {
		return nil
	}
	notes := h.text([]span{{h.in(s.Notes), paint.Italic, 9, h.own.Ink}}, h.width(), 10, 12.5, 0)
	for i := range notes {
		draw, height := notes[i].draw, notes[i].height
		notes[i].draw = func(l *leaf, x, y float32) {
			l.block(x, y, x+2, y+height+0.2, h.own.Rule)
			draw(l, x, y)
		}
	}
	return append([]block{h.heading(h.word("print-notes"), 9)}, notes...)
}

// questionBlocks are the questions for the class, each over lines to write on.
func (h *handout) questionBlocks(s *store.Scene, lines int) []block {
	if len(s.Questions) == 0 {
		return nil
	}
	blocks := []block{h.heading(h.word("print-questions"), 9)}
	for i, q := range s.Questions {
		question := h.text([]span{{h.in(q), paint.Regular, 10.5, h.own.Ink}}, h.width(), eventIndent, bodyLead, 3)
		draw := question[0].draw
		question[0].draw = func(l *leaf, x, y float32) {
			l.text.Parts = append(l.text.Parts, paint.Words{Text: strconv.Itoa(i+1) + ".", Weight: paint.Bold, Size: 10.5, X: x, Y: y + 0.75*bodyLead, Ink: h.own.Ink})
			draw(l, x, y)
		}
		for range lines {
			question = append(question, h.lineToWrite())
		}
		blocks = append(blocks, together(question)...)
	}
	return blocks
}
