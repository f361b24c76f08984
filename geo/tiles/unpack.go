package tiles

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
)

// Unpack undoes gzip, up to limit bytes: more is an error, found before it is
// held in memory.
func Unpack(data []byte, limit int) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("unpacking: %w", err)
	}
	out, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("unpacking: %w", err)
	case len(out) > limit:
		return nil, fmt.Errorf("unpacking: it holds more than %d bytes", limit)
	}
	return out, nil
}

// isGzip tells packed bytes by their first two: RFC 1952, section 2.3.1.
func isGzip(data []byte) bool { return len(data) > 2 && data[0] == 0x1f && data[1] == 0x8b }
