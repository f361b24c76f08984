package main

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"

	"golang.org/x/image/draw"
)

// sizes are the widths in pixels of the icons that desktops ask for.
var sizes = []int{16, 22, 24, 32, 48, 64, 96, 128, 256, 512}

// writeIcons writes the picture in a PNG file in every size, as
// out/icons/48.png.
func writeIcons(file, out string) error {
	img, err := readPNG(file)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(out, "icons"), 0o755); err != nil {
		return fmt.Errorf("making the folder for icons: %w", err)
	}
	for _, size := range sizes {
		name := filepath.Join(out, "icons", fmt.Sprintf("%d.png", size))
		if err := writePNG(name, scaled(img, size)); err != nil {
			return err
		}
	}
	return nil
}

// scaled is a square picture at a width; each pixel weighs all that it covers.
func scaled(img image.Image, size int) image.Image {
	small := image.NewNRGBA(image.Rect(0, 0, size, size))
	draw.CatmullRom.Scale(small, small.Bounds(), img, img.Bounds(), draw.Src, nil)
	return small
}

func readPNG(file string) (image.Image, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("reading the icon: %w", err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		return nil, fmt.Errorf("reading the icon %s: %w", file, err)
	}
	return img, nil
}

func writePNG(file string, img image.Image) error {
	f, err := os.Create(file)
	if err != nil {
		return fmt.Errorf("writing an icon: %w", err)
	}
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(f, img); err != nil {
		f.Close()
		return fmt.Errorf("writing the icon %s: %w", file, err)
	}
	return f.Close()
}
