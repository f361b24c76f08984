package paint

import (
	"image"
	"math"
)

// obstacle is what a callout should not cover, and how bad it would be.
type obstacle struct {
	box   box
	worth float32
}

// How bad it is to cover things, by the share of the callout that does, and to
// stand far away, in pixels at scale 1.
const (
	overOther   = 40
	overRing    = 25
	overMark    = 3
	outsideFree = 60
	overName    = 5
	fromArea    = 0.15 // of that, for what stands on an area: the area's own name says less
	leastTouch  = 0.12 // that touching a thing counts as, beyond the share
	farAway     = 0.006
)

// gather notes what stands in the way of every callout: marks, and the rings of
// all callouts.
func (k *callouts) gather(s *MapScene) {
	k.busy = append(k.busy[:0], obstacle{boxOf(s.Covered), outsideFree})
	for i := range s.Marks {
		at, r := s.position(&s.Marks[i]), s.Marks[i].Radius*s.Scale
		k.busy = append(k.busy, obstacle{squareOn(at, r), overMark})
	}
	for i := range s.Callouts {
		if c := &s.Callouts[i]; c.Radius > 0 {
			at := s.View.ToScreen(c.At)
			k.busy = append(k.busy, obstacle{squareOn(pt{float32(at[0]), float32(at[1])}, (c.Radius+emphasisGap)*s.Scale), overRing})
		}
	}
}

// gatherNames notes where names stand.
func (k *callouts) gatherNames(s *MapScene, r image.Rectangle, labels *labels) {
	k.lenses = lensesOn(k.lenses[:0], s, r)
	whole := boxOf(r)
	k.text = k.text[:0]
	for i := range labels.placed {
		l := &labels.placed[i]
		for j := range k.lenses {
			if b := l.box.add(k.lenses[j].at(narrow(l.world))); common(b, whole) > 0 {
				k.text = append(k.text, b)
			}
		}
	}
}

func squareOn(at pt, r float32) box { return box{at.x - r, at.y - r, at.x + r, at.y + r} }

func boxOf(r image.Rectangle) box {
	return box{float32(r.Min.X), float32(r.Min.Y), float32(r.Max.X), float32(r.Max.Y)}
}

// Where a callout may stand around its mark: in these many directions, at these
// distances in pixels at scale 1.
const directions = 16

// goodEnough is how bad a place may be so that no other one is looked for.
const goodEnough = 0.15

var distances = [...]float32{8, 26, 56, 100, 160}

// seat finds the best place for a callout's titles.
func (k *callouts) seat(c *called, scale float32, free image.Rectangle) {
	width, height := k.size(c.titles, scale)
	best := float32(math.Inf(1))
	name := float32(overName)
	if c.ring == 0 {
		name *= fromArea
	}
	try := func(b box, further float32) {
		if cost := k.cost(b, free, name) + further; cost < best {
			best = cost
			c.box = image.Rect(nearest(b.x0), nearest(b.y0), nearest(b.x0+width+0.5), nearest(b.y0+height+0.5))
		}
	}
	if c.ring == 0 {
		try(box{c.at.x - width/2, c.at.y - height/2, c.at.x + width/2, c.at.y + height/2}, 0)
	}
	for _, d := range distances {
		for i := range directions {
			if best < goodEnough {
				return
			}
			further := d * farAway
			if i != 0 {
				further += 0.02 // to the right, where nothing speaks against it
			}
			try(aside(c.at, c.ring+d*scale, i, width, height), further)
		}
	}
}

// aside is a box of some size with its nearest point at a distance from a
// point, in the i-th direction clockwise from the right.
func aside(at pt, distance float32, i int, width, height float32) box {
	sin, cos := math.Sincos(2 * math.Pi * float64(i) / directions)
	x, y := at.x+distance*float32(cos), at.y+distance*float32(sin)
	lean := func(v float64) float32 { return float32(max(-1, min(1, 1.5*v))) }
	x += width / 2 * (lean(cos) - 1)
	y += height / 2 * (lean(sin) - 1)
	return box{x, y, x + width, y + height}
}

// cost is how bad it would be to stand in a box, where it is so bad to cover a
// name.
func (k *callouts) cost(b box, free image.Rectangle, name float32) float32 {
	area := (b.x1 - b.x0) * (b.y1 - b.y0)
	cost := outsideFree * (1 - common(b, boxOf(free))/area)
	for i := range k.busy {
		o := &k.busy[i]
		if c := common(b, o.box); c > 0 {
			cost += o.worth * (leastTouch + c/area)
		}
	}
	for _, t := range k.text {
		if c := common(b, t); c > 0 {
			cost += name * (leastTouch + c/area)
		}
	}
	return cost
}

// common is the area that two boxes have in common.
func common(a, b box) float32 {
	w, h := min(a.x1, b.x1)-max(a.x0, b.x0), min(a.y1, b.y1)-max(a.y0, b.y0)
	if w <= 0 || h <= 0 {
		return 0
	}
	return w * h
}
