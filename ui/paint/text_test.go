package paint

import (
	"fmt"
	"testing"
)

func TestFontsThatAreNone(t *testing.T) {
	if _, err := NewType([]byte("no font"), nil, nil); err == nil {
		t.Error("anything is taken for a font")
	}
}

// TestLetters: the typeface has what the names of three languages need.
func TestLetters(t *testing.T) {
	names := testType(t)
	missing := names.sprite("\U0010FFFD", Regular, 20, 0)
	for _, letter := range "ӘәҒғҚқҢңӨөҰұҮүҺһІіЁёЙй₸–…" {
		s := names.sprite(string(letter), Regular, 20, 0)
		if s.advance == 0 || s.advance == missing.advance && string(s.fill.Pix) == string(missing.fill.Pix) {
			t.Errorf("%c is not drawn", letter)
		}
	}
}

func TestTrackingAndHaloWiden(t *testing.T) {
	names := testType(t)
	plain, tracked := names.sprite("Ab", Regular, 16, 0), names.tracked("Ab", Regular, 16, 0, 3)
	if d := tracked.advance - plain.advance; d != 6 {
		t.Errorf("two letters set apart by 3 are %v wider", d)
	}
	if w := names.width("Ab", Regular, 16); w != plain.advance {
		t.Errorf("measured %v, drawn %v", w, plain.advance)
	}
	haloed := names.sprite("Ab", Regular, 16, 3)
	if haloed.halo == nil || haloed.halo.Rect.Dx() < plain.fill.Rect.Dx()+6 {
		t.Error("the halo is no wider than the letters")
	}
	for i, a := range haloed.fill.Pix {
		if a > 128 && haloed.halo.Pix[i] < a/2 {
			t.Fatal("letters stand outside their halo")
		}
	}
}

func TestSpritesAreKeptWithinBounds(t *testing.T) {
	names := testType(t)
	first := names.sprite("0", Regular, 8, 0)
	if names.sprite("0", Regular, 8, 0) != first {
		t.Error("what was drawn is drawn again")
	}
	for i := range 3000 {
		names.sprite(fmt.Sprint("number ", i), Regular, 16, 2)
		kept := 0
		for _, s := range names.sprites {
			kept += s.bytes()
		}
		if kept != names.kept || kept > mostKept {
			t.Fatalf("%d bytes are kept, and %d counted", kept, names.kept)
		}
	}
}
