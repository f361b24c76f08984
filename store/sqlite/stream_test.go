package sqlite

import (
	"errors"
	"iter"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"qantar/store"
)

func stream(events []store.Event, last error) iter.Seq2[*store.Event, error] {
	return func(yield func(*store.Event, error) bool) {
		var e store.Event
		for _, e = range events {
			if !yield(&e, nil) {
				return
			}
		}
		if last != nil {
			yield(nil, last)
		}
	}
}

func TestBuildStreamRefuses(t *testing.T) {
	broken := errors.New("the stream is broken")
	tests := []struct {
		name string
		harm func(events []store.Event)
		last error
		want string
	}{
		{"events out of order", func(events []store.Event) { events[4], events[5] = events[5], events[4] }, nil, "does not come after"},
		{"an event twice", func(events []store.Event) { events[5] = events[4] }, nil, "does not come after"},
		{"an id twice", func(events []store.Event) { events[5].ID = events[0].ID }, nil, "UNIQUE"},
		{"a stream that breaks", func([]store.Event) {}, broken, "the stream is broken"},
		{"a place that is not there", func(events []store.Event) { events[3].Place = "nowhere" }, nil, "nowhere"},
		{"a source that is not there", func(events []store.Event) { events[3].Reports = []store.Report{{Source: "x"}} }, nil, `source "x"`},
		{"a source that reports twice", func(events []store.Event) { events[3].Reports = []store.Report{{Source: "paper"}, {Source: "paper"}} }, nil, "twice"},
		{"an area that is not there", func(events []store.Event) { events[3].Areas = []string{"x"} }, nil, `area "x"`},
		{"a person that is not there", func(events []store.Event) { events[3].People = []string{"x"} }, nil, `person "x"`},
		{"too long a text", func(events []store.Event) { events[3].Summary.En = strings.Repeat("long ", maxValue/5) }, nil, "bytes"},
		{"an importance of 9", func(events []store.Event) { events[3].Importance = 9 }, nil, "CHECK"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, folder := varied(t, 10), t.TempDir()
			tt.harm(c.Events)
			err := BuildStream(t.Context(), filepath.Join(folder, "x.qantar"), c, stream(c.Events, tt.last))
			if CodeOf(err) != Failed || !strings.Contains(errors.Unwrap(err).Error(), tt.want) || (tt.last != nil && !errors.Is(err, tt.last)) {
				t.Errorf("error %v (%v), want one with %q", err, errors.Unwrap(err), tt.want)
			}
			checkEmpty(t, folder)
		})
	}
}

// Build puts events in order and leaves those it was given as they were.
func TestBuildSorts(t *testing.T) {
	want := varied(t, 500)
	c := varied(t, 500)
	slices.Reverse(c.Events)
	given := slices.Clone(c.Events)
	got, err := built(t, c).Collection(t.Context())
	if err != nil || !reflect.DeepEqual(got.Events, want.Events) {
		t.Errorf("the events are not in order of time, %v", err)
	}
	if !reflect.DeepEqual(c.Events, given) {
		t.Error("the events given have been moved")
	}
}
