package main

import (
	"encoding/binary"
	"errors"
)

// readMO reads a GNU gettext message catalogue in little-endian order and
// returns translation by message id. Format: GNU gettext manual, "The Format
// of GNU MO Files".
func readMO(data []byte) (map[string]string, error) {
	const magic = 0x950412de
	if len(data) < 20 || binary.LittleEndian.Uint32(data) != magic {
		return nil, errors.New("this is not a little-endian gettext catalogue")
	}
	word := func(at int) int { return int(binary.LittleEndian.Uint32(data[at:])) }
	n, ids, texts := word(8), word(12), word(16)
	if max(ids, texts)+8*n > len(data) {
		return nil, errors.New("the gettext catalogue ends too early")
	}
	out := make(map[string]string, n)
	for i := range n {
		id, ok1 := part(data, word(ids+8*i+4), word(ids+8*i))
		text, ok2 := part(data, word(texts+8*i+4), word(texts+8*i))
		if !ok1 || !ok2 {
			return nil, errors.New("a message of the gettext catalogue lies outside it")
		}
		out[id] = text
	}
	return out, nil
}

func part(data []byte, from, size int) (string, bool) {
	if from+size > len(data) {
		return "", false
	}
	return string(data[from : from+size]), true
}
