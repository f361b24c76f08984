package paint

// bands lists the imprints that meet each band of a picture, in their order.
type bands struct {
	starts []int32 // by band, and one more: where its list begins
	lists  []int32
}

const bandHeight = bandTiles * tileSize

// sort lists imprints, whose rectangles lie in the picture, by band.
func (b *bands) sort(prints []imprint, tileRows int) {
	n := (tileRows + bandTiles - 1) / bandTiles
	b.starts = grown(b.starts, n+2)
	clear(b.starts)
	total := 0
	for i := range prints {
		first, last := prints[i].bands()
		for k := first; k <= last; k++ {
			b.starts[k+2]++
			total++
		}
	}
	for k := 2; k < len(b.starts); k++ {
		b.starts[k] += b.starts[k-1]
	}
	b.lists = grown(b.lists, total)
	for i := range prints {
		first, last := prints[i].bands()
		for k := first; k <= last; k++ {
			b.lists[b.starts[k+1]] = int32(i)
			b.starts[k+1]++
		}
	}
}

// bands are the first and the last band that an imprint meets.
func (k *imprint) bands() (first, last int) {
	return k.rect.Min.Y / bandHeight, (k.rect.Max.Y - 1) / bandHeight
}

func (b *bands) count() int { return len(b.starts) - 2 }

func (b *bands) of(band int) []int32 { return b.lists[b.starts[band]:b.starts[band+1]] }
