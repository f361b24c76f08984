package documents

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"testing"
	"testing/fstest"

	"qantar/store"
)

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func TestOpen(t *testing.T) {
	const one, two = "First.\n\nSecond.\n", "Alone\n"
	sources := []store.Source{
		{ID: "one", File: "one.txt", SHA256: hash(one)},
		{ID: "two", File: "two.txt", SHA256: hash(two)},
		{ID: "three", File: "three.txt", SHA256: hash("not here")},
	}
	l, err := Open(fstest.MapFS{
		"renamed.txt":   {Data: []byte(one)},
		"two.txt":       {Data: []byte("Alone, but changed\n")},
		"holiday.jpg":   {Data: []byte{0xff, 0xd8}},
		"sub/three.txt": {Data: []byte("not here")},
	}, sources)
	if err != nil {
		t.Fatal(err)
	}
	if got := l.Text("one"); !slices.Equal(got, []string{"First.", "Second."}) {
		t.Errorf("a renamed document reads %q", got)
	}
	if l.Text("two") != nil || l.Text("three") != nil {
		t.Error("a changed document, or one in a folder below, was used")
	}
	if got := l.Others(); !slices.Equal(got, []string{"two.txt"}) {
		t.Errorf("files that only bear the name: %q", got)
	}
	if l.Len() != 1 {
		t.Errorf("%d documents are at hand, want 1", l.Len())
	}
}

func TestOpenRefusesWhatIsNoFolder(t *testing.T) {
	if _, err := Open(fstest.MapFS{"a": {Data: []byte("x")}}, nil); err != nil {
		t.Errorf("a folder without documents is refused: %v", err)
	}
	var none *Library
	if none.Text("one") != nil {
		t.Error("without a library there is a text")
	}
}

func TestParagraphs(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", "", nil},
		{"blank lines do not count", "a\n\n\nb", []string{"a", "b"}},
		{"a line of spaces counts", "a\n   \nb\n", []string{"a", "   ", "b"}},
		{"bytes that are no character do not", "a\n\xff\xfe\nb\xff", []string{"a", "b"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Paragraphs([]byte(tt.text)); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
