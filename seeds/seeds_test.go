package seeds

import (
	"io/fs"
	"testing"
)

func TestShipped(t *testing.T) {
	for _, name := range []string{"collection.yaml", "sources.yaml", "places.yaml", "people.yaml"} {
		if text, err := fs.ReadFile(Shipped(), name); err != nil || len(text) == 0 {
			t.Errorf("%s: %d bytes, %v", name, len(text), err)
		}
	}
	if events, err := fs.Glob(Shipped(), "events/*.yaml"); err != nil || len(events) == 0 {
		t.Errorf("events: %v, %v", events, err)
	}
}
