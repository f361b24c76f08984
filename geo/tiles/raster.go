package tiles

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/webp"
)

// codec reads one kind of picture.
type codec struct {
	format Format
	begins string // its first bytes; '?' stands for any
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
}

var codecs = []codec{
	{PNG, "\x89PNG\r\n\x1a\n", png.DecodeConfig, png.Decode},
	{JPEG, "\xff\xd8\xff", jpeg.DecodeConfig, jpeg.Decode},
	{WebP, "RIFF????WEBP", webp.DecodeConfig, webp.Decode},
}

func (c *codec) reads(data []byte) bool {
	if len(data) < len(c.begins) {
		return false
	}
	for i := range len(c.begins) {
		if c.begins[i] != '?' && c.begins[i] != data[i] {
			return false
		}
	}
	return true
}

// Sniff tells the format of a tile from its first bytes. What is no picture is
// taken for a vector tile where it is packed, or begins as a layer does.
func Sniff(data []byte) Format {
	for i := range codecs {
		if codecs[i].reads(data) {
			return codecs[i].format
		}
	}
	if isGzip(data) || len(data) > 0 && data[0] == layerTag {
		return MVT
	}
	return Unknown
}

var errNoPicture = errors.New("it is neither a PNG, JPEG nor WebP picture")

// DecodeRaster decodes a tile's picture, whatever of the three kinds it is, to
// premultiplied pixels. Its size is read and checked before its pixels.
func DecodeRaster(data []byte) (img *image.RGBA, err error) {
	defer func() {
		if r := recover(); r != nil {
			img, err = nil, fmt.Errorf("decoding the picture: %v", r)
		}
	}()
	for i := range codecs {
		if codecs[i].reads(data) {
			return codecs[i].picture(data)
		}
	}
	return nil, errNoPicture
}

func (c *codec) picture(data []byte) (*image.RGBA, error) {
	config, err := c.config(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("reading the picture's size: %w", err)
	}
	if config.Width < 1 || config.Height < 1 || config.Width > MaxSide || config.Height > MaxSide {
		return nil, fmt.Errorf("the picture measures %d by %d pixels, more than %d", config.Width, config.Height, MaxSide)
	}
	decoded, err := c.decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("decoding the picture: %w", err)
	}
	out := image.NewRGBA(image.Rect(0, 0, config.Width, config.Height))
	draw.Draw(out, out.Rect, decoded, decoded.Bounds().Min, draw.Src)
	return out, nil
}
