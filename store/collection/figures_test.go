package collection

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"qantar/store"
	"qantar/store/when"
)

func TestReadFigures(t *testing.T) {
	c, err := Read(small(t))
	if err != nil {
		t.Fatal(err)
	}
	low, high := 10.0, 12.5
	zone, err := when.Zone("Asia/Aqtau")
	if err != nil {
		t.Fatal(err)
	}
	asOf, err := when.Parse("2022-01-02", zone) // in the zone of its place
	if err != nil {
		t.Fatal(err)
	}
	want := store.Figure{
		ID: "crowd-10", Event: "rally", Measure: "crowd", Low: &low, High: &high, Qualifier: store.AtLeast, AsOf: asOf,
		Scope: store.Text{En: "Those who came", Ru: "Пришедшие"}, Place: "aktau", AttributedTo: "An agency", Source: "paper", Paragraph: 2, Note: store.Text{En: "A range."},
	}
	if len(c.Figures) != 3 || !reflect.DeepEqual(c.Figures[0], want) {
		t.Errorf("got %+v, want %+v", c.Figures, want)
	}
	if f := c.Figures[1]; f.Words != "dozens" || f.Low != nil || f.Qualifier != "" || !f.AsOf.Uncertain {
		t.Errorf("in words: %+v", f)
	}
	if m := c.Measures; len(m) != 1 || m[0].Unit.Ru != "человек" {
		t.Errorf("measures %+v", m)
	}
	disagreement := store.Disagreement{
		ID: "how-many", Topic: store.Text{En: "How many came", Ru: "Сколько пришло"}, Kind: store.DifferentAccounts,
		Members:     []store.Member{{Figure: "crowd-10"}, {Figure: "crowd-20"}, {Event: "emergency", Source: "paper"}},
		Explanation: store.Text{En: "Each counts in its own way."},
	}
	if !reflect.DeepEqual(c.Disagreements, []store.Disagreement{disagreement}) {
		t.Errorf("got %+v, want %+v", c.Disagreements, disagreement)
	}
}

// A collection without figures needs no files for them.
func TestReadWithoutFigures(t *testing.T) {
	files := small(t)
	for _, name := range optional {
		delete(files, name)
	}
	if c, err := Read(files); err != nil || len(c.Measures)+len(c.Figures)+len(c.Disagreements) != 0 {
		t.Errorf("%+v, %v", c, err)
	}
}

var figureChanges = []change{
	{"figure of no event", "figures.yaml", "event: rally", "event: rallies-all", `figures.yaml:2:10: no event has the id "rallies-all"; use rally from events`},
	{"figure of no measure", "figures.yaml", "measure: crowd", "measure: crowds", `figures.yaml:3:12: no measure has the id "crowds"; use an id from measures.yaml`},
	{"figure of no place", "figures.yaml", "place: aktau", "place: atlantis", `figures.yaml:9:10: no place has the id "atlantis"`},
	{"figure of no source", "figures.yaml", "source: paper", "source: radio", `figures.yaml:11:11: no source has the id "radio"`},
	{"figure id twice", "figures.yaml", "id: crowd-10", "id: crowd-many", `figures.yaml:14:7: the id "crowd-many" is taken already (figures.yaml:1)`},
	{"measure id twice", "measures.yaml", "- id: crowd", "- {id: crowd, label: {en: a, kk: a, ru: a}, unit: {en: a, kk: a, ru: a}}\n- id: crowd", `measures.yaml:2:7: the id "crowd" is taken`},
	{"figure's paragraph not there", "figures.yaml", "paragraph: 2", "paragraph: 4", "figures.yaml:12:14: paragraph 4 does not exist: paper has 3"},
	{"figure's paragraph not cited", "figures.yaml", "paragraph: 2", "paragraph: 3", "figures.yaml:12:14: paragraph 3 is not one that the report of rally by paper cites: [2]"},
	{"figure's time that is none", "figures.yaml", "as_of: 2022-01-02", "as_of: 2022-02-30", `figures.yaml:7:10: cannot read the time "2022-02-30"`},
	{"figure before its event", "figures.yaml", "as_of: 2022-01-02", "as_of: 2022-01-01", "figures.yaml:7:10: the time 2022-01-01 is over before the event rally starts (2022-01-02)"},
	{"number and words", "figures.yaml", "words: \"dozens\"", "words: dozens\n  low: 24\n  qualifier: about", "figures.yaml:17:10: the figure has a number and words"},
	{"neither number nor words", "figures.yaml", "  words: \"dozens\"\n", "", "figures.yaml:14:3: the figure has neither a number nor words"},
	{"qualifier with words", "figures.yaml", "words: \"dozens\"", "words: dozens\n  qualifier: about", "figures.yaml:18:14: the qualifier has no number"},
	{"number without qualifier", "figures.yaml", "  qualifier: at-least\n", "", "figures.yaml:4:8: the number has no qualifier"},
	{"unknown qualifier", "figures.yaml", "qualifier: at-least", "qualifier: some", `figures.yaml:6:14: qualifier is "some"; use one of exact about`},
	{"high below low", "figures.yaml", "high: 12.5", "high: 9", "figures.yaml:5:9: the high number 9 is below the low one, 10"},
	{"high without low", "figures.yaml", "  low: 10\n", "", "figures.yaml:4:9: the range has no low number"},
	{"number in words", "figures.yaml", "low: 10", "low: ten", "figures.yaml:4:8: low is of type string, not number; write the number as printed"},
	{"one member", "disagreements.yaml", "    - {figure: crowd-20}\n    - {event: emergency, source: paper}\n", "", "disagreements.yaml:5:5: members: minItems"},
	{"member twice", "disagreements.yaml", "crowd-20", "crowd-10", "disagreements.yaml:5:5: members"},
	{"member that is no figure", "disagreements.yaml", "crowd-20", "crowd-21", `disagreements.yaml:6:16: no figure has the id "crowd-21"; use crowd-10 or crowd-20 or crowd-many from figures.yaml`},
	{"member that is no event", "disagreements.yaml", "event: emergency", "event: dance", `disagreements.yaml:7:15: no event has the id "dance"`},
	{"member of no source", "disagreements.yaml", "source: paper", "source: radio", `disagreements.yaml:7:34: no source has the id "radio"`},
	{"member without source", "disagreements.yaml", ", source: paper", "", "disagreements.yaml:7:7: the member is neither"},
	{"member of both sorts", "disagreements.yaml", "{event", "{figure: crowd-10, event", "disagreements.yaml:7:7: the member is neither"},
	{"unknown difference", "disagreements.yaml", "different-accounts", "odd", `disagreements.yaml:3:9: kind is "odd"; use one of different-groups`},
	{"topic not in a language", "collection.yaml", "languages: [en]", "languages: [en, kk]", "disagreements.yaml:2:10: the topic is not given in kk"},
}

func TestCheckFigures(t *testing.T) { wantProblems(t, figureChanges) }

// A report from another source does not make a source report the event.
func TestCheckReportOfAnother(t *testing.T) {
	files := small(t)
	second := strings.Replace(string(files["sources.yaml"].Data), "id: paper", "id: radio", 1)
	files["sources.yaml"] = &fstest.MapFile{Data: append(files["sources.yaml"].Data, second...)}
	replace(t, files, "disagreements.yaml", "source: paper", "source: radio")
	replace(t, files, "figures.yaml", "source: paper", "source: radio")
	got := Check(files, Options{}).Problems.Error()
	for _, want := range []string{"disagreements.yaml:7:34: radio does not report the event emergency", "figures.yaml:11:11: radio does not report the event rally"} {
		if !strings.Contains(got, want) {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// Background may be told with figures of any time.
func TestCheckBackgroundFigure(t *testing.T) {
	files := small(t)
	replace(t, files, "events/02.yaml", "kind: happening", "kind: background")
	replace(t, files, "figures.yaml", "as_of: 2022-01-02", "as_of: \"1991\"")
	delete(files, "stories/01-rally.yaml")
	if problems := Check(files, Options{}).Problems; len(problems) > 0 {
		t.Error(problems)
	}
}
