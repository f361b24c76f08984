package sqlite

import (
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"qantar/store"
	"qantar/store/when"
)

// table binds the columns of a table to the fields of a noun. One binding
// serves both ways: pointers are what a row is scanned into, and database/sql
// follows them when it writes.
type table[T any] struct {
	name    string
	key     string // the column of row numbers, or of the rows that these belong to
	columns []string
	bind    func(*T) []any
}

func (t table[T]) insertSQL() string {
	return fmt.Sprintf("INSERT INTO %s (%s, %s) VALUES (?%s)", t.name, t.key, strings.Join(t.columns, ", "), strings.Repeat(", ?", len(t.columns)))
}

// selectSQL reads rows in their order. Rows that belong to others begin with seq.
func (t table[T]) selectSQL(where string) string {
	order := t.key
	if t.columns[0] == "seq" {
		order += ", seq"
	}
	return fmt.Sprintf("SELECT %s, %s FROM %s%s ORDER BY %s", t.key, strings.Join(t.columns, ", "), t.name, where, order)
}

// listRow is one value of a list that belongs to a row of another table.
type listRow[T any] struct {
	seq   int64
	value T
}

func listTable[T any](name string) table[listRow[T]] {
	value := columns("value")
	if _, isText := any(*new(T)).(store.Text); isText {
		value = text("value")
	}
	return table[listRow[T]]{name, "owner", columns("seq", value), func(r *listRow[T]) []any { return fields(&r.seq, &r.value) }}
}

// The lists.
var (
	languageList    = listTable[store.Lang]("collection_languages")
	attributionList = listTable[string]("collection_attribution")
	aliasList       = listTable[string]("place_aliases")
	areaList        = listTable[string]("event_areas")
	peopleList      = listTable[string]("event_people")
	hiddenList      = listTable[string]("scene_hidden")
	shownList       = listTable[string]("scene_sources")
	highlightList   = listTable[string]("scene_highlights")
	questionList    = listTable[store.Text]("scene_questions")
)

var collectionTable = table[store.Collection]{
	"collection", "n",
	columns("id", text("title"), text("summary"), "time_zone", time("window"), time("opening"), "home_lon", "home_lat", "home_zoom"),
	func(c *store.Collection) []any {
		return fields(&c.ID, &c.Title, &c.Summary, &c.TimeZone, &c.Window, &c.Opening, &c.Home.Lon, &c.Home.Lat, &c.Home.Zoom)
	},
}

var categoryTable = table[store.Category]{
	"categories", "n",
	columns("id", text("label"), "shape", "color"),
	func(c *store.Category) []any { return fields(&c.ID, &c.Label, &c.Shape, &c.Color) },
}

var sourceTable = table[store.Source]{
	"sources", "n",
	columns("id", "file", "sha256", text("publisher"), "title", text("short"), "byline", "agency",
		time("published"), "language", text("rights"), text("note"), "paragraphs"),
	func(s *store.Source) []any {
		return fields(&s.ID, &s.File, &s.SHA256, &s.Publisher, &s.Title, &s.Short, &s.Byline, &s.Agency,
			&s.Published, &s.Language, &s.Rights, &s.Note, &s.Paragraphs)
	},
}

var placeTable = table[store.Place]{
	"places", "n",
	columns("id", text("name"), "kind", "lon", "lat", "radius_m", "area", "west", "south", "east", "north",
		"country", "parent", "time_zone", "geonames", text("note")),
	func(p *store.Place) []any {
		return fields(&p.ID, &p.Name, &p.Kind, &p.Point[0], &p.Point[1], &p.RadiusM, &p.Area,
			&p.Outline.Min[0], &p.Outline.Min[1], &p.Outline.Max[0], &p.Outline.Max[1],
			&p.Country, optional{&p.Parent}, &p.TimeZone, &p.GeoNames, &p.Note)
	},
}

var personTable = table[store.Person]{
	"people", "n",
	columns("id", text("name"), text("role")),
	func(p *store.Person) []any { return fields(&p.ID, &p.Name, &p.Role) },
}

var eventTable = table[store.Event]{
	"events", "n",
	columns("id", text("title"), text("summary"), "kind", "category", "importance",
		time("when"), text("when_note"), "place", text("place_note"), "inferred", "condition"),
	func(e *store.Event) []any {
		return fields(&e.ID, &e.Title, &e.Summary, &e.Kind, &e.Category, &e.Importance,
			&e.When, &e.WhenNote, &e.Place, &e.PlaceNote, &e.Inferred, &e.Condition)
	},
}

// reportShift is by how many bits the row of an event is moved to make that of
// its first report.
const reportShift = 6

var reportTable = table[store.Report]{
	"reports", "n",
	columns("source", "paragraphs", "attributed_to", text("note")),
	func(r *store.Report) []any {
		return fields(&r.Source, numbers{&r.Paragraphs}, &r.AttributedTo, &r.Note)
	},
}

// chunkRow is the columns of some events.
type chunkRow struct{ data []byte }

var chunkTable = table[chunkRow]{"columns", "n", columns("data"), func(r *chunkRow) []any { return fields(&r.data) }}

// wordsRow is what of an event is searched, folded.
type wordsRow struct{ title, body, place, people string }

var wordsTable = table[wordsRow]{
	"search", "docid",
	columns("title", "body", "place", "people"),
	func(r *wordsRow) []any { return fields(&r.title, &r.body, &r.place, &r.people) },
}

var measureTable = table[store.Measure]{
	"measures", "n",
	columns("id", text("label"), text("unit")),
	func(m *store.Measure) []any { return fields(&m.ID, &m.Label, &m.Unit) },
}

var figureTable = table[store.Figure]{
	"figures", "n",
	columns("id", "event", "measure", "low", "high", "words", "qualifier", time("as_of"), text("scope"),
		"place", "attributed_to", "source", "paragraph", text("note")),
	func(f *store.Figure) []any {
		return fields(&f.ID, &f.Event, &f.Measure, &f.Low, &f.High, &f.Words, &f.Qualifier, &f.AsOf, &f.Scope,
			&f.Place, &f.AttributedTo, &f.Source, &f.Paragraph, &f.Note)
	},
}

var disagreementTable = table[store.Disagreement]{
	"disagreements", "n",
	columns("id", text("topic"), "kind", text("explanation")),
	func(d *store.Disagreement) []any { return fields(&d.ID, &d.Topic, &d.Kind, &d.Explanation) },
}

// memberRow is a member with the row of its disagreement.
type memberRow struct {
	disagreement int64
	store.Member
}

var memberTable = table[memberRow]{
	"disagreement_members", "n",
	columns("disagreement", "figure", "event", "source"),
	func(m *memberRow) []any {
		return fields(&m.disagreement, optional{&m.Figure}, optional{&m.Event}, optional{&m.Source})
	},
}

var storyTable = table[store.Story]{
	"stories", "n",
	columns("id", text("title"), text("summary")),
	func(s *store.Story) []any { return fields(&s.ID, &s.Title, &s.Summary) },
}

// sceneRow is a scene with the row of its story.
type sceneRow struct {
	story int64
	store.Scene
}

var sceneTable = table[sceneRow]{
	"scenes", "n",
	columns("story", "id", "lon", "lat", "zoom", "mode", time("window"), time("playhead"), "background",
		text("caption"), text("notes"), "stay"),
	func(s *sceneRow) []any {
		return fields(&s.story, &s.ID, &s.View.Lon, &s.View.Lat, &s.View.Zoom, &s.Mode, &s.Window, &s.Playhead, &s.Background,
			&s.Caption, &s.Notes, &s.Stay)
	},
}

// columns flattens names and groups of names.
func columns(names ...any) []string {
	var all []string
	for _, name := range names {
		switch name := name.(type) {
		case string:
			all = append(all, name)
		case []string:
			all = append(all, name...)
		}
	}
	return all
}

// text names the columns of a store.Text.
func text(name string) []string { return []string{name + "_en", name + "_kk", name + "_ru"} }

// time names the columns of a when.When; the first is quoted, as "when" and
// "window" are words of SQL.
func time(name string) []string {
	all := []string{`"` + name + `"`}
	for _, part := range []string{"earliest", "latest", "nature", "precision", "uncertain", "approximate", "open_start", "open_end"} {
		all = append(all, name+"_"+part)
	}
	return all
}

// fields flattens pointers, texts and times in the order of text and time.
func fields(pointers ...any) []any {
	var all []any
	for _, pointer := range pointers {
		switch p := pointer.(type) {
		case *store.Text:
			all = append(all, &p.En, &p.Kk, &p.Ru)
		case *when.When:
			all = append(all, &p.Text, &p.Earliest, &p.Latest, &p.Nature, &p.Precision, &p.Uncertain, &p.Approximate, &p.OpenStart, &p.OpenEnd)
		default:
			all = append(all, pointer)
		}
	}
	return all
}

// optional keeps "" as NULL, so that a reference may be absent.
type optional struct{ text *string }

// Value implements driver.Valuer.
func (o optional) Value() (driver.Value, error) {
	if *o.text == "" {
		return nil, nil
	}
	return *o.text, nil
}

// Scan implements sql.Scanner.
func (o optional) Scan(src any) error {
	var s sql.NullString
	if err := s.Scan(src); err != nil {
		return err
	}
	*o.text = s.String
	return nil
}

// numbers keeps a list of numbers as JSON.
type numbers struct{ list *[]int }

// Value implements driver.Valuer.
func (n numbers) Value() (driver.Value, error) {
	text := []byte{'['}
	for i, number := range *n.list {
		if i > 0 {
			text = append(text, ',')
		}
		text = strconv.AppendInt(text, int64(number), 10)
	}
	return string(append(text, ']')), nil
}

// Scan implements sql.Scanner.
func (n numbers) Scan(src any) error {
	var s sql.NullString
	if err := s.Scan(src); err != nil {
		return err
	}
	if s.String == "[]" {
		*n.list = nil
		return nil
	}
	return json.Unmarshal([]byte(s.String), n.list)
}
