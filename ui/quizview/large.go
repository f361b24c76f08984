package quizview

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// large is the app's theme with larger letters and room to match.
type large struct{ factor float32 }

// The size of a view, in pixels, at which its letters have the size of the
// app's.
const (
	plainWidth  = 720
	plainHeight = 520
)

// factorFor is by how much letters are larger in a view of some size, in steps
// of a tenth, so that a window being resized is not set anew at every pixel.
func factorFor(size fyne.Size) float32 {
	factor := math.Min(float64(size.Width)/plainWidth, float64(size.Height)/plainHeight)
	return float32(math.Round(10*math.Max(0.8, math.Min(4, factor))) / 10)
}

func base() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Color implements fyne.Theme.
func (large) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	return base().Color(name, variant)
}

// Font implements fyne.Theme.
func (large) Font(style fyne.TextStyle) fyne.Resource { return base().Font(style) }

// Icon implements fyne.Theme.
func (large) Icon(name fyne.ThemeIconName) fyne.Resource { return base().Icon(name) }

// fixed are the sizes that stay as they are.
var fixed = map[fyne.ThemeSizeName]bool{
	theme.SizeNameScrollBar: true, theme.SizeNameScrollBarSmall: true, theme.SizeNameSeparatorThickness: true, theme.SizeNameInputBorder: true,
}

// Size implements fyne.Theme.
func (l large) Size(name fyne.ThemeSizeName) float32 {
	if fixed[name] {
		return base().Size(name)
	}
	return base().Size(name) * l.factor
}
