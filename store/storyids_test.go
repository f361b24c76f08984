package store

import (
	"strings"
	"testing"
)

func TestFreeID(t *testing.T) {
	long := strings.Repeat("x", maxID)
	taken := StoryIDs([]Story{{ID: "a"}, {ID: long}})
	for _, tt := range []struct{ id, want string }{
		{"b", "b"}, {"b", "b-2"}, {"a", "a-2"}, {"a", "a-3"}, {"a-2", "a-2-2"},
		{long, long[:maxID-2] + "-2"}, {long, long[:maxID-2] + "-3"},
	} {
		if got := FreeID(tt.id, taken); got != tt.want {
			t.Errorf("for %q there is %q, want %q", tt.id, got, tt.want)
		}
	}
}
