package print

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/gif"
	"io"
	"time"

	"qantar/ui/state"
)

// WriteGIF writes a film as a GIF picture that plays again and again. All scenes
// share one palette, so that colours do not flicker. It takes about a third of a
// second for each scene of a million pixels.
func (k *Press) WriteGIF(ctx context.Context, to io.Writer, data *state.Data, f Film, progress Progress) error {
	r := k.newFrames(data, f)
	all, err := r.all(ctx, progress.part(0, 0.6))
	if err != nil {
		return err
	}
	film := &gif.GIF{}
	colours := quantise(all)
	nearest := newNearest(colours)
	for i, img := range all {
		if err := ctx.Err(); err != nil {
			return err
		}
		progress.tell(0.6+0.3*float64(i)/float64(len(all)), r.what(i))
		film.Image = append(film.Image, nearest.paletted(img))
		film.Delay = append(film.Delay, int(f.stay(&f.Story.Scenes[i])/(10*time.Millisecond)))
		all[i] = nil
	}
	film.Config = image.Config{ColorModel: colours, Width: f.Width, Height: f.Height}
	progress.tell(0.9, k.words.In(f.Lang, "print-writing"))
	var file bytes.Buffer
	if err := gif.EncodeAll(stoppable{ctx, &file}, film); err != nil {
		return err
	}
	last := file.Len() - 1
	whole := io.MultiReader(bytes.NewReader(file.Bytes()[:last]), bytes.NewReader(gifComment(credit(data.Collection))), bytes.NewReader(file.Bytes()[last:]))
	if _, err := io.Copy(stoppable{ctx, to}, whole); err != nil {
		return err
	}
	progress.tell(1, k.words.In(f.Lang, "print-writing"))
	return nil
}

// all draws every scene.
func (r *frames) all(ctx context.Context, progress Progress) ([]*image.RGBA, error) {
	var all []*image.RGBA
	for i := range r.Story.Scenes {
		progress.tell(float64(i)/float64(len(r.Story.Scenes)), r.what(i))
		img, err := r.draw(ctx, i)
		if err != nil {
			return nil, err
		}
		all = append(all, img)
	}
	return all, nil
}

// nearest finds the nearest colour of a palette, and remembers it for all
// colours that are alike in their highest bits.
type nearest struct {
	palette color.Palette
	known   [1 << (3 * kept)]int16 // -1: not asked for yet
}

func newNearest(palette color.Palette) *nearest {
	n := &nearest{palette: palette}
	for i := range n.known {
		n.known[i] = -1
	}
	return n
}

// paletted is a picture in the colours of the palette, each pixel in the nearest
// one: letters stay sharp, and flat colours compress well.
func (n *nearest) paletted(img *image.RGBA) *image.Paletted {
	out := image.NewPaletted(img.Rect, n.palette)
	for i := range out.Pix {
		px := img.Pix[4*i : 4*i+3 : 4*i+3]
		cell := cellOf(px)
		if n.known[cell] < 0 {
			n.known[cell] = int16(n.palette.Index(color.RGBA{px[0], px[1], px[2], 255}))
		}
		out.Pix[i] = uint8(n.known[cell])
	}
	return out
}
