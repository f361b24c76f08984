package layout

// rooms are all packages of the module, each with what it may import of the
// others: the table of README.md under "Layout". "geo/*" is geo and all below
// it, "*" is everything, and store brings store/when along, whose values its
// nouns hold.
var rooms = map[string][]string{
	"cmd/qantar":            {"*"},
	"cmd/qantarctl":         {"*"},
	"cmd/qantarshot":        {"*"},
	"cmd/internal/shipped":  {"seeds", "store/*", "assets", "geo/*", "ui/state"},
	"cmd/internal/tileset":  {"geo/*", "store/sqlite"},
	"cmd/internal/release":  {},
	"cmd/internal/version":  {},
	"cmd/internal/instance": {},
	"cmd/internal/journal":  {},
	"cmd/internal/layout":   {},

	"seeds":                   {},
	"assets":                  {},
	"assets/basemap/generate": {"geo/*"},

	"store":            {"store/when"},
	"store/when":       {},
	"store/collection": {"store", "store/documents"},
	"store/sqlite":     {"store", "geo/tiles"},
	"store/documents":  {"store"},
	"store/sample":     {"store"},
	"store/export":     {"store"},
	"store/quiz":       {"store"},
	"store/stories":    {"store", "store/collection", "store/sqlite"},

	"geo":         {},
	"geo/basemap": {"geo"},
	"geo/cluster": {},
	"geo/motion":  {"geo"},
	"geo/tiles":   {"geo"},

	"geo/tiles/pmtiles": {"geo/tiles"},

	"ui/axis":     {"store/when"},
	"ui/state":    {"store", "geo", "ui/axis"},
	"ui/paint":    {"geo/*", "ui/axis"},
	"ui/scene":    {"store", "geo/*", "ui/axis", "ui/paint", "ui/state"},
	"ui/story":    {"store"},
	"ui/words":    {"store"},
	"ui/page":     {"store", "store/export", "geo/*", "ui/axis", "ui/paint", "ui/scene", "ui/words"},
	"ui/print":    {"store", "store/quiz", "geo/*", "ui/axis", "ui/paint", "ui/scene", "ui/state", "ui/words", "ui/quizplay"},
	"ui/quizplay": {"store", "store/quiz", "ui/scene", "ui/words"},
	"ui/inwords":  {"store", "store/export", "ui/scene", "ui/words"},
	"ui/quizview": {"ui/quizplay"},
	"ui/frames":   {},
	"ui/mapview":  widgets,
	"ui/timeview": widgets,
	"ui/record":   widgets,

	"ui/storyview": {"store", "store/stories", "ui/paint", "ui/scene", "ui/state", "ui/story", "ui/words"},

	"ui":              {"ui/*", "store", "store/documents", "store/export", "store/quiz", "store/stories", "geo/*", "assets"},
	"ui/present":      append([]string{"ui/present/talk", "ui/mapview", "ui/timeview"}, widgets...),
	"ui/present/talk": {"store"},
}

var widgets = []string{"store", "geo/*", "ui/axis", "ui/paint", "ui/scene", "ui/state", "ui/words", "ui/frames"}

// withFyne are the rooms that may import Fyne; all others stay free of it,
// through whatever they import too.
var withFyne = []string{
	"ui", "ui/frames", "ui/mapview", "ui/timeview", "ui/record", "ui/quizview", "ui/present", "ui/storyview", "cmd/qantar", "cmd/qantarshot",
}

// withSQL is the one room that knows SQL.
const withSQL = "store/sqlite"

// databases are the packages that only that room may import.
var databases = []string{"database/sql", "database/sql/driver", "github.com/mattn/go-sqlite3"}

// entries are all files and folders that may stand at the top.
var entries = []string{
	"cmd", "ui", "geo", "store", "assets", "seeds",
	"go.mod", "go.sum", "FyneApp.toml", "README.md", "Makefile", "LICENSE", "CHANGELOG.md",
	".gitignore", ".ci", ".git", ".github",
	"build", "dist", // made, never kept
}

// phrases are what README.md writes in its table instead of naming rooms.
var phrases = map[string]string{
	"anything":         "*",
	"its sub-packages": "ui/*",
}
