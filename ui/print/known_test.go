package print

import (
	"testing"

	"qantar/store"
	"qantar/ui/state"
)

func TestKnownToo(t *testing.T) {
	_, data := record(t)
	p := presenter(data, store.English)
	word := func(key string, _ ...string) string { return key }
	if got := knownToo(p, word); got != "" {
		t.Errorf("of everything it says %q", got)
	}
	p.SetMode(state.Known)
	if got := knownToo(p, word); got != " · mode-known" {
		t.Errorf("of what was known it says %q", got)
	}
}
