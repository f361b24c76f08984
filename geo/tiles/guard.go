package tiles

import (
	"encoding/binary"
	"fmt"
)

// What a vector tile may hold at most. A crowded city at zoom 14 has a tenth.
const (
	maxLayers   = 256
	maxFeatures = 200_000
	maxVertices = 500_000
	maxTags     = 1_000_000
	maxWords    = 200_000 // keys and values
	maxExtent   = 1 << 16
)

// The fields of a vector tile, https://github.com/mapbox/vector-tile-spec/tree/master/2.1.
const (
	tileLayer = 3

	layerName, layerFeature, layerKey, layerValue, layerExtent = 1, 2, 3, 4, 5

	featureTags, featureType, featureGeometry = 2, 3, 4

	layerTag = tileLayer<<3 | wireBytes
)

// guard reads a vector tile in the raw, before a decoder believes what it
// says, and copies what is sound.
type guard struct {
	out      []byte
	body     []byte // of a feature
	feat     []byte
	ints     []uint32
	features int
	vertices int
	tags     int
	words    int
}

// sound returns the layers of a vector tile that keep wants, without the
// features whose geometry makes no sense. A tile that is cut short, or holds
// more than the limits, is an error. The cost is one pass over the bytes.
func sound(data []byte, keep func(layer string) bool) ([]byte, error) {
	g := guard{}
	w := wire{rest: data}
	for layers := 0; w.next(); {
		if w.field != tileLayer {
			continue
		}
		if layers++; layers > maxLayers {
			return nil, fmt.Errorf("the vector tile has more than %d layers", maxLayers)
		}
		if err := g.layer(w.value, keep); err != nil {
			return nil, err
		}
	}
	return g.out, w.err
}

func (g *guard) layer(data []byte, keep func(string) bool) error {
	if !keep(nameOf(data)) {
		return nil
	}
	body := make([]byte, 0, len(data))
	w := wire{rest: data}
	for w.next() {
		field, err := g.layerField(&w)
		if err != nil {
			return err
		}
		body = append(body, field...)
	}
	g.out = appendField(g.out, layerTag, body)
	return w.err
}

func appendField(dst []byte, tag byte, body []byte) []byte {
	dst = binary.AppendUvarint(append(dst, tag), uint64(len(body)))
	return append(dst, body...)
}

// layerKinds are the wire types of a layer's fields, and featureKinds those of
// a feature's; a decoder that is given another would misread what follows.
var (
	layerKinds   = map[uint64]uint64{layerName: wireBytes, layerFeature: wireBytes, layerKey: wireBytes, layerValue: wireBytes, layerExtent: wireVarint}
	featureKinds = map[uint64]uint64{featureTags: wireBytes, featureType: wireVarint, featureGeometry: wireBytes}
)

// known tells whether a field is one of those listed; one of another wire type
// is an error.
func (w *wire) known(kinds map[uint64]uint64) (bool, error) {
	kind, listed := kinds[w.field]
	if listed && kind != w.kind {
		return false, errCut
	}
	return listed, nil
}

// layerField returns what is to be kept of a field of a layer.
func (g *guard) layerField(w *wire) ([]byte, error) {
	if listed, err := w.known(layerKinds); !listed {
		return nil, err
	}
	switch w.field {
	case layerFeature:
		return g.feature(w.value)
	case layerKey, layerValue:
		g.words++
		return w.raw, atMost(g.words, maxWords, "keys and values")
	case layerExtent:
		if w.uint < 1 || w.uint > maxExtent {
			return nil, fmt.Errorf("the vector tile is %d units wide, more than %d", w.uint, maxExtent)
		}
	}
	return w.raw, nil
}

// feature returns a feature with its properties, kind and geometry, or nothing
// where it cannot be drawn.
func (g *guard) feature(data []byte) ([]byte, error) {
	g.features++
	if err := atMost(g.features, maxFeatures, "features"); err != nil {
		return nil, err
	}
	g.body = g.body[:0]
	var kind uint64
	var geometry []byte
	w := wire{rest: data}
	for w.next() {
		listed, err := w.known(featureKinds)
		if err != nil {
			return nil, err
		}
		switch {
		case !listed:
			continue
		case w.field == featureTags:
			g.tags += len(w.value)
		case w.field == featureType:
			kind = w.uint
		case w.field == featureGeometry:
			geometry = w.value
		}
		g.body = append(g.body, w.raw...)
	}
	if w.err != nil {
		return nil, w.err
	}
	if err := atMost(g.tags, maxTags, "bytes of properties"); err != nil || !g.drawable(kind, geometry) {
		return nil, err
	}
	g.feat = appendField(g.feat[:0], layerFeature<<3|wireBytes, g.body)
	return g.feat, atMost(g.vertices, maxVertices, "points")
}

func atMost(n, limit int, what string) error {
	if n > limit {
		return fmt.Errorf("the vector tile has more than %d %s", limit, what)
	}
	return nil
}

// nameOf is a layer's name, wherever it stands in the message.
func nameOf(data []byte) string {
	name := ""
	for w := (wire{rest: data}); w.next(); {
		if w.field == layerName {
			name = string(w.value)
		}
	}
	return name
}
