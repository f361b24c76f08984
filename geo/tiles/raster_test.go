package tiles

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
)

// webpDot is a WebP picture of 4 by 4 pixels of the colour red, lossless.
const webpDot = "UklGRh4AAABXRUJQVlA4TBEAAAAvA8AAAAdQhSKXov+BiOh/AAA="

var red = color.RGBA{200, 10, 20, 255}

// square is a red picture.
func square(side int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, side, side))
	draw.Draw(img, img.Rect, image.NewUniform(red), image.Point{}, draw.Src)
	return img
}

func asPNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asJPEG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asWebP(t testing.TB) []byte {
	t.Helper()
	data, err := base64.StdEncoding.DecodeString(webpDot)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func packed(t testing.TB, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestDecodeRaster(t *testing.T) {
	for name, data := range map[string][]byte{"png": asPNG(t, square(16)), "jpeg": asJPEG(t, square(16)), "webp": asWebP(t)} {
		t.Run(name, func(t *testing.T) {
			img, err := DecodeRaster(data)
			if err != nil {
				t.Fatal(err)
			}
			c := img.RGBAAt(1, 2)
			if near := func(a, b uint8) bool { return max(a, b)-min(a, b) < 5 }; !near(c.R, red.R) || !near(c.G, red.G) || !near(c.B, red.B) || c.A != 255 {
				t.Errorf("a pixel is %v, want about %v", c, red)
			}
			if Sniff(data) != formats[name] {
				t.Errorf("it is taken for format %d", Sniff(data))
			}
		})
	}
}

// resized gives a PNG picture another size in its header.
func resized(data []byte, width, height uint32) []byte {
	data = bytes.Clone(data)
	binary.BigEndian.PutUint32(data[16:], width)
	binary.BigEndian.PutUint32(data[20:], height)
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	return data
}

func TestDecodeRasterRefuses(t *testing.T) {
	good := asPNG(t, square(16))
	cases := []struct {
		name string
		data []byte
		want string
	}{
		{"nothing", nil, "neither"},
		{"a text", []byte("Dear reader"), "neither"},
		{"a vector tile", packed(t, []byte{layerTag, 0}), "neither"},
		{"cut short", good[:len(good)/2], "picture"},
		{"only its first bytes", good[:8], "size"},
		{"spoilt", append(good[:40:40], make([]byte, 60)...), "picture"},
		{"4 gigapixels", resized(good, 65535, 65535), "more than 2048"},
		{"one pixel too wide", resized(good, MaxSide+1, 16), "more than 2048"},
		{"a WebP cut short", asWebP(t)[:20], "picture"},
		{"a JPEG cut short", asJPEG(t, square(16))[:100], "picture"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if img, err := DecodeRaster(c.data); img != nil || err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q in it", err, c.want)
			}
		})
	}
}

func TestUnpack(t *testing.T) {
	bomb := packed(t, make([]byte, MaxUnpacked+1))
	if len(bomb) > 100_000 {
		t.Fatalf("the bomb takes %d bytes", len(bomb))
	}
	if _, err := Unpack(bomb, MaxUnpacked); err == nil || !strings.Contains(err.Error(), "more than") {
		t.Errorf("a bomb: %v", err)
	}
	whole := packed(t, []byte("steppe"))
	if got, err := Unpack(whole, 6); string(got) != "steppe" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	for _, bad := range [][]byte{nil, whole[:len(whole)-3], []byte("steppe")} {
		if _, err := Unpack(bad, 100); err == nil {
			t.Errorf("%q is unpacked", bad)
		}
	}
}
