package paint

import (
	"image"
	"math"
	"math/bits"
)

// imprint is what is drawn of one mark, or the halo under it, worked out for a
// picture. Imprints alike in rect and id look alike.
type imprint struct {
	rect image.Rectangle // that holds it, in device pixels
	id   uint64          // of what it looks like and where it is
	mark int             // index into the scene's marks
	halo bool            // of the mark: under all marks
	spot spot
}

// imprints appends the imprints of a scene's marks that meet a picture, in the order
// in which they are drawn.
func imprints(prints []imprint, s *MapScene, r image.Rectangle) []imprint {
	for i := range s.Marks {
		if mark := &s.Marks[i]; mark.Halo > 0 && (mark.Selected || mark.Hovered) {
			prints = append(prints, s.haloImprint(i))
		}
	}
	for i := range s.Marks {
		prints = append(prints, s.markImprint(i))
	}
	met := prints[:0]
	for i := range prints {
		if prints[i].rect = prints[i].rect.Intersect(r); !prints[i].rect.Empty() {
			met = append(met, prints[i])
		}
	}
	return met
}

// haloImprint is the circle within which an event lies. Where it is smaller than
// the mark or larger than the picture there is nothing of it.
func (s *MapScene) haloImprint(i int) imprint {
	mark := &s.Marks[i]
	r := s.haloRadius(mark)
	if r < (mark.Radius+3)*s.Scale || r > float32(s.View.Width+s.View.Height) {
		return imprint{}
	}
	at := s.foot(mark)
	return imprint{around(at.point(), r), mixed(uint64(math.Float32bits(r)), at.id()), i, true, at}
}

func (s *MapScene) markImprint(i int) imprint {
	mark := &s.Marks[i]
	at := spotAt(s.position(mark))
	r := mark.Radius * s.Scale
	box := reach(widest*r + (symbolRim+ringRim)*s.Scale)
	if mark.Selected || mark.Hovered {
		box = reach(largerSymbol*r + (emphasisGap+emphasisRim)*s.Scale)
	}
	if mark.Count > 1 {
		box = box.Union(reach(6 * s.Scale * float32(decimals(mark.Count))))
	}
	box = box.Add(at.at)
	id := mixed(mark.look(), at.id())
	if mark.Offset != [2]float32{} {
		foot := s.foot(mark)
		id = mixed(id, foot.id())
		box = box.Union(around(foot.point(), legWidth*s.Scale))
	}
	return imprint{box, id, i, false, at}
}

// decimals is how many letters a number is written with.
func decimals(n int) int {
	n, letter := round(n)
	d := 1 + min(letter, 1)
	for ; n >= 10; n /= 10 {
		d++
	}
	return d
}

// id tells spots apart.
func (s spot) id() uint64 {
	return uint64(uint32(s.at.X))<<34 ^ uint64(uint32(s.at.Y))<<4 ^ uint64(s.phase[0])<<2 ^ uint64(s.phase[1])
}

// look tells marks apart that look different.
func (k *Mark) look() uint64 {
	flags := uint64(0)
	for bit, on := range [...]bool{k.Hollow, k.Selected, k.Hovered} {
		if on {
			flags |= 1 << bit
		}
	}
	id := mixed(uint64(pack(k.Color))<<32|uint64(math.Float32bits(k.Radius)), uint64(fading(k.Opacity)*fadings)<<3|flags)
	for i := range len(k.Shape) {
		id = id*31 + uint64(k.Shape[i])
	}
	id = mixed(id, uint64(k.Count))
	for _, slice := range k.Slices {
		id = mixed(id, uint64(pack(slice.Color))<<32^uint64(slice.Count))
	}
	return id
}

// mixed is a number of a and b that no other two are likely to give: a round of
// Wang's wyhash, "wyhash final version 4" (2020).
func mixed(a, b uint64) uint64 {
	high, low := bits.Mul64(a^0xa0761d6478bd642f, b^0xe7037ed1a0b428db)
	return high ^ low
}
