package main

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden texts")

// What the shipped collection holds in numbers: a reviewer sees in the golden
// what a change of the record adds, moves or takes away. After a change run
// the test with -update and read the difference.
func TestTotals(t *testing.T) {
	const golden = "testdata/totals.golden"
	got := totals(t)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the totals have changed; if that is meant, run the test with -update. Now they are:\n%s", got)
	}
}

func totals(t *testing.T) []byte {
	t.Helper()
	events, figures := shippedRows[eventRow](t, "events"), shippedRows[figureRow](t, "figures")
	sources := []string{"ALL"}
	for _, s := range shippedRows[sourceRow](t, "sources") {
		sources = append(sources, s.ID)
	}
	categories, kinds, only, measures := tally{}, tally{}, tally{}, tally{}
	for _, e := range events {
		reporters := []string{"ALL"}
		for _, r := range e.Reports {
			reporters = append(reporters, r.Source)
		}
		categories.add(e.Category, reporters...)
		kinds.add(string(e.Kind), reporters...)
		if len(e.Reports) == 1 {
			only.add("one source alone", reporters...)
		} else {
			only.add("several sources", reporters...)
		}
	}
	for _, f := range figures {
		measures.add(f.Measure, "ALL", f.Source)
	}
	differences := tally{}
	for _, d := range shippedRows[disagreementRow](t, "disagreements") {
		differences.add(string(d.Kind), slices.Compact(slices.Sorted(slices.Values(append(d.sources(), "ALL"))))...)
	}
	stories := scenes(shippedRows[storyRow](t, "stories"), reportersOf(events))
	var out bytes.Buffer
	categories.print(t, &out, "EVENTS BY CATEGORY", sources)
	kinds.print(t, &out, "EVENTS BY KIND", sources)
	only.print(t, &out, "EVENTS REPORTED BY", sources)
	measures.print(t, &out, "FIGURES BY MEASURE", sources)
	differences.print(t, &out, "DISAGREEMENTS BY KIND", sources)
	stories.print(t, &out, "SCENES BY STORY", sources)
	return out.Bytes()
}

// scenes counts the scenes of each story, and in how many of them a source
// reports what is highlighted.
func scenes(rows []storyRow, reporters map[string][]string) tally {
	all := tally{}
	for _, s := range rows {
		for _, scene := range s.Scenes {
			told := []string{"ALL"}
			for _, id := range scene.Highlights {
				told = append(told, reporters[id]...)
			}
			all.add(s.ID, slices.Compact(slices.Sorted(slices.Values(told)))...)
		}
	}
	return all
}

// reportersOf are the sources that report each event.
func reportersOf(events []eventRow) map[string][]string {
	all := map[string][]string{}
	for _, e := range events {
		for _, r := range e.Reports {
			all[e.ID] = append(all[e.ID], r.Source)
		}
	}
	return all
}

// sources are those of a disagreement's members.
func (d *disagreementRow) sources() []string {
	var all []string
	for _, m := range d.Members {
		all = append(all, m.Source)
	}
	return all
}

// tally counts by row and column.
type tally map[string]map[string]int

func (c tally) add(row string, columns ...string) {
	if c[row] == nil {
		c[row] = map[string]int{}
	}
	for _, column := range columns {
		c[row][column]++
	}
}

// print writes the largest rows first, and the sums of all.
func (c tally) print(t *testing.T, out *bytes.Buffer, title string, columns []string) {
	t.Helper()
	names := slices.SortedFunc(maps.Keys(c), func(a, b string) int {
		return cmp.Or(cmp.Compare(c[b]["ALL"], c[a]["ALL"]), cmp.Compare(a, b))
	})
	var rows [][]string
	sum := map[string]int{}
	for _, name := range names {
		row := []string{name}
		for _, column := range columns {
			sum[column] += c[name][column]
			row = append(row, strconv.Itoa(c[name][column]))
		}
		rows = append(rows, row)
	}
	last := []string{"together"}
	for _, column := range columns {
		last = append(last, strconv.Itoa(sum[column]))
	}
	if err := printTable(out, append([]string{title}, columns...), append(rows, last)); err != nil {
		t.Fatal(err)
	}
	fmt.Fprintln(out)
}

func TestTally(t *testing.T) {
	c := tally{}
	c.add("x", "ALL", "a")
	c.add("y", "ALL", "a")
	c.add("y", "ALL", "b")
	var out bytes.Buffer
	c.print(t, &out, "T", []string{"ALL", "a", "b"})
	if want := "T         ALL  a  b\ny         2    1  1\nx         1    1  0\ntogether  3    2  1\n\n"; out.String() != want {
		t.Errorf("got\n%s", out.String())
	}
}
