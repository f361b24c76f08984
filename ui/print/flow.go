package print

// block is a piece of a page as wide as its text, which is not broken.
type block struct {
	before float32 // room above it, not at the top of a page
	height float32
	keep   bool                        // on one page with the block after it
	draw   func(l *leaf, x, y float32) // at its upper left corner; nil: room only
}

// flow fills pages with blocks, from the top. Lengths are points.
type flow struct {
	paper                    Paper
	left, right, top, bottom float32 // margins
	leaves                   []*leaf
	y                        float32 // where the next block stands
}

func newFlow(paper Paper) *flow {
	f := &flow{paper: paper, left: 56, right: 56, top: 54, bottom: 62}
	f.turn()
	return f
}

// width and height are those of a page's text.
func (f *flow) width() float32  { return f.paper.Width - f.left - f.right }
func (f *flow) height() float32 { return f.paper.Height - f.top - f.bottom }

// room is what is left of the page.
func (f *flow) room() float32 { return f.paper.Height - f.bottom - f.y }

// now is the page that is filled.
func (f *flow) now() *leaf { return f.leaves[len(f.leaves)-1] }

// turn begins a page.
func (f *flow) turn() {
	f.leaves = append(f.leaves, &leaf{})
	f.y = f.top
}

// fresh begins a page, but on one that is empty.
func (f *flow) fresh() {
	if f.y > f.top {
		f.turn()
	}
}

// add sets blocks one under the other and turns the page where those that
// belong together do not fit.
func (f *flow) add(blocks ...block) {
	for len(blocks) > 0 {
		n := 1
		for n < len(blocks) && blocks[n-1].keep {
			n++
		}
		if heightOf(blocks[:n]) > f.room() {
			f.fresh()
		}
		for _, b := range blocks[:n] {
			f.set(b)
		}
		blocks = blocks[n:]
	}
}

func (f *flow) set(b block) {
	if f.y > f.top {
		f.y += b.before
	}
	if b.height > f.room() {
		f.fresh()
	}
	if b.draw != nil {
		b.draw(f.now(), f.left, f.y)
	}
	f.y += b.height
}

// heightOf is how much room blocks take one under the other.
func heightOf(blocks []block) (sum float32) {
	for _, b := range blocks {
		sum += b.before + b.height
	}
	return sum
}

// text is a paragraph as blocks of a line each, indented on the left. Neither
// its first nor its last line stands alone on a page.
func (s setter) text(spans []span, width, indent, leading, before float32) []block {
	lines := s.lines(spans, width-indent)
	if len(lines) == 0 {
		lines = []line{{}} // a text that is not there yet keeps its place
	}
	blocks := make([]block, 0, len(lines))
	for i, ln := range lines {
		b := block{height: leading, keep: i == 0 && len(lines) > 1 || i == len(lines)-2}
		if i == 0 {
			b.before = before
		}
		b.draw = func(l *leaf, x, y float32) { s.put(l, x+indent, y+0.75*leading, ln) }
		blocks = append(blocks, b)
	}
	return blocks
}

// together keeps blocks on one page.
func together(blocks []block) []block {
	for i := range blocks {
		blocks[i].keep = i < len(blocks)-1
	}
	return blocks
}

// withNext keeps blocks on one page with what follows.
func withNext(blocks []block) []block {
	for i := range blocks {
		blocks[i].keep = true
	}
	return blocks
}
