package storyview

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// tell writes out a scene or story that can only be read.
func (f *form) tell() {
	e, lang := f.v.opts.Editor, f.v.opts.Presenter.Lang()
	s := e.Scene()
	if s == nil {
		f.body.Add(plain(e.Opened().Summary.In(lang), widget.MediumImportance))
		return
	}
	f.body.Add(heading(s.Caption.In(lang)))
	if !s.Notes.IsZero() {
		f.body.Add(plain(s.Notes.In(lang), widget.MediumImportance))
	}
	if len(s.Questions) > 0 {
		f.body.Add(heading(f.v.word("story-questions")))
	}
	for i, question := range s.Questions {
		f.body.Add(plain(strconv.Itoa(i+1)+". "+question.In(lang), widget.MediumImportance))
	}
	if len(s.Highlights) > 0 {
		f.body.Add(heading(f.v.word("story-highlights")))
	}
	for _, id := range s.Highlights {
		f.body.Add(plain(f.v.eventTitle(id), widget.MediumImportance))
	}
}

func heading(text string) *widget.Label {
	label := plain(text, widget.MediumImportance)
	label.TextStyle.Bold = true
	return label
}

func plain(text string, importance widget.Importance) *widget.Label {
	label := widget.NewLabel(text)
	label.Wrapping, label.Importance = fyne.TextWrapWord, importance
	return label
}
