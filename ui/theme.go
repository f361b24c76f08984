package ui

import (
	"image/color"

	"qantar/ui/paint"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// look is Fyne's theme in the colours of a style of the pictures, so that map,
// timeline and widgets are of one piece.
type look struct{ style *paint.Style }

// sizes are where the look differs from Fyne's own sizes, in pixels.
var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:           16,
	theme.SizeNameCaptionText:    16,
	theme.SizeNameSubHeadingText: 20,
	theme.SizeNameHeadingText:    26,
	theme.SizeNameInlineIcon:     20,
	theme.SizeNameScrollBar:      12,
	theme.SizeNameScrollBarSmall: 5,
	theme.SizeNameInnerPadding:   7,
}

// Color implements fyne.Theme.
func (l look) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	s := l.style
	switch name {
	case theme.ColorNameBackground, theme.ColorNameOverlayBackground, theme.ColorNameMenuBackground, theme.ColorNameHeaderBackground:
		return s.Paper
	case theme.ColorNameForeground:
		return s.Ink
	case theme.ColorNamePlaceHolder, theme.ColorNameDisabled:
		return s.InkSoft
	case theme.ColorNameButton, theme.ColorNameInputBackground, theme.ColorNameDisabledButton:
		return s.Card
	case theme.ColorNameSeparator, theme.ColorNameInputBorder:
		return s.Grid
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return s.Accent
	case theme.ColorNameForegroundOnPrimary:
		return s.OnAccent()
	case theme.ColorNameFocus, theme.ColorNameSelection, theme.ColorNameHover, theme.ColorNamePressed:
		return s.Hover
	}
	variant := theme.VariantLight
	if s.Dark {
		variant = theme.VariantDark
	}
	return theme.DefaultTheme().Color(name, variant)
}

// Font implements fyne.Theme.
func (look) Font(style fyne.TextStyle) fyne.Resource { return theme.DefaultTheme().Font(style) }

// Icon implements fyne.Theme.
func (look) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size implements fyne.Theme.
func (look) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := sizes[name]; ok {
		return size
	}
	return theme.DefaultTheme().Size(name)
}

// styleFor is the style that a saved theme name asks for; "" and unknown names
// follow the system.
func styleFor(name string, system fyne.ThemeVariant) *paint.Style {
	if s, ok := paint.Styles[name]; ok {
		return s
	}
	if system == theme.VariantDark {
		return &paint.Dark
	}
	return &paint.Light
}

// enlarged is the look with everything that is read so many times as large.
type enlarged struct {
	look
	times float32
}

// Size implements fyne.Theme.
func (e enlarged) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText, theme.SizeNameCaptionText, theme.SizeNameSubHeadingText, theme.SizeNameHeadingText, theme.SizeNameInlineIcon:
		return e.look.Size(name) * e.times
	}
	return e.look.Size(name)
}
