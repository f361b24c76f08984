package paint

import (
	"sync"
	"sync/atomic"
	"time"

	"qantar/geo"
	maptiles "qantar/geo/tiles"
)

// OverOpacity is a good opacity for tiles that lie over the basemap.
const OverOpacity = 0.65

// TileOptions say how a set of tiles is drawn.
type TileOptions struct {
	Over    bool    // over the basemap, under the marks; else in the basemap's place
	Opacity float64 // 0 to 1, of a set that lies over the basemap

	// AtOnce has tiles read while they are painted, for pictures that are made
	// only once. Otherwise they are read beside, and what is there is painted.
	AtOnce bool
	// Loaded is called when more can be painted, on a goroutine of its own.
	Loaded func()
	// Failed is called with the first tile that cannot be read, and never again.
	Failed func(error)
}

// TileLayer is a user's own set of tiles as part of the map. It reads tiles on
// a goroutine of its own, and keeps as many as keptTileBytes allows. It may be
// used from several goroutines.
type TileLayer struct {
	source  maptiles.Source
	meta    maptiles.Meta
	options TileOptions
	version atomic.Uint64 // changes when more can be painted
	fail    sync.Once

	mu      sync.Mutex
	kept    tileCache
	side    int           // pixels that a raster tile measures, as far as is known
	wanted  []maptiles.ID // to be read, the most urgent first
	reading bool          // a goroutine is reading
	closed  bool
	told    time.Time // when Loaded was called last
}

// NewTileLayer returns a layer of a source, which it closes when it is closed.
func NewTileLayer(source maptiles.Source, o TileOptions) *TileLayer {
	return &TileLayer{source: source, meta: source.Meta(), options: o, side: geo.TileSize, kept: newTileCache(keptTileBytes)}
}

// Close stops reading and closes the source. What was read may still be
// painted.
func (l *TileLayer) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.wanted = nil
	if l.closed || l.reading {
		l.closed = true // the reader closes the source when it ends
		return nil
	}
	l.closed = true
	return l.source.Close()
}

// generation tells one state of a layer from another.
func (l *TileLayer) generation() uint64 {
	if l == nil {
		return 0
	}
	return l.version.Load()
}

// find returns what there is to draw for a tile: itself, or, where the set has
// none or it is not read yet, the nearest above it. A tile that is still to be
// read is added to missing. It is to be called with mu held.
func (l *TileLayer) find(id maptiles.ID, missing *[]maptiles.ID) (found *tile, settled bool) {
	settled = true
	for at := id; ; at = at.Up(1) {
		switch t := l.kept.get(at); {
		case t != nil && !t.empty():
			return t, settled
		case t == nil && settled:
			settled = false
			*missing = append(*missing, at)
		}
		if at.Z <= l.meta.MinZoom {
			return nil, settled
		}
	}
}

// want has tiles read, those asked for before no longer. It is to be called
// with mu held.
func (l *TileLayer) want(ids []maptiles.ID) {
	if l.closed {
		return
	}
	l.wanted = append(l.wanted[:0], ids...)
	if len(ids) > 0 && !l.reading {
		l.reading = true
		l.told = time.Now()
		go l.read()
	}
}

// patience is how long tiles are gathered before the map is painted anew.
const patience = 150 * time.Millisecond

// read reads what is wanted until there is nothing left.
func (l *TileLayer) read() {
	for {
		id, ok := l.next()
		if !ok {
			return
		}
		l.load(id)
		l.mu.Lock()
		due := len(l.wanted) == 0 || time.Since(l.told) > patience
		if due {
			l.told = time.Now()
		}
		l.mu.Unlock()
		if due {
			l.version.Add(1)
			if l.options.Loaded != nil {
				l.options.Loaded()
			}
		}
	}
}

// next takes the most urgent tile, or ends the reading.
func (l *TileLayer) next() (maptiles.ID, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.wanted) > 0 {
		id := l.wanted[0]
		l.wanted = l.wanted[1:]
		return id, true
	}
	l.reading = false
	if l.closed {
		if err := l.source.Close(); err != nil {
			l.failed(err)
		}
	}
	return maptiles.ID{}, false
}

// load reads and decodes a tile and keeps it. One that cannot be read is kept
// as an empty one, so that it is not tried again and again.
func (l *TileLayer) load(id maptiles.ID) {
	t, err := readTile(l.source, &l.meta, id)
	if err != nil {
		l.failed(err)
		t = &tile{}
	}
	t.id = id
	l.mu.Lock()
	defer l.mu.Unlock()
	if t.picture != nil {
		l.side = t.picture.Rect.Dx()
	}
	l.kept.put(t)
}

func (l *TileLayer) failed(err error) {
	l.fail.Do(func() {
		if l.options.Failed != nil {
			l.options.Failed(err)
		}
	})
}
