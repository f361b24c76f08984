package print

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"qantar/ui/state"
)

// Video is a format of films that another program encodes.
type Video string

// The formats, which may or may not be possible on this computer.
const (
	MP4  Video = "mp4"
	WebP Video = "webp"
)

// encoder is a program that makes a video of a format.
type encoder struct {
	format  Video
	program string
	encode  func(ctx context.Context, program, out string, r *frames, progress Progress) error
}

// encoders are those that are tried, the best first.
var encoders = []encoder{
	{MP4, "ffmpeg", encodeMP4},
	{WebP, "img2webp", encodeWebP},
}

// find is the encoder of a format that is at hand here.
func (v Video) find() (encoder, string, error) {
	var wanted []string
	for _, e := range encoders {
		if e.format != v {
			continue
		}
		if program, err := exec.LookPath(e.program); err == nil {
			return e, program, nil
		}
		wanted = append(wanted, e.program)
	}
	return encoder{}, "", fmt.Errorf("making %s needs the program %s, which is not installed here; GIF needs none", v, strings.Join(wanted, " or "))
}

// Possible tells whether this computer has what making the format needs.
func (v Video) Possible() bool {
	_, _, err := v.find()
	return err == nil
}

// WriteVideo writes a film in a format for which another program must be
// installed. An error names the program where it is missing.
func (k *Press) WriteVideo(ctx context.Context, to io.Writer, data *state.Data, f Film, as Video, progress Progress) error {
	e, program, err := as.find()
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "qantar-film-")
	if err != nil {
		return fmt.Errorf("making a temporary folder for the film: %w", err)
	}
	defer os.RemoveAll(folder)
	f.Width, f.Height = f.Width&^1, f.Height&^1 // MP4 has even sides
	out := filepath.Join(folder, "film."+string(as))
	if err := e.encode(ctx, program, out, k.newFrames(data, f), progress); err != nil {
		return errors.Join(ctx.Err(), err)
	}
	file, err := os.ReadFile(out)
	if err != nil {
		return fmt.Errorf("reading what %s has made: %w", e.program, err)
	}
	if as == WebP {
		if file, err = withXMP(file, f.Size, f.Story.Title.In(f.Lang), credit(data.Collection)); err != nil {
			return err
		}
	}
	_, err = stoppable{ctx, to}.Write(file)
	return err
}

// perSecond is how many frames a film shows in a second, and fading how many of
// them one scene takes to fade into the next.
const (
	perSecond = 15
	fading    = 8
)

// encodeMP4 gives ffmpeg the frames as they are drawn.
func encodeMP4(ctx context.Context, program, out string, r *frames, progress Progress) error {
	cmd := exec.CommandContext(ctx, program, "-loglevel", "error", "-nostdin", "-f", "rawvideo", "-pix_fmt", "rgba",
		"-s", r.Size.String(), "-r", strconv.Itoa(perSecond), "-i", "-",
		"-metadata", "title="+r.Story.Title.In(r.Lang), "-metadata", "copyright="+credit(r.p.Data().Collection),
		"-pix_fmt", "yuv420p", "-movflags", "+faststart", "-y", out)
	return fed(cmd, func(to io.Writer) error { return r.play(ctx, to, progress) })
}

// play writes every frame as bare pixels: each scene for as long as it stays,
// faded into the next.
func (r *frames) play(ctx context.Context, to io.Writer, progress Progress) error {
	var before *image.RGBA
	blend := image.NewRGBA(image.Rect(0, 0, r.Width, r.Height))
	for i := range r.Story.Scenes {
		progress.tell(float64(i)/float64(len(r.Story.Scenes)), r.what(i))
		img, err := r.draw(ctx, i)
		if err != nil {
			return err
		}
		for n := 1; before != nil && n <= fading; n++ {
			mixed(blend, before, img, n, fading+1)
			if _, err := to.Write(blend.Pix); err != nil {
				return err
			}
		}
		stays := int(r.stay(&r.Story.Scenes[i]) * perSecond / time.Second)
		for n := range stays {
			if err := ctx.Err(); err != nil {
				return err
			}
			progress.tell((float64(i)+float64(n)/float64(stays))/float64(len(r.Story.Scenes)), r.what(i))
			if _, err := to.Write(img.Pix); err != nil {
				return err
			}
		}
		before = img
	}
	progress.tell(1, r.press.words.In(r.Lang, "print-writing"))
	return nil
}

// mixed writes part of all on the way from one picture to another into dst.
func mixed(dst, from, to *image.RGBA, part, all int) {
	for i, v := range to.Pix {
		dst.Pix[i] = uint8((int(from.Pix[i])*(all-part) + int(v)*part) / all)
	}
}

// encodeWebP gives img2webp a picture of each scene.
func encodeWebP(ctx context.Context, program, out string, r *frames, progress Progress) error {
	args := []string{"-loop", "0", "-lossless", "-m", "4"}
	for i := range r.Story.Scenes {
		progress.tell(0.7*float64(i)/float64(len(r.Story.Scenes)), r.what(i))
		img, err := r.draw(ctx, i)
		if err != nil {
			return err
		}
		picture := filepath.Join(filepath.Dir(out), strconv.Itoa(i)+".png")
		if err := writePicture(picture, img); err != nil {
			return err
		}
		args = append(args, "-d", strconv.FormatInt(r.stay(&r.Story.Scenes[i]).Milliseconds(), 10), picture)
	}
	progress.tell(0.7, r.press.words.In(r.Lang, "print-writing"))
	return fed(exec.CommandContext(ctx, program, append(args, "-o", out)...), nil)
}

// writePicture writes a picture that is read again soon.
func writePicture(path string, img *image.RGBA) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("writing a scene of the film: %w", err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(file, img)
}

// fed runs a program and gives it what feed writes; nil: nothing. What the
// program says when it fails is in the error.
func fed(cmd *exec.Cmd, feed func(io.Writer) error) error {
	var said bytes.Buffer
	cmd.Stderr = &said
	name := filepath.Base(cmd.Path)
	if feed == nil {
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("%s could not make the film: %w: %.300s", name, err, said.String())
		}
		return nil
	}
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("starting %s: %w", name, err)
	}
	fed := errors.Join(feed(in), in.Close())
	if err := cmd.Wait(); err != nil {
		return fmt.Errorf("%s could not make the film: %w: %.300s", name, err, said.String())
	}
	return fed
}
