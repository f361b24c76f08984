package print

import (
	"context"
	"image"
	"image/color"
	"image/png"
	"io"

	"qantar/ui/state"
)

// WritePNG draws what p shows, whose map it moves, as a PNG picture. It needs
// four bytes a pixel, and takes about a second for eight million of them.
func (k *Press) WritePNG(ctx context.Context, to io.Writer, p *state.Presenter, as Sheet, progress Progress) error {
	word := k.word(p.Lang())
	progress.tell(0, word("print-drawing"))
	img, err := k.picture(ctx, p, as)
	if err != nil {
		return err
	}
	watched := &rows{RGBA: img, told: progress.part(0.4, 1), what: word("print-writing")}
	frame := p.Data().Collection
	file := &inserting{stoppable{ctx, to}, pngHead, pngTexts(frame.Title.In(p.Lang()), credit(frame))}
	if err := png.Encode(file, watched); err != nil {
		return err
	}
	progress.tell(1, word("print-writing"))
	return nil
}

// rows is a picture that tells how many of its rows have been looked at.
type rows struct {
	*image.RGBA
	told Progress
	what string
}

// At implements image.Image.
func (r *rows) At(x, y int) color.Color {
	if x == 0 && y&31 == 0 {
		r.told.tell(float64(y)/float64(r.Rect.Dy()), r.what)
	}
	return r.RGBA.RGBAAt(x, y)
}

// stoppable writes until its context ends.
type stoppable struct {
	ctx context.Context
	to  io.Writer
}

// Write implements io.Writer.
func (s stoppable) Write(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.to.Write(p)
}
