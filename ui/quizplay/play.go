package quizplay

import (
	"slices"

	"qantar/store/quiz"
)

// Play is a quiz under way: which question is put, whether its answer is
// revealed, and what was picked. Past the last question is the end, where the
// score stands.
type Play struct {
	questions []quiz.Question
	rounds    []round
	at        int
}

// round is what has been done with one question.
type round struct {
	picked   []int
	revealed bool
}

// NewPlay begins a quiz with its first question.
func NewPlay(questions []quiz.Question) *Play {
	return &Play{questions: questions, rounds: make([]round, len(questions))}
}

// Len is the number of questions.
func (p *Play) Len() int { return len(p.questions) }

// At is the question that is put, counted from 0; Len at the end.
func (p *Play) At() int { return p.at }

// Ended tells whether the last question is over.
func (p *Play) Ended() bool { return p.at >= len(p.questions) }

// Question is the one that is put, or nil at the end.
func (p *Play) Question() *quiz.Question {
	if p.Ended() {
		return nil
	}
	return &p.questions[p.at]
}

// Revealed tells whether the answer is shown.
func (p *Play) Revealed() bool { return !p.Ended() && p.rounds[p.at].revealed }

// Picked are the choices picked of the question that is put, in their order.
func (p *Play) Picked() []int {
	if p.Ended() {
		return nil
	}
	return p.rounds[p.at].picked
}

// Forward reveals the answer, and goes to the next question once it is: what a
// clicker's one key does.
func (p *Play) Forward() {
	switch {
	case p.Ended():
	case !p.rounds[p.at].revealed:
		p.rounds[p.at].revealed = true
	default:
		p.at++
	}
}

// Back goes to the question before, as it was left.
func (p *Play) Back() { p.at = max(0, p.at-1) }

// Again begins anew, with nothing picked.
func (p *Play) Again() { p.at, p.rounds = 0, make([]round, len(p.questions)) }

// Pick picks a choice, or takes back one that was, and all that were after it.
// With as many as the answer has the answer is revealed; then nothing more can
// be picked.
func (p *Play) Pick(choice int) {
	if p.Ended() || p.rounds[p.at].revealed || choice < 0 || choice >= len(p.questions[p.at].Choices) {
		return
	}
	r := &p.rounds[p.at]
	if i := slices.Index(r.picked, choice); i >= 0 {
		r.picked = r.picked[:i]
		return
	}
	r.picked = append(r.picked, choice)
	r.revealed = len(r.picked) == len(p.questions[p.at].Right)
}

// Correct tells whether what was picked of the question that is put is its
// answer.
func (p *Play) Correct() bool {
	return !p.Ended() && p.questions[p.at].Correct(p.rounds[p.at].picked)
}

// Score is how many questions were answered by picking, and how many of them
// rightly.
func (p *Play) Score() (right, answered int) {
	for i := range p.rounds {
		if len(p.rounds[i].picked) == len(p.questions[i].Right) {
			answered++
			if p.questions[i].Correct(p.rounds[i].picked) {
				right++
			}
		}
	}
	return right, answered
}
