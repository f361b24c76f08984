// Package talk is a talk as it is given: which slide is shown, what lies over
// it, what is drawn on it, how long it has taken. It knows no window.
package talk

import "qantar/store"

// Kind is a sort of slide.
type Kind uint8

// The sorts of slides.
const (
	Opening Kind = iota // the story's title
	Scene               // a scene of the story on the map
	Own                 // something else, made by another part of the program
	Closing             // the sources
)

// Slide is one step of a talk.
type Slide struct {
	Kind  Kind
	Scene *store.Scene // of a scene, else nil
	Own   Named        // of a slide made elsewhere, else nil
}

// Named is what a talk knows of a slide made elsewhere.
type Named interface {
	// Name is what the list of slides calls it.
	Name(lang store.Lang) string
}

// Deck is the slides of a talk, in order.
type Deck struct {
	Title   store.Text
	Summary store.Text
	Slides  []Slide
}

// Of returns the deck of a story: its title, its scenes, its sources.
func Of(story *store.Story) Deck {
	d := Deck{Title: story.Title, Summary: story.Summary, Slides: []Slide{{Kind: Opening}}}
	for i := range story.Scenes {
		d.Slides = append(d.Slides, Slide{Kind: Scene, Scene: &story.Scenes[i]})
	}
	d.Slides = append(d.Slides, Slide{Kind: Closing})
	return d
}

// Counts tells whether a slide has a number of its own.
func (s *Slide) Counts() bool { return s.Kind == Scene || s.Kind == Own }

// Number is which of the counted slides slide i is, from 1; 0 for those that
// are not counted.
func (d *Deck) Number(i int) int {
	if !d.Slides[i].Counts() {
		return 0
	}
	n := 0
	for k := range d.Slides[:i+1] {
		if d.Slides[k].Counts() {
			n++
		}
	}
	return n
}

// Numbers is how many slides are counted.
func (d *Deck) Numbers() int {
	n := 0
	for i := range d.Slides {
		if d.Slides[i].Counts() {
			n++
		}
	}
	return n
}

// Find is the slide with a number: the opening for less than 1, the last slide
// for one that is too large.
func (d *Deck) Find(number int) int {
	if number < 1 {
		return 0
	}
	for i := range d.Slides {
		if d.Number(i) == number {
			return i
		}
	}
	return len(d.Slides) - 1
}
