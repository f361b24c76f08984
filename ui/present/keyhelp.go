package present

import (
	"qantar/ui/present/talk"

	"fyne.io/fyne/v2"
)

// writeKeys writes the list of keys amid a screen of some size.
func (s *Show) writeKeys(on *sheet, screen fyne.Size) {
	style := s.parts.Style
	on.ground.FillColor, on.ground.StrokeColor = style.Paper, style.Accent
	size := max(16, screen.Height*0.022)
	all := []paragraph{{text: s.word("present-keys"), size: size * 1.3, bold: true, color: style.Ink}}
	for _, b := range talk.Bindings {
		all = append(all, paragraph{text: b.Shown + " – " + s.word(b.Words), size: size, color: style.Ink, above: size * 0.25})
	}
	all = append(all, paragraph{text: "Ctrl + −  – " + s.word("present-key-size"), size: size, color: style.Ink, above: size * 0.25})
	width := min(screen.Width*0.9, size*38)
	box := on.write(all, width, screen.Height*0.94, size, 0.6)
	on.Box.Move(fyne.NewPos((screen.Width-box.Width)/2, (screen.Height-box.Height)/2))
	on.Box.Refresh()
}
