package page

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"regexp"
	"strings"
	"testing"
	"time"

	"qantar/store"
	"qantar/store/export"
	"qantar/store/when"
)

func mustZone(name string) *time.Location {
	loc, err := when.Zone(name)
	if err != nil {
		panic(err)
	}
	return loc
}

// mostBytes is how large the page of the shipped collection may be.
const mostBytes = 3 << 20

func TestShippedPageIsSmall(t *testing.T) {
	c, o := shippedPage(t)
	page := pageOf(t, c, o)
	t.Logf("%d bytes", len(page))
	if len(page) > mostBytes {
		t.Errorf("the page has %d bytes", len(page))
	}
	if again := pageOf(t, c, o); again != page {
		t.Error("the same record gives another page")
	}
}

// dataOf is what a page has to show, as a browser reads it.
func dataOf(t *testing.T, page string) map[string]any {
	t.Helper()
	_, rest, _ := strings.Cut(page, `<script type="application/json" id="data">`)
	text, _, ok := strings.Cut(rest, "</script>")
	var data map[string]any
	if err := json.Unmarshal([]byte(text), &data); !ok || err != nil {
		t.Fatalf("the page has no data: %v", err)
	}
	return data
}

func TestPageHoldsTheWholeRecord(t *testing.T) {
	c, o := shippedPage(t)
	data := dataOf(t, pageOf(t, c, o))
	for key, want := range map[string]int{
		"categories": len(c.Categories), "sources": len(c.Sources), "places": len(c.Places), "people": len(c.People), "events": len(c.Events),
		"measures": len(c.Measures), "figures": len(c.Figures), "disagreements": len(c.Disagreements), "stories": len(c.Stories), "attribution": len(c.Attribution),
	} {
		if all, _ := data[key].([]any); len(all) != want || want == 0 {
			t.Errorf("%d %s, want %d", len(all), key, want)
		}
	}
	if data["hash"] != c.Hash || c.Hash == "" {
		t.Errorf("the hash is %v, not %s", data["hash"], c.Hash)
	}
}

// The class does not see what is for the speaker.
func TestPageHasNoNotesOfTheSpeaker(t *testing.T) {
	c, o := shippedPage(t)
	page := pageOf(t, c, o)
	notes := 0
	for _, s := range c.Stories {
		for _, scene := range s.Scenes {
			for _, text := range scene.Notes.All() {
				notes++
				quoted, err := json.Marshal(text)
				if err != nil || strings.Contains(page, string(quoted[1:len(quoted)-1])) {
					t.Errorf("%s/%s: the notes are in the page (%v)", s.ID, scene.ID, err)
				}
			}
		}
	}
	if notes == 0 {
		t.Error("there are no notes")
	}
}

func TestOneStory(t *testing.T) {
	c, o := shippedPage(t)
	o.Story = c.Stories[1].ID
	data := dataOf(t, pageOf(t, c, o))
	stories := data["stories"].([]any)
	if len(stories) != 1 || stories[0].(map[string]any)["id"] != o.Story || data["only"] != true {
		t.Errorf("%d stories, only %v", len(stories), data["only"])
	}
}

func TestNoTextIsMarkup(t *testing.T) {
	page := pageOf(t, hostile(), func() Options { _, o := shippedPage(t); return o }())
	for part, want := range map[string]int{"<script": 2, "</script": 2, "<img": 0, "<svg onload": 0, "<style": 1, "-->": 0, "\u2028": 0, "\u202e": 0} {
		if n := count(page, part); n != want {
			t.Errorf("%d times %q, want %d", n, part, want)
		}
	}
	if text := dataOf(t, page)["title"].([]any)[0].(string); text != export.Plain("en "+evil) {
		t.Errorf("the title is %q", text)
	}
}

// Nothing runs, and nothing is shown, but what the policy has the hash of.
func TestPolicy(t *testing.T) {
	c, o := shippedPage(t)
	page := pageOf(t, c, o)
	policy := regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(page)
	if policy == nil || !strings.HasPrefix(policy[1], "default-src 'none'; ") || strings.Contains(policy[1], "unsafe") {
		t.Fatalf("the policy is %q", policy)
	}
	for name, block := range map[string]*regexp.Regexp{
		"script-src": regexp.MustCompile(`(?s)<script>(.*?)</script>`), "style-src": regexp.MustCompile(`(?s)<style>(.*?)</style>`),
	} {
		found := block.FindAllStringSubmatch(page, -1)
		if len(found) != 1 {
			t.Fatalf("%d blocks for %s", len(found), name)
		}
		sum := sha256.Sum256([]byte(found[0][1]))
		if want := name + " 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(policy[1], want) {
			t.Errorf("the policy has no %s: %s", want, policy[1])
		}
	}
}

var (
	addresses = regexp.MustCompile(`(?i)\b(https?|wss?|ftp):|//[a-z0-9-]+\.[a-z]`)
	handlers  = regexp.MustCompile(`(?i)<[^>]+\s(on[a-z]+|style)\s*=`)
	markup    = regexp.MustCompile(`\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|Function|fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|import)\b\s*[(=]`)
)

// What the page is made of names no address, and can neither turn text into
// markup or script nor ask for anything.
func TestWhatAPageIsMadeOf(t *testing.T) {
	c := sources()
	text := strings.ReplaceAll(c.html+c.style+c.script, "http://www.w3.org/2000/svg", "")
	for name, wrong := range map[string]*regexp.Regexp{"an address": addresses, "markup or a request": markup} {
		if found := wrong.FindString(text); found != "" {
			t.Errorf("%s: %q", name, found)
		}
	}
	if found := handlers.FindString(c.html); found != "" {
		t.Errorf("script or style in an attribute: %q", found)
	}
}

func TestWriteRefuses(t *testing.T) {
	_, o := shippedPage(t)
	many := func(c *store.Collection) {
		for len(c.Events) <= MostEvents {
			c.Events = append(c.Events, c.Events[1])
		}
	}
	for name, tt := range map[string]struct {
		harm  func(c *store.Collection)
		story string
		want  string
	}{
		"an unknown story":       {func(*store.Collection) {}, "none", `there is no story "none"`},
		"too many events":        {many, "", "at most 5000 events; leave some out"},
		"an unknown place":       {func(c *store.Collection) { c.Events[1].Place = "x" }, "", `the event "over" names the place "x"`},
		"an unknown category":    {func(c *store.Collection) { c.Events[1].Category = "x" }, "", `names the category "x"`},
		"an unknown source":      {func(c *store.Collection) { c.Events[1].Reports[0].Source = "x" }, "", `names the source "x"`},
		"an unknown measure":     {func(c *store.Collection) { c.Figures[0].Measure = "x" }, "", `the figure "n" names the measure "x"`},
		"a figure of no source":  {func(c *store.Collection) { c.Figures[0].Source = "x" }, "", `the figure "n" names the source "x"`},
		"an unknown zone":        {func(c *store.Collection) { c.TimeZone = "Mars/Olympus" }, "", "Mars/Olympus"},
		"a story without scenes": {func(c *store.Collection) { c.Stories[0].ID, c.Stories[0].Scenes = "empty", nil }, "empty", "has no scenes"},
	} {
		t.Run(name, func(t *testing.T) {
			c, o, to := hostile(), o, bytes.Buffer{}
			tt.harm(c)
			o.Story = tt.story
			if err := Write(&to, record(c), o); err == nil || !strings.Contains(err.Error(), tt.want) || to.Len() > 0 {
				t.Errorf("error %v and %d bytes, want %q", err, to.Len(), tt.want)
			}
		})
	}
}

func TestWriteEndsWithTheFirstError(t *testing.T) {
	_, o := shippedPage(t)
	broken := errors.New("the disk is gone")
	r := export.Record{Frame: hostile(), Events: func(yield func(*store.Event, error) bool) { yield(nil, broken) }}
	if err := Write(&bytes.Buffer{}, r, o); !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
}

// What belongs to events that a filter has left out is left out with them.
func TestPageOfAPart(t *testing.T) {
	c, o := shippedPage(t)
	part := *c
	part.Events = c.Events[:20]
	data := dataOf(t, pageOf(t, &part, o))
	events := float64(len(data["events"].([]any)))
	for _, f := range data["figures"].([]any) {
		if e := f.(map[string]any)["e"].(float64); e >= events {
			t.Errorf("a figure of event %v of %v", e, events)
		}
	}
	for _, s := range data["stories"].([]any) {
		for _, scene := range s.(map[string]any)["scenes"].([]any) {
			spoken, _ := scene.(map[string]any)["events"].([]any)
			for _, e := range spoken {
				if e.(float64) >= events {
					t.Errorf("a scene speaks of event %v of %v", e, events)
				}
			}
		}
	}
}

func TestZoneOver(t *testing.T) {
	g := &gathering{frame: &store.Collection{TimeZone: "America/New_York"}, loc: mustZone("America/New_York")}
	at := func(text string) int64 {
		w, err := when.Parse(text, time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		return w.Earliest
	}
	z := g.zoneOver([2]int64{at("2022-01-01"), at("2022-12-31")})
	want := [][2]int64{{at("2022-01-01") - 2*86400, -5 * 3600}, {at("2022-03-13T07:00Z"), -4 * 3600}, {at("2022-11-06T06:00Z"), -5 * 3600}}
	if len(z.Offsets) != len(want) {
		t.Fatalf("got %v, want %v", z.Offsets, want)
	}
	for i := range want {
		if z.Offsets[i] != want[i] {
			t.Errorf("offset %d is %v, want %v", i, z.Offsets[i], want[i])
		}
	}
	if z.City.in(store.English) != "New York" {
		t.Errorf("the city is %v", z.City)
	}
}

func TestText(t *testing.T) {
	for name, tt := range map[string]struct {
		text text
		want string
	}{
		"three languages": {text{"a", "b", "c"}, `["a","b","c"]`},
		"alike":           {text{"a", "a", "a"}, `"a"`},
		"English alone":   {text{"a"}, `"a"`},
		"without Kazakh":  {text{"a", "", "c"}, `["a","","c"]`},
		"nothing":         {text{}, `""`},
	} {
		t.Run(name, func(t *testing.T) {
			if got, err := json.Marshal(tt.text); err != nil || string(got) != tt.want {
				t.Errorf("got %s, want %s (%v)", got, tt.want, err)
			}
		})
	}
}

func TestEndOf(t *testing.T) {
	for text, want := range map[string]string{
		"2022-01-05/2022-01-06":                   "2022-01-07T00:00:00",
		"2022-01-05T18:00/2022-01-06T09:00":       "2022-01-06T09:00:00",
		"2022-01-05T18:00:00/2022-01-06T08:59:59": "2022-01-06T09:00:00",
		"2022-01-05":       "2022-01-06T00:00:00",
		"2022-01-05T18:00": "2022-01-05T19:00:00",
	} {
		w, err := when.Parse(text, time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		if got := time.Unix(endOf(w), 0).UTC().Format("2006-01-02T15:04:05"); got != want {
			t.Errorf("%s ends at %s, want %s", text, got, want)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	c, o := shippedPage(b)
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(&bytes.Buffer{}, record(c), o); err != nil {
			b.Fatal(err)
		}
	}
}
