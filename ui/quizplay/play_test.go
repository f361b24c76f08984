package quizplay

import (
	"slices"
	"testing"

	"qantar/store/quiz"
)

// questions are two: one with a single right choice, one with an order of three.
func questions() []quiz.Question {
	return []quiz.Question{
		{Kind: quiz.Alone, Choices: make([]quiz.Choice, 3), Right: []int{2}},
		{Kind: quiz.Order, Choices: make([]quiz.Choice, 3), Right: []int{1, 2, 0}},
	}
}

func TestForwardAndBack(t *testing.T) {
	p := NewPlay(questions())
	type stand struct {
		at       int
		revealed bool
	}
	steps := []struct {
		do   func()
		want stand
	}{
		{func() {}, stand{0, false}},
		{p.Back, stand{0, false}},
		{p.Forward, stand{0, true}},
		{p.Forward, stand{1, false}},
		{p.Back, stand{0, true}},
		{p.Forward, stand{1, false}},
		{p.Forward, stand{1, true}},
		{p.Forward, stand{2, false}},
		{p.Forward, stand{2, false}},
		{p.Back, stand{1, true}},
		{p.Again, stand{0, false}},
	}
	for i, step := range steps {
		step.do()
		if got := (stand{p.At(), p.Revealed()}); got != step.want {
			t.Fatalf("step %d: %+v, want %+v", i, got, step.want)
		}
	}
	if right, answered := p.Score(); right != 0 || answered != 0 {
		t.Errorf("%d of %d without an answer", right, answered)
	}
}

func TestPick(t *testing.T) {
	tests := []struct {
		name            string
		picks           [][]int // by question
		right, answered int
	}{
		{"all right", [][]int{{2}, {1, 2, 0}}, 2, 2},
		{"one wrong", [][]int{{0}, {1, 2, 0}}, 1, 2},
		{"taken back", [][]int{{2}, {0, 0, 1, 2, 0}}, 2, 2},
		{"taken back with what followed", [][]int{{2}, {1, 0, 1, 1, 2, 0}}, 2, 2},
		{"in the wrong order", [][]int{{2}, {1, 0, 2}}, 1, 2},
		{"not picked to the end", [][]int{{2}, {1, 2}}, 1, 1},
		{"out of range", [][]int{{-1, 3, 2}, {}}, 1, 1},
		{"after the answer", [][]int{{0, 2}, {}}, 0, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := NewPlay(questions())
			for _, picks := range tt.picks {
				for _, choice := range picks {
					p.Pick(choice)
				}
				if full := len(p.Picked()) == len(p.Question().Right); full != p.Revealed() {
					t.Errorf("picked %v, revealed %v", p.Picked(), p.Revealed())
				}
				if p.Correct() != slices.Equal(p.Picked(), p.Question().Right) {
					t.Error("Correct is wrong")
				}
				for at := p.At(); p.At() == at; {
					p.Forward()
				}
			}
			if right, answered := p.Score(); right != tt.right || answered != tt.answered {
				t.Errorf("%d of %d, want %d of %d", right, answered, tt.right, tt.answered)
			}
			if p.Pick(0); !p.Ended() || p.Question() != nil || p.Picked() != nil || p.Correct() {
				t.Error("something is left at the end")
			}
		})
	}
}
