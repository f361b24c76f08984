package paint

import (
	"container/list"

	maptiles "qantar/geo/tiles"
)

// keptTileBytes bounds the memory that decoded tiles take: those of a picture
// of 4K and some around it.
const keptTileBytes = 128 << 20

// tileCache keeps the tiles used last, but those of the last two pictures in
// any case: else a picture larger than the bound would never be complete.
type tileCache struct {
	limit, bytes int
	picture      uint64 // counts the pictures painted
	byID         map[maptiles.ID]*list.Element
	order        *list.List // of *tile, the one used last in front
}

func newTileCache(limit int) tileCache {
	return tileCache{limit: limit, byID: map[maptiles.ID]*list.Element{}, order: list.New()}
}

// get returns a tile, nil where it is not kept.
func (c *tileCache) get(id maptiles.ID) *tile {
	e, ok := c.byID[id]
	if !ok {
		return nil
	}
	c.order.MoveToFront(e)
	t := e.Value.(*tile)
	t.used = c.picture
	return t
}

func (c *tileCache) put(t *tile) {
	if old, ok := c.byID[t.id]; ok {
		c.drop(old)
	}
	t.used = c.picture
	c.byID[t.id] = c.order.PushFront(t)
	c.bytes += t.size()
	for e := c.order.Back(); e != nil && c.bytes > c.limit && e.Value.(*tile).used+1 < c.picture; e = c.order.Back() {
		c.drop(e)
	}
}

func (c *tileCache) drop(e *list.Element) {
	t := e.Value.(*tile)
	c.order.Remove(e)
	delete(c.byID, t.id)
	c.bytes -= t.size()
}
