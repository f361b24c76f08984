package storyview

import (
	"strings"

	"qantar/store"
	"qantar/ui/story"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// form is what can be written of the scene that is open, or of the story as a
// whole; of a story of the collection, what is written there.
type form struct {
	v      *View
	box    *container.Scroll
	body   *fyne.Container
	fields []*field
	stay   *stayField     // nil: there is none
	speak  *widget.Button // of the selected event too; nil: there is none
	shows  shows
}

// shows is what decides which fields there are.
type shows struct {
	story     string
	own       bool
	scene     int
	id        string // of the scene
	questions int
	spoken    string // the ids of the events that it speaks of
	lang      store.Lang
	lacks     string
}

func newForm(v *View) *form {
	f := &form{v: v, body: container.New(layout.NewCustomPaddedVBoxLayout(0))}
	f.box = container.NewVScroll(container.NewPadded(f.body))
	return f
}

// refresh shows what is open: with new fields where it must, else with the old
// ones, in one of which the user may be writing.
func (f *form) refresh() {
	now := f.now()
	if now != f.shows {
		before := f.shows
		f.shows = now
		f.rebuild()
		if before.story == now.story && before.id == now.id && before.spoken != now.spoken {
			f.v.highlight()
		}
		if before.story != now.story || before.scene != now.scene {
			f.box.ScrollToTop()
		}
		return
	}
	for _, field := range f.fields {
		field.refresh()
	}
	if f.stay != nil {
		f.stay.refresh()
	}
}

func (f *form) now() shows {
	e := f.v.opts.Editor
	now := shows{story: e.Opened().ID, own: e.CanEdit(), scene: e.At().Scene, lang: f.v.opts.Presenter.Lang()}
	if s := e.Scene(); s != nil {
		now.id, now.questions, now.spoken = s.ID, len(s.Questions), strings.Join(s.Highlights, " ")
		now.lacks = strings.Join(f.v.opts.Lacks.Of(s), ", ")
	}
	return now
}

func (f *form) rebuild() {
	f.body.RemoveAll()
	f.fields, f.stay, f.speak = nil, nil, nil
	if f.shows.lacks != "" {
		f.body.Add(plain(f.v.word("story-lacks", "ids", f.shows.lacks), widget.WarningImportance))
	}
	switch {
	case !f.shows.own:
		f.tell()
	case f.shows.scene < 0:
		f.addField("story-title", story.Title, 1)
		f.addField("story-summary", story.Summary, 3)
		f.body.Add(f.deleteStory())
	default:
		f.body.Add(f.tools())
		f.addField("story-caption", story.Caption, 2)
		f.addField("story-notes", story.Notes, 5)
		f.addQuestions()
		f.addHighlights()
		f.addStay()
	}
	f.body.Refresh()
}

// focus goes to the first field.
func (f *form) focus() {
	if len(f.fields) > 0 {
		f.v.focus(f.fields[0])
	}
}

// tools are what can be done with the scene that is open.
func (f *form) tools() fyne.CanvasObject {
	v := f.v
	return container.NewHBox(
		newButton(v, theme.MediaPhotoIcon(), "story-update-scene", v.UpdateScene),
		newButton(v, theme.ContentCopyIcon(), "story-duplicate-scene", v.DuplicateScene),
		newButton(v, theme.MoveUpIcon(), "story-move-up", func() { v.MoveScene(-1) }),
		newButton(v, theme.MoveDownIcon(), "story-move-down", func() { v.MoveScene(1) }),
		layout.NewSpacer(),
		newButton(v, theme.DeleteIcon(), "story-delete-scene", v.DeleteScene))
}

func (f *form) deleteStory() fyne.CanvasObject {
	b := widget.NewButtonWithIcon(f.v.word("story-delete"), theme.DeleteIcon(), f.v.DeleteStory)
	b.Importance = widget.LowImportance
	return container.NewHBox(b)
}

// addField adds a field under its name and count.
func (f *form) addField(key string, text story.Field, lines int) {
	left := widget.NewLabel("")
	left.Importance = widget.LowImportance
	f.body.Add(container.NewBorder(nil, nil, nil, left, heading(f.v.word(key))))
	f.add(newField(f.v, text, 0, lines, left))
}

func (f *form) add(field *field) {
	f.body.Add(f.scrolling(field))
}

// scrolling is a field over which the wheel scrolls the form.
func (f *form) scrolling(field *field) fyne.CanvasObject {
	f.fields = append(f.fields, field)
	return container.NewStack(field, newWheel(f.box))
}

// reveal scrolls to a part of a field, given by its distance from the field's
// top and its height.
func (f *form) reveal(of fyne.CanvasObject, top, height float32) {
	driver := fyne.CurrentApp().Driver()
	top += driver.AbsolutePositionForObject(of).Y - driver.AbsolutePositionForObject(f.box).Y
	offset, room := f.box.Offset.Y, f.box.Size().Height
	switch {
	case top < edge:
		f.box.ScrollToOffset(fyne.NewPos(0, max(0, offset+top-edge)))
	case top+height > room-edge:
		f.box.ScrollToOffset(fyne.NewPos(0, offset+top+height-room+edge))
	}
}

// addQuestions adds a field for every question, and the way to another one.
func (f *form) addQuestions() {
	f.body.Add(heading(f.v.word("story-questions")))
	for i := range f.shows.questions {
		field := newField(f.v, story.Question, i, 2, nil)
		away := newButton(f.v, theme.DeleteIcon(), "story-delete-question", func() { f.v.opts.Editor.DeleteQuestion(i) })
		f.body.Add(container.NewBorder(nil, nil, nil, container.NewVBox(away), f.scrolling(field)))
	}
	more := widget.NewButtonWithIcon(f.v.word("story-add-question"), theme.ContentAddIcon(), f.addQuestion)
	more.Importance = widget.LowImportance
	if f.shows.questions >= store.MaxQuestions {
		more.Disable()
	}
	f.body.Add(container.NewHBox(more))
}

// addQuestion adds a question and goes to its field.
func (f *form) addQuestion() {
	f.v.opts.Editor.AddQuestion()
	f.v.focus(f.fields[len(f.fields)-1])
}

func (f *form) addStay() {
	f.stay = newStayField(f.v)
	name := widget.NewLabelWithStyle(f.v.word("story-stay"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	f.body.Add(container.NewBorder(nil, nil, name, nil, f.stay))
}
