package talk

import (
	"fmt"
	"testing"
	"time"

	"qantar/store"
)

// named is a slide made elsewhere.
type named string

func (n named) Name(store.Lang) string { return string(n) }

// begun is a talk of three scenes with a clock that stands where it is put.
func begun(t *testing.T) (*Talk, *time.Time) {
	t.Helper()
	now := time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
	story := &store.Story{ID: "s", Scenes: []store.Scene{{ID: "a", Stay: 10}, {ID: "b"}, {ID: "c", Stay: 20}}}
	return New(Of(story), 0, func() time.Time { return now }), &now
}

func TestSteps(t *testing.T) {
	for _, c := range []struct {
		name string
		do   []Action
		want int
	}{
		{"it begins with the title", nil, 0},
		{"next", []Action{Next}, 1},
		{"next and previous", []Action{Next, Next, Previous}, 1},
		{"before the first there is nothing", []Action{Previous, Previous}, 0},
		{"after the last there is nothing", []Action{Last, Next, Next}, 4},
		{"first", []Action{Last, First}, 0},
		{"enter without a number", []Action{Enter, Enter}, 2},
		{"a covered slide is uncovered by the next", []Action{Next, Black, Next}, 2},
		{"exploring comes back to its scene", []Action{Next, Explore, Next}, 1},
		{"and then goes on", []Action{Next, Explore, Previous, Next}, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			talk, _ := begun(t)
			for _, a := range c.do {
				talk.Do(a)
			}
			if talk.At() != c.want || talk.Exploring() || talk.Cover() != Uncovered || talk.Ended() {
				t.Errorf("it shows slide %d, want %d; exploring %v, cover %d, ended %v", talk.At(), c.want, talk.Exploring(), talk.Cover(), talk.Ended())
			}
		})
	}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		typed string
		want  int
	}{{"2", 2}, {"0", 0}, {"03", 3}, {"99", 4}, {"1234", 4}} {
		t.Run(c.typed, func(t *testing.T) {
			talk, _ := begun(t)
			for _, r := range c.typed {
				talk.Digit(r)
			}
			talk.Do(Enter)
			if talk.At() != c.want || talk.Typed() != "" {
				t.Errorf("%s and Enter show slide %d, want %d; left %q", c.typed, talk.At(), c.want, talk.Typed())
			}
		})
	}
	talk, _ := begun(t)
	if talk.Digit('x') {
		t.Error("a letter was taken for a digit")
	}
	talk.Digit('2')
	talk.Do(Escape)
	if talk.Ended() || talk.Typed() != "" {
		t.Error("escape should only forget the number that was begun")
	}
	talk.Digit('3')
	talk.Do(Next)
	talk.Do(Enter)
	if talk.At() != 2 {
		t.Errorf("a number that was given up still led to slide %d", talk.At())
	}
}

func TestNumbersOfADeck(t *testing.T) {
	deck := Of(&store.Story{Scenes: []store.Scene{{ID: "a"}, {ID: "b"}}})
	deck.Slides = append(deck.Slides[:2], append([]Slide{{Kind: Own, Own: named("quiz")}}, deck.Slides[2:]...)...)
	var got []int
	for i := range deck.Slides {
		got = append(got, deck.Number(i))
	}
	if want := "[0 1 2 3 0]"; fmt.Sprint(got) != want || deck.Numbers() != 3 {
		t.Errorf("the slides are numbered %v of %d, want %s of 3", got, deck.Numbers(), want)
	}
}

func TestCovers(t *testing.T) {
	talk, _ := begun(t)
	for _, c := range []struct {
		do   Action
		want Cover
	}{{Black, Blacked}, {Black, Uncovered}, {White, Whited}, {Black, Blacked}, {Resume, Uncovered}, {Notes, Uncovered}} {
		if talk.Do(c.do); talk.Cover() != c.want {
			t.Errorf("after action %d the cover is %d, want %d", c.do, talk.Cover(), c.want)
		}
	}
	if !talk.Notes() {
		t.Error("the notes were not shown")
	}
}

func TestInkVanishesWithTheScene(t *testing.T) {
	talk, _ := begun(t)
	talk.Do(Next)
	talk.Draw(Dot{0.1, 0.1})
	if len(talk.Ink.Strokes) != 0 {
		t.Error("without the pen something was drawn")
	}
	talk.Do(Pen)
	for _, d := range []Dot{{0.1, 0.1}, {0.1, 0.1001}, {0.2, 0.2}} {
		talk.Draw(d)
	}
	talk.Lift()
	talk.Draw(Dot{0.5, 0.5})
	if got := fmt.Sprint(talk.Ink.Strokes); got != "[[{0.1 0.1} {0.2 0.2}] [{0.5 0.5}]]" {
		t.Errorf("drawn is %s", got)
	}
	talk.Do(Next)
	if len(talk.Ink.Strokes) != 0 || talk.Tool() != PenTool {
		t.Errorf("on the next scene %d strokes are left, and the tool is %d", len(talk.Ink.Strokes), talk.Tool())
	}
	talk.Draw(Dot{0.3, 0.3})
	talk.Do(Erase)
	if len(talk.Ink.Strokes) != 0 {
		t.Error("erasing left something")
	}
}

func TestEscape(t *testing.T) {
	for _, c := range []struct {
		name string
		do   []Action
		ends bool
	}{
		{"a plain slide", nil, true},
		{"a black one", []Action{Black}, true},
		{"the pen", []Action{Pen}, false},
		{"the spotlight", []Action{Spotlight}, false},
		{"exploring", []Action{Next, Explore}, false},
		{"the list of keys", []Action{Help}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			talk, _ := begun(t)
			for _, a := range c.do {
				talk.Do(a)
			}
			talk.Do(Escape)
			if talk.Ended() != c.ends || talk.Tool() != NoTool || talk.Exploring() || talk.Help() {
				t.Errorf("ended %v, want %v; tool %d, exploring %v, help %v", talk.Ended(), c.ends, talk.Tool(), talk.Exploring(), talk.Help())
			}
			if talk.Do(Escape); !talk.Ended() {
				t.Error("the second escape did not end it")
			}
		})
	}
}

func TestExploringTakesTheToolsAway(t *testing.T) {
	talk, _ := begun(t)
	talk.Do(Explore)
	if talk.Exploring() {
		t.Error("the title has no map to explore")
	}
	talk.Do(Next)
	talk.Do(Pen)
	talk.Do(Explore)
	if !talk.Exploring() || talk.Tool() != NoTool {
		t.Errorf("exploring %v with tool %d", talk.Exploring(), talk.Tool())
	}
	talk.Do(Spotlight)
	if talk.Exploring() {
		t.Error("the spotlight should end exploring")
	}
}

func TestWatch(t *testing.T) {
	talk, now := begun(t)
	pass := func(d time.Duration) { *now = now.Add(d) }
	want := func(d time.Duration) {
		t.Helper()
		if got := talk.Watch.Elapsed(*now); got != d {
			t.Errorf("elapsed is %v, want %v", got, d)
		}
	}
	pass(90 * time.Second)
	want(90 * time.Second)
	talk.Do(PauseWatch)
	pass(time.Hour)
	want(90 * time.Second)
	talk.Do(PauseWatch)
	pass(10 * time.Second)
	want(100 * time.Second)
	talk.Do(ResetWatch)
	pass(5 * time.Second)
	want(5 * time.Second)
	talk.Do(PauseWatch)
	talk.Do(ResetWatch)
	pass(5 * time.Second)
	want(0)
}

func TestPlaysByItself(t *testing.T) {
	talk, now := begun(t)
	tick := func(d time.Duration) { *now = now.Add(d); talk.Tick() }
	at := func(want int) {
		t.Helper()
		if talk.At() != want {
			t.Errorf("it shows slide %d, want %d", talk.At(), want)
		}
	}
	tick(time.Hour)
	at(0) // not asked to
	talk.Do(Autoplay)
	tick(7 * time.Second)
	at(0)
	tick(time.Second)
	at(1)
	tick(6 * time.Second)
	talk.Do(Black)
	tick(time.Hour)
	at(1) // covered
	talk.Do(Black)
	tick(3 * time.Second)
	at(1)
	tick(time.Second)
	at(2)
	tick(29 * time.Second)
	at(2)
	tick(time.Second)
	at(3)
	for range 5 {
		tick(time.Minute)
	}
	at(4)
}

func TestKeys(t *testing.T) {
	for _, c := range []struct {
		key  string
		want Action
	}{
		{"Next", Next}, {"Right", Next}, {"Down", Next}, {"Space", Next}, {"Return", Enter}, {"KP_Enter", Enter},
		{"Prior", Previous}, {"Left", Previous}, {"Up", Previous}, {"BackSpace", Previous},
		{"Home", First}, {"End", Last}, {"F5", Resume}, {"Escape", Escape}, {"F1", Help}, {"F9", None},
	} {
		if got := OfKey(c.key); got != c.want {
			t.Errorf("the key %s does %d, want %d", c.key, got, c.want)
		}
	}
	for runes, want := range map[string]Action{
		"bBиИ.": Black, "wц": White, "nт": Notes, "pз": Spotlight, "dв": Pen, "eу": Erase, "xч": Explore, "5 ": None,
	} {
		for _, r := range runes {
			if got := OfRune(r); got != want {
				t.Errorf("the letter %c does %d, want %d", r, got, want)
			}
		}
	}
}

func TestNoKeyDoesTwoThings(t *testing.T) {
	seen := map[string]string{}
	for _, b := range Bindings {
		keys := b.Names
		for _, r := range b.Runes {
			keys = append(keys, string(r))
		}
		for _, k := range keys {
			if other, ok := seen[k]; ok {
				t.Errorf("%q does what %s says and what %s says", k, other, b.Words)
			}
			seen[k] = b.Words
		}
	}
}
