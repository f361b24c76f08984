package quiz

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"qantar/store"
)

// speaker is who stands for a number.
type speaker struct {
	name   store.Text
	tokens []string // of its English name: letters and digits in lower case
	named  bool     // it is a name, by which one person or body is known
}

// names are what tells who speaks from a mere description.
type names struct {
	people  []*store.Person
	tokens  [][]string      // of the people
	places  map[string]bool // names of one word
	sources [][]string      // tokens of what the documents and their publishers are called
	known   map[string]speaker
}

func newNames(c *store.Collection) names {
	n := names{places: map[string]bool{}, known: map[string]speaker{}}
	for i := range c.People {
		n.people, n.tokens = append(n.people, &c.People[i]), append(n.tokens, tokensOf(c.People[i].Name.En))
	}
	for i := range c.Places {
		n.places[strings.ToLower(c.Places[i].Name.En)] = true
	}
	for i := range c.Sources {
		n.sources = append(n.sources, tokensOf(c.Sources[i].Short.En), tokensOf(c.Sources[i].Publisher.En))
	}
	return n
}

// speakerOf reads the attribution of a figure, such as "Interior Ministry of
// Kazakhstan, by way of RIA": whom it names first. A person that the record
// knows is called as the record does, in every language. Attributions are
// English, as the documents are.
func (n *names) speakerOf(attribution string) speaker {
	s, ok := n.known[attribution]
	if !ok {
		s = n.read(attribution)
		n.known[attribution] = s
	}
	return s
}

func (n *names) read(attribution string) speaker {
	first := attribution
	if end := strings.IndexAny(attribution, ",;("); end >= 0 {
		first = attribution[:end]
	}
	first = strings.TrimSpace(first)
	tokens := tokensOf(first)
	for i, person := range n.tokens {
		if holds(tokens, person) {
			return speaker{n.people[i].Name, person, true}
		}
	}
	own := slices.ContainsFunc(n.sources, func(source []string) bool { return holds(tokens, source) })
	return speaker{store.Text{En: first}, tokens, !own && n.isName(first)}
}

// isName tells a name from a description such as "Officials of Kazakhstan": it
// has a capital or a digit beyond its first word that does not begin the name of
// a place.
func (n *names) isName(text string) bool {
	words := strings.Fields(text)
	if len(words) == 1 {
		return strings.ContainsAny(text, ".0123456789") // Vlast.kz
	}
	for _, word := range words[min(1, len(words)):] {
		first, _ := utf8.DecodeRuneInString(word)
		if (unicode.IsUpper(first) || unicode.IsDigit(first)) && !n.places[strings.ToLower(word)] {
			return true
		}
	}
	return false
}

// resembles tells whether two speakers may be the same, or parts of the same:
// their names share a word that is more than an article.
func (s speaker) resembles(o speaker) bool {
	if slices.Equal(s.tokens, o.tokens) {
		return true
	}
	return slices.ContainsFunc(s.tokens, func(t string) bool { return len(t) > 3 && slices.Contains(o.tokens, t) })
}

// holds tells whether all the tokens of a name stand in a text.
func holds(text, name []string) bool {
	return len(name) > 0 && !slices.ContainsFunc(name, func(t string) bool { return !slices.Contains(text, t) })
}

// tokensOf are the words of a text in lower case, without the ending of a
// genitive.
func tokensOf(text string) []string {
	text = genitives.Replace(strings.ToLower(text))
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

var genitives = strings.NewReplacer("'s", "", "’s", "")
