package mapview

import (
	"strings"
	"testing"

	"qantar/ui/state"
)

// TestCompareWithWhatWasKnown: what had happened stands beside what was known,
// and the captions tell the two apart.
func TestCompareWithWhatWasKnown(t *testing.T) {
	c, v, _ := compared(t)
	v.p.SetMode(state.Known)
	if known := v.words("mode-known"); !strings.Contains(c.captions[0].Text, known) || strings.Contains(c.captions[1].Text, known) {
		t.Errorf("the sides say %q and %q", c.captions[0].Text, c.captions[1].Text)
	}
	if c.twin.Mode() == state.Known || c.twin.Later() != 0 {
		t.Error("the other side is changed too")
	}
}
