package store

import "qantar/store/when"

// Measure is one thing that figures count, with its unit.
type Measure struct {
	ID    string
	Label Text
	Unit  Text
}

// Qualifier tells how a figure's number is meant.
type Qualifier string

// The qualifiers. Exact means that the text puts none before the number.
const (
	Exact     Qualifier = "exact"
	About     Qualifier = "about"
	AtLeast   Qualifier = "at-least"
	MoreThan  Qualifier = "more-than"
	UpTo      Qualifier = "up-to"
	Nearly    Qualifier = "nearly"
	FewerThan Qualifier = "fewer-than"
)

// Qualifiers are all of them, in the order they are listed.
var Qualifiers = []Qualifier{Exact, About, AtLeast, MoreThan, UpTo, Nearly, FewerThan}

// Figure is a number as one paragraph of one source claims it. A text that
// gives a word instead ("dozens") has Words and no number.
type Figure struct {
	ID           string
	Event        string   // event id
	Measure      string   // measure id
	Low, High    *float64 // Low is the number printed; High only where a range is
	Words        string
	Qualifier    Qualifier // "" with Words
	AsOf         when.When // the moment up to which it counts
	Scope        Text      // who and where is counted
	Place        string    // place id
	AttributedTo string
	Source       string // source id
	Paragraph    int
	Note         Text
}

// Difference tells why accounts do not fit together.
type Difference string

// The differences.
const (
	DifferentGroups   Difference = "different-groups"
	DifferentTimes    Difference = "different-times"
	DifferentAccounts Difference = "different-accounts"
	SelfContradiction Difference = "self-contradiction"
	LikelySlip        Difference = "likely-slip"
	UnclearScope      Difference = "unclear-scope"
)

// Differences are all of them, in the order they are listed.
var Differences = []Difference{DifferentGroups, DifferentTimes, DifferentAccounts, SelfContradiction, LikelySlip, UnclearScope}

// Disagreement is reports or figures that do not fit together.
type Disagreement struct {
	ID          string
	Topic       Text
	Kind        Difference
	Members     []Member
	Explanation Text
}

// Member is one side of a disagreement: a figure, or a source's report of an
// event.
type Member struct {
	Figure        string // figure id, or ""
	Event, Source string // event and source id, or ""
}
