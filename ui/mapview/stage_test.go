package mapview

import (
	"testing"

	"qantar/ui/scene"

	"fyne.io/fyne/v2"
)

func TestMapForAnAudience(t *testing.T) {
	v, _ := shown(t)
	scale := v.picture.Scale
	v.Enlarge(2)
	if v.picture.Scale != 2*scale {
		t.Errorf("marks are drawn at %v, before at %v", v.picture.Scale, scale)
	}
	credit := v.over.credit.Position().Y
	v.KeepClear(scene.Insets{Bottom: 100})
	if got := v.over.credit.Position().Y; got != credit-100 {
		t.Errorf("the credit stands at %v under what lies over the foot, before at %v", got, credit)
	}
	v.ShowControls(false)
	if v.over.buttons.Visible() {
		t.Error("the buttons are in sight")
	}
	for _, e := range v.over.edges {
		if e.Visible() {
			t.Error("what lies outside is still counted")
		}
	}
	if v.ShowControls(true); !v.over.buttons.Visible() {
		t.Error("the buttons do not come back")
	}
}

// TestEnlargedMarksAreHitWhereTheyAre clicks on each mark of a map whose marks
// are larger than usual.
func TestEnlargedMarksAreHitWhereTheyAre(t *testing.T) {
	v, _ := shown(t)
	v.Enlarge(1.7)
	hit := 0
	for k, g := range v.picture.Groups {
		at := v.p.View().ToScreen(g.Spot)
		if at[0] < 0 || at[1] < 0 || at[0] > v.p.View().Width || at[1] > v.p.View().Height {
			continue
		}
		hit++
		if got := v.markAt(fyne.NewPos(float32(at[0]), float32(at[1]))); got != k {
			t.Errorf("at mark %d there is mark %d", k, got)
		}
	}
	if hit == 0 {
		t.Error("no mark is in sight")
	}
}
