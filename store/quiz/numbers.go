package quiz

import (
	"math/rand/v2"
	"slices"

	"qantar/store"
)

// wrongNames is how many names are offered beside the right one, and
// fewestNames the least that make a question.
const (
	wrongNames  = 3
	fewestNames = 2
)

// number is one value of one measure, with every figure that gives it.
type number struct {
	measure string
	low     float64
	figures []*store.Figure
	by      speaker
}

// numbers draws questions for who gave a number: one that a single name of the
// record stands for, whatever the documents that pass it on.
func (r *record) numbers(random *rand.Rand) func() (Question, bool) {
	all, named := r.collectNumbers()
	left := shuffled(random, all, func(n *number) bool { return r.hasOneSpeaker(n) })
	return func() (Question, bool) {
		for len(left) > 0 {
			n := left[0]
			left = left[1:]
			wrong := shuffled(random, named, func(s speaker) bool { return !s.resembles(n.by) && !gave(all, s, n.low) })
			wrong = wrong[:min(wrongNames, len(wrong))]
			if len(wrong) >= fewestNames {
				return r.whoSaid(random, n, wrong), true
			}
		}
		return Question{}, false
	}
}

// collectNumbers gathers the numbers of the record, and the names that stand
// for any.
func (r *record) collectNumbers() (all []*number, named []speaker) {
	type value struct {
		measure string
		low     float64
	}
	byValue := map[value]*number{}
	for _, f := range r.figures {
		if s := r.names.speakerOf(f.AttributedTo); s.named && !slices.ContainsFunc(named, s.resembles) {
			named = append(named, s)
		}
		if f.Low == nil || r.measures[f.Measure] == nil || r.sources[f.Source] == nil {
			continue
		}
		key := value{f.Measure, *f.Low}
		if byValue[key] == nil {
			byValue[key] = &number{measure: f.Measure, low: *f.Low}
			all = append(all, byValue[key])
		}
		byValue[key].figures = append(byValue[key].figures, f)
	}
	for _, n := range all {
		n.by = r.names.speakerOf(n.figures[0].AttributedTo)
	}
	return all, named
}

// hasOneSpeaker tells whether every figure that gives a number names the same
// speaker.
func (r *record) hasOneSpeaker(n *number) bool {
	return n.by.named && !slices.ContainsFunc(n.figures, func(f *store.Figure) bool { return r.names.speakerOf(f.AttributedTo).name != n.by.name })
}

// gave tells whether a speaker, or one that cannot be told from it, stands for
// a number, whatever it counts.
func gave(all []*number, s speaker, low float64) bool {
	return slices.ContainsFunc(all, func(n *number) bool { return n.low == low && n.by.resembles(s) })
}

// whoSaid asks for the speaker of a number.
func (r *record) whoSaid(random *rand.Rand, n *number, wrong []speaker) Question {
	q := Question{Kind: WhoSaid, Figure: n.figures[0], Measure: r.measures[n.measure]}
	for _, s := range wrong {
		q.Choices = append(q.Choices, Choice{Name: s.name})
	}
	q.Right = []int{random.IntN(len(q.Choices) + 1)}
	q.Choices = slices.Insert(q.Choices, q.Right[0], Choice{Name: n.by.name})
	for _, f := range n.figures {
		q.Citations = append(q.Citations, Citation{Source: r.sources[f.Source], Paragraphs: []int{f.Paragraph}})
	}
	return q
}
