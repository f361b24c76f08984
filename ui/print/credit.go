package print

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"slices"
	"strings"

	"qantar/store"
)

// credit is what a picture's file says of itself, for those who look into it: whose
// work it holds, and of which state of the record it is.
func credit(frame *store.Collection) string {
	return strings.Join(append(frame.Attribution[:len(frame.Attribution):len(frame.Attribution)], origin(frame)), "\n")
}

// origin names a collection and its state.
func origin(frame *store.Collection) string { return frame.ID + ", SHA-256 " + frame.Hash }

// inserting writes what it is given, and something else after so many bytes.
type inserting struct {
	to    io.Writer
	after int
	more  []byte
}

// Write implements io.Writer.
func (w *inserting) Write(p []byte) (int, error) {
	if w.more == nil || len(p) < w.after {
		w.after -= len(p)
		return w.to.Write(p)
	}
	for _, part := range [][]byte{p[:w.after], w.more, p[w.after:]} {
		if _, err := w.to.Write(part); err != nil {
			return 0, err
		}
	}
	w.more = nil
	return len(p), nil
}

// pngHead is how long what a PNG file begins with is: its signature and header.
const pngHead = 8 + 25

// pngTexts are chunks of text for a PNG picture, in UTF-8. Source: W3C, Portable
// Network Graphics (third edition), section 11.3.3.4.
func pngTexts(title, text string) []byte {
	var all []byte
	for _, t := range [][2]string{{"Title", title}, {"Copyright", text}, {"Software", "Qantar"}} {
		data := append([]byte("iTXt"+t[0]), 0, 0, 0, 0, 0) // not compressed, of no language
		data = append(data, t[1]...)
		all = binary.BigEndian.AppendUint32(all, uint32(len(data)-4))
		all = append(all, data...)
		all = binary.BigEndian.AppendUint32(all, crc32.ChecksumIEEE(data))
	}
	return all
}

// gifComment is a comment for a GIF picture, to stand before its last byte. Source:
// CompuServe, Graphics Interchange Format 89a, section 24.
func gifComment(text string) []byte {
	const most = 255
	out := []byte{0x21, 0xFE}
	for len(text) > 0 {
		n := min(most, len(text))
		out = append(append(out, byte(n)), text[:n]...)
		text = text[n:]
	}
	return append(out, 0)
}

// withXMP adds metadata to a WebP picture of a size. Source: RFC 9649, sections
// 2.7 and 2.7.1.5.
func withXMP(file []byte, size Size, title, text string) ([]byte, error) {
	const head, flags, hasXMP = 12, 20, 0x04
	if len(file) < flags+10 || string(file[8:head]) != "WEBP" {
		return nil, errors.New("what img2webp has made is no WebP picture")
	}
	if string(file[head:head+4]) != "VP8X" { // a single scene has no such header
		file = slices.Insert(file, head, extended(size)...)
	}
	xmp := xmpOf(title, text)
	chunk := binary.LittleEndian.AppendUint32([]byte("XMP "), uint32(len(xmp)))
	chunk = append(chunk, xmp...)
	if len(xmp)%2 == 1 {
		chunk = append(chunk, 0)
	}
	file = append(file, chunk...)
	file[flags] |= hasXMP
	binary.LittleEndian.PutUint32(file[4:], uint32(len(file)-8))
	return file, nil
}

// extended is the header of a WebP picture that holds more than pixels.
func extended(size Size) []byte {
	chunk := []byte{'V', 'P', '8', 'X', 10, 0, 0, 0, 0, 0, 0, 0}
	for _, side := range []int{size.Width - 1, size.Height - 1} {
		chunk = append(chunk, byte(side), byte(side>>8), byte(side>>16))
	}
	return chunk
}

// xmpOf is a title and whose work something is, as XMP.
func xmpOf(title, text string) string {
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace
	alt := func(name, text string) string {
		return "<dc:" + name + `><rdf:Alt><rdf:li xml:lang="x-default">` + escape(text) + "</rdf:li></rdf:Alt></dc:" + name + ">"
	}
	return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		alt("title", title) + alt("rights", text) + "</rdf:Description></rdf:RDF></x:xmpmeta>"
}
