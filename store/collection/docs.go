package collection

import (
	"path"
	"slices"
	"strings"

	"qantar/store"

	"go.yaml.in/yaml/v3"
)

// text is a store.Text as written: a plain string, which is English, or a
// mapping of languages.
type text store.Text

// UnmarshalYAML reads either form.
func (t *text) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind == yaml.ScalarNode {
		t.En = strings.TrimSpace(node.Value)
		return nil
	}
	var langs struct{ En, Kk, Ru string }
	if err := node.Decode(&langs); err != nil {
		return err
	}
	*t = text{En: strings.TrimSpace(langs.En), Kk: strings.TrimSpace(langs.Kk), Ru: strings.TrimSpace(langs.Ru)}
	return nil
}

// The documents below are the files' contents, field by field as written.
type collectionDoc struct {
	ID          string
	Title       text
	Summary     text
	TimeZone    string `yaml:"time_zone"`
	Window      string
	Opening     string
	Home        viewDoc
	Languages   []store.Lang
	Attribution []string
	Categories  []categoryDoc
}

type categoryDoc struct {
	ID           string
	Label        text
	Shape, Color string
}

type sourceDoc struct {
	ID, File, SHA256 string
	Publisher        text
	Title            string
	Short            text
	Byline, Agency   string
	Published        string
	Language         store.Lang
	Rights, Note     text
	Paragraphs       int
}

type placeDoc struct {
	ID       string
	Name     text
	Aliases  []string
	Kind     store.PlaceKind
	Lon, Lat float64
	RadiusM  float64 `yaml:"radius_m"`
	Area     string
	Country  string
	Parent   string
	TimeZone string `yaml:"time_zone"`
	GeoNames int
	Note     text
}

type personDoc struct {
	ID         string
	Name, Role text
}

type eventDoc struct {
	ID             string
	Title, Summary text
	Kind           store.Kind
	Category       string
	Importance     int
	When           string
	WhenNote       text `yaml:"when_note"`
	Place          string
	PlaceInferred  bool `yaml:"place_inferred"`
	PlaceNote      text `yaml:"place_note"`
	Areas          []string
	Condition      bool
	People         []string
	Reports        []reportDoc
}

type reportDoc struct {
	Source       string
	Paragraphs   []int
	AttributedTo string `yaml:"attributed_to"`
	Note         text
}

type measureDoc struct {
	ID          string
	Label, Unit text
}

type figureDoc struct {
	ID, Event, Measure string
	Low, High          *float64
	Words              string
	Qualifier          store.Qualifier
	AsOf               string `yaml:"as_of"`
	Scope              text
	Place              string
	AttributedTo       string `yaml:"attributed_to"`
	Source             string
	Paragraph          int
	Note               text
}

type disagreementDoc struct {
	ID          string
	Topic       text
	Kind        store.Difference
	Members     []memberDoc
	Explanation text
}

type memberDoc struct{ Figure, Event, Source string }

type storyDoc struct {
	ID             string
	Title, Summary text
	Scenes         []sceneDoc
}

type sceneDoc struct {
	ID         string
	View       viewDoc
	Mode       store.SceneMode
	Window     string
	Playhead   string
	Hide       []string
	Sources    []string
	Background bool
	Highlights []string
	Caption    text
	Notes      text
	Questions  []text
	Stay       int
}

type viewDoc struct{ Lon, Lat, Zoom float64 }

// entry is one item of a file with the spot it was read from.
type entry[T any] struct {
	doc T
	spot
}

// docs are all files of a collection, as written.
type docs struct {
	whole      entry[collectionDoc]
	categories []entry[categoryDoc]
	sources    []entry[sourceDoc]
	places     []entry[placeDoc]
	people     []entry[personDoc]
	events     []entry[eventDoc]

	measures      []entry[measureDoc]
	figures       []entry[figureDoc]
	disagreements []entry[disagreementDoc]
	stories       []entry[storyDoc]

	lost map[string]bool // the kinds of file of which one could not be read
}

// parseDocs parses the files and checks each against the schema of its kind.
// What fits the schema nowhere is left out; it has been reported.
func parseDocs(files []file, list *report) *docs {
	d := &docs{lost: map[string]bool{}}
	for _, name := range single {
		d.lost[kindOf(name)] = !slices.ContainsFunc(files, func(f file) bool { return f.name == name })
	}
	for _, f := range files {
		kind, before := kindOf(f.name), len(list.problems)
		root := parseTree(f, list)
		if root == nil {
			d.lost[kind] = true
			continue
		}
		at := spot{f.name, root}
		value := plain(at, 0, list)
		if len(list.problems) > before {
			d.lost[kind] = true // the tree itself is not sound
			continue
		}
		validate(kind+".json", value, at, list)
		d.decode(kind, at)
	}
	return d
}

// kindOf is the kind of a file: its name without the ending, and for files in a
// folder that of the folder.
func kindOf(name string) string {
	if folder := path.Dir(name); folder != "." {
		return folder
	}
	return strings.TrimSuffix(name, ".yaml")
}

func (d *docs) decode(kind string, at spot) {
	switch kind {
	case "collection":
		d.whole = decode[collectionDoc](at)
		d.categories = decodeAll[categoryDoc](at.at("categories"))
	case "sources":
		d.sources = decodeAll[sourceDoc](at)
	case "places":
		d.places = decodeAll[placeDoc](at)
	case "people":
		d.people = decodeAll[personDoc](at)
	case eventsFolder:
		d.events = append(d.events, decodeAll[eventDoc](at)...)
	case "measures":
		d.measures = decodeAll[measureDoc](at)
	case "figures":
		d.figures = decodeAll[figureDoc](at)
	case "disagreements":
		d.disagreements = decodeAll[disagreementDoc](at)
	case storiesFolder:
		d.stories = append(d.stories, decode[storyDoc](at))
	}
}

// decode reads what it can: a field of a wrong type, which the schema has
// reported, stays zero.
func decode[T any](at spot) entry[T] {
	e := entry[T]{spot: at}
	_ = at.node.Decode(&e.doc)
	return e
}

func decodeAll[T any](at spot) []entry[T] {
	if at.node == nil || at.node.Kind != yaml.SequenceNode {
		return nil
	}
	all := make([]entry[T], len(at.node.Content))
	for i := range at.node.Content {
		all[i] = decode[T](at.at(i))
	}
	return all
}
