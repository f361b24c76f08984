package tiles

import (
	"testing"
	"unicode"
	"unicode/utf8"

	"qantar/geo"

	"github.com/paulmach/orb"
)

func TestIDs(t *testing.T) {
	id := ID{5, 23, 11}
	if got := id.Up(2); got != (ID{3, 5, 2}) {
		t.Errorf("two levels above %v lies %v", id, got)
	}
	for levels := range 6 {
		if whole, part := id.Up(levels).Bound(), id.Bound(); !whole.Contains(part.Min) || !whole.Contains(part.Max) {
			t.Errorf("%d levels above, %v does not hold %v", levels, whole, part)
		}
	}
	for _, bad := range []ID{{-1, 0, 0}, {0, 1, 0}, {3, 8, 0}, {3, 0, -1}, {25, 0, 0}} {
		if bad.Valid() {
			t.Errorf("%v is valid", bad)
		}
	}
	if got := (ID{3, -1, 2}).Wrapped(); got != (ID{3, 7, 2}) {
		t.Errorf("west of the world lies %v", got)
	}
	if got := (ID{3, 9, 2}).Wrapped(); got != (ID{3, 1, 2}) {
		t.Errorf("east of the world lies %v", got)
	}
}

func TestCover(t *testing.T) {
	almaty := geo.Project(orb.Point{76.93, 43.25})
	point := orb.Bound{Min: almaty, Max: orb.Point{almaty[0] + 1e-9, almaty[1] + 1e-9}}
	if got := Cover(point, 9, 1); len(got) != 1 || got[0] != (ID{9, 365, 187}) {
		t.Errorf("Almaty lies in %v, want 9/365/187", got)
	}
	whole := orb.Bound{Max: orb.Point{1, 1}}
	if got := Cover(whole, 3, 64); len(got) != 64 || got[0] != (ID{3, 0, 0}) || got[63] != (ID{3, 7, 7}) {
		t.Errorf("the world is covered by %d tiles", len(got))
	}
	beyond := orb.Bound{Min: orb.Point{0.9, -0.5}, Max: orb.Point{1.2, 0.1}}
	got := Cover(beyond, 2, 10)
	if len(got) != 2 || got[0] != (ID{2, 3, 0}) || got[1].Wrapped() != (ID{2, 0, 0}) {
		t.Errorf("across the edge lie %v", got)
	}
	for name, b := range map[string]orb.Bound{"too many": whole, "none": {Min: orb.Point{0.5, 0.5}, Max: orb.Point{0.4, 0.6}}} {
		if got := Cover(b, 24, 1000); got != nil {
			t.Errorf("%s are %d tiles", name, len(got))
		}
	}
}

func TestFromMetadata(t *testing.T) {
	almost := orb.Bound{Min: orb.Point{46, 40}, Max: orb.Point{88, 56}}
	cases := []struct {
		name   string
		values map[string]string
		want   Meta
	}{
		{"nothing", nil, Meta{MaxZoom: MaxZoom, Bounds: World}},
		{"all", map[string]string{"format": "PBF", "minzoom": "2", "maxzoom": "14", "bounds": "46, 40,88,56"},
			Meta{Format: MVT, MinZoom: 2, MaxZoom: 14, Bounds: almost}},
		{"nonsense", map[string]string{"format": "exe", "minzoom": "-2", "maxzoom": "1e99", "bounds": "1,2,NaN,4"},
			Meta{MaxZoom: MaxZoom, Bounds: World}},
		{"upside down", map[string]string{"minzoom": "9", "maxzoom": "3", "bounds": "88,56,46,40"}, Meta{MaxZoom: MaxZoom, Bounds: World}},
		{"too far", map[string]string{"bounds": "-999,-90,999,90"}, Meta{MaxZoom: MaxZoom, Bounds: World}},
		{"layers", map[string]string{"json": `{"vector_layers":[{"id":"water"},{"id":"place","fields":{}}]}`},
			Meta{MaxZoom: MaxZoom, Bounds: World, Layers: []string{"water", "place"}}},
		{"no layers", map[string]string{"json": `{"vector_layers":[{"id":`}, Meta{MaxZoom: MaxZoom, Bounds: World}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := FromMetadata(c.values)
			if len(got.Layers) != len(c.want.Layers) || got.Format != c.want.Format || got.MinZoom != c.want.MinZoom ||
				got.MaxZoom != c.want.MaxZoom || got.Bounds != c.want.Bounds {
				t.Errorf("read as %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestReaches(t *testing.T) {
	m := Meta{Bounds: orb.Bound{Min: orb.Point{0, 0}, Max: orb.Point{90, 60}}}
	for id, want := range map[ID]bool{{0, 0, 0}: true, {1, 1, 0}: true, {1, 0, 0}: false, {1, 1, 1}: false, {2, 2, 1}: true, {2, 3, 1}: false} {
		if got := m.Reaches(id); got != want {
			t.Errorf("%v reached: %v, want %v", id, got, want)
		}
	}
}

func TestPlainText(t *testing.T) {
	long := make([]byte, 5000)
	for i := range long {
		long[i] = 'x'
	}
	cases := []struct{ markup, want string }{
		{"", ""},
		{"© Somebody", "© Somebody"},
		{`<a href="https://x.org/copyright" target="_blank">&copy; OpenStreetMap contributors</a>, <b>CC&nbsp;BY</b>`, "© OpenStreetMap contributors , CC BY"},
		{"a\n\t b\u200b\u202ec", "a bc"},
		{"1 < 2 and 3 > 2", "1 < 2 and 3 > 2"},
		{"ends in <a href=", "ends in"},
		{"<script>alert(1)</script>Maps<style>b{}</style> here", "Maps here"},
		{"<script>alert(1)", ""},
		{"<STYLE\ntype=x>b{}</Style> here", "here"},
		{"<script>ȺȺȺȺȺȺȺȺȺȺȺȺ</script>Maps", "Maps"}, // letters that are longer in lower case
		{"&lt;script&gt;", "<script>"},
		{"bad \xff bytes", "bad bytes"},
	}
	for _, c := range cases {
		if got := plainText(c.markup); got != c.want {
			t.Errorf("%q becomes %q, want %q", c.markup, got, c.want)
		}
	}
	if got := []rune(plainText(string(long))); len(got) != longestText || got[longestText-1] != '…' {
		t.Errorf("a long text is cut to %d letters", len(got))
	}
}

// FuzzPlainText: whatever a set says of itself, the answer is a short line of
// letters that can be seen.
func FuzzPlainText(f *testing.F) {
	for _, seed := range []string{"", "<a href=x>&copy; Maps</a>", "<script>ȺȺȺ</script", "<style/><title \n>x</title>", "1 < 2", "\xff<\xc3>"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, markup string) {
		text := plainText(markup)
		if !utf8.ValidString(text) || utf8.RuneCountInString(text) > longestText {
			t.Errorf("%q becomes %q", markup, text)
		}
		for _, r := range text {
			if !unicode.IsGraphic(r) || unicode.IsSpace(r) && r != ' ' {
				t.Errorf("%q holds %q", text, r)
			}
		}
	})
}
