package record

import (
	"slices"
	"strconv"

	"qantar/store"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// Texts gives the paragraphs of a source's document, nil where it is not at
// hand. Paragraph n of the record is element n-1.
type Texts interface {
	Text(source string) []string
}

// SetTexts gives the panel the documents that the user has at hand.
func (n *Panel) SetTexts(t Texts) {
	n.texts = t
	n.rebuild()
}

// passage adds what the document says in a report's paragraphs, where it is at
// hand, and a way to read it in its place.
func (n *Panel) passage(r *store.Report, into *fyne.Container) {
	if n.texts == nil {
		return
	}
	text := n.texts.Text(r.Source)
	if text == nil {
		return
	}
	into.Add(newLink(n.words("read-document"), func() { n.showDocument(r, text) }))
}

// The size of the window in which a document is read, in pixels.
const (
	documentWidth  = 640
	documentHeight = 720
)

// showDocument opens a document in a window beside the event, at a report's
// first paragraph, all of the report's paragraphs marked.
func (n *Panel) showDocument(r *store.Report, text []string) fyne.Window {
	body := container.New(layout.NewCustomPaddedVBoxLayout(0))
	var first fyne.CanvasObject
	for i, paragraph := range text {
		marked := slices.Contains(r.Paragraphs, i+1)
		row := n.documentRow(i+1, paragraph, marked)
		if marked && first == nil {
			first = row
		}
		body.Add(row)
	}
	title := r.Source
	if s := n.p.Data().Source(r.Source); s != nil {
		title = s.Short.In(n.p.Lang()) + ": " + s.Title
	}
	scroll := container.NewVScroll(body)
	w := fyne.CurrentApp().NewWindow(title)
	w.SetContent(scroll)
	w.Resize(fyne.NewSize(documentWidth, documentHeight))
	w.Show()
	if first != nil {
		scroll.ScrollToOffset(fyne.NewPos(0, max(0, first.Position().Y-60)))
	}
	return w
}

func (n *Panel) documentRow(number int, text string, marked bool) fyne.CanvasObject {
	label := plainText(text, widget.MediumImportance)
	count := widget.NewLabelWithStyle(strconv.Itoa(number), fyne.TextAlignTrailing, fyne.TextStyle{Italic: true})
	count.Importance = widget.LowImportance
	row := container.NewBorder(nil, nil, count, nil, label)
	if !marked {
		return row
	}
	ground := canvas.NewRectangle(n.icons.style.Hover)
	ground.CornerRadius = 4
	return container.NewStack(ground, row)
}
