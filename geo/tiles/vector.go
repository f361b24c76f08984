package tiles

import (
	"fmt"

	"github.com/paulmach/orb/encoding/mvt"
)

// DecodeVector decodes those layers of a vector tile that keep wants,
// unpacking it first where it is packed. Coordinates are those of the tile, 0
// to the layer's Extent and somewhat beyond.
func DecodeVector(data []byte, keep func(layer string) bool) (layers mvt.Layers, err error) {
	defer func() {
		if r := recover(); r != nil {
			layers, err = nil, fmt.Errorf("decoding the vector tile: %v", r)
		}
	}()
	if isGzip(data) {
		if data, err = Unpack(data, MaxUnpacked); err != nil {
			return nil, err
		}
	}
	if data, err = sound(data, keep); err != nil || len(data) == 0 {
		return nil, err
	}
	if layers, err = mvt.Unmarshal(data); err != nil {
		return nil, fmt.Errorf("decoding the vector tile: %w", err)
	}
	return layers, nil
}
