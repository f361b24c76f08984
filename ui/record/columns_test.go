package record

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func TestColumns(t *testing.T) {
	test.NewTempApp(t)
	for _, tt := range []struct {
		name    string
		width   float32
		cards   int
		columns int
	}{
		{"narrow", 320, 3, 1},
		{"two beside each other", 2*cardWidth + 10, 3, 2},
		{"never more columns than cards", 4 * cardWidth, 2, 2},
		{"no width yet", 0, 2, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			box := container.New(&columns{})
			for range tt.cards {
				card := widget.NewLabel("What one source says, at some length, so that it has to wrap in its column.")
				card.Wrapping = fyne.TextWrapWord
				box.Add(card)
			}
			box.Resize(fyne.NewSize(tt.width, 10))
			beside := 0
			for i, o := range box.Objects {
				if o.Position().Y == box.Objects[0].Position().Y {
					beside++
				}
				if o.Position().X+o.Size().Width > tt.width+0.5 && tt.width > 0 {
					t.Errorf("card %d reaches out of the panel", i)
				}
				for _, other := range box.Objects[:i] {
					if overlap(o, other) {
						t.Errorf("card %d lies on another", i)
					}
				}
			}
			if beside != tt.columns {
				t.Errorf("%d cards stand beside each other, want %d", beside, tt.columns)
			}
		})
	}
}

func overlap(a, b fyne.CanvasObject) bool {
	p, q, s, u := a.Position(), b.Position(), a.Size(), b.Size()
	return p.X < q.X+u.Width-0.5 && q.X < p.X+s.Width-0.5 && p.Y < q.Y+u.Height-0.5 && q.Y < p.Y+s.Height-0.5
}
