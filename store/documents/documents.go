// Package documents opens the texts that a record was read from, where the
// user has them. A text is used only when it is the very file that the record
// names, byte for byte.
package documents

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"unicode/utf8"

	"qantar/store"
)

// Limits of what is read from a folder.
const (
	maxBytes = 16 << 20 // of one file
	maxFiles = 2000
)

// Library is the documents at hand.
type Library struct {
	paragraphs map[string][]string // by source id
	others     []string            // files that bear a source's name but are not it
}

// Open looks through the files of a folder, not below it, for the documents of
// sources. Files are known by their SHA-256, whatever they are called. It
// returns an error when the folder cannot be read.
func Open(folder fs.FS, sources []store.Source) (*Library, error) {
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return nil, fmt.Errorf("the folder of documents cannot be read; choose another: %w", err)
	}
	if len(entries) > maxFiles {
		return nil, fmt.Errorf("the folder holds %d files; choose one with the documents alone", len(entries))
	}
	wanted, named := map[string]string{}, map[string]bool{}
	for _, s := range sources {
		wanted[s.SHA256], named[s.File] = s.ID, true
	}
	l := &Library{paragraphs: map[string][]string{}}
	for _, e := range entries {
		if !e.Type().IsRegular() {
			continue
		}
		text, err := read(folder, e.Name())
		if err != nil {
			continue // a file that cannot be read is not a document of ours
		}
		sum := sha256.Sum256(text)
		if id, ok := wanted[hex.EncodeToString(sum[:])]; ok {
			l.paragraphs[id] = Paragraphs(text)
		} else if named[e.Name()] {
			l.others = append(l.others, e.Name())
		}
	}
	return l, nil
}

func read(folder fs.FS, name string) ([]byte, error) {
	f, err := folder.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxBytes+1))
	if err == nil && len(text) > maxBytes {
		err = errors.New("too large for a document")
	}
	return text, err
}

// Len is how many of the sources are at hand.
func (l *Library) Len() int { return len(l.paragraphs) }

// Others are the files that bear the name of a source's document but have
// another content. They are not used.
func (l *Library) Others() []string { return l.others }

// Text returns all paragraphs of a source, or nil where it is not at hand.
// Paragraph n of the record is element n-1.
func (l *Library) Text(source string) []string {
	if l == nil {
		return nil
	}
	return l.paragraphs[source]
}

// Paragraphs are the lines of a text that hold at least one character, as
// "grep ." finds them in a UTF-8 locale: a space is a character, a byte that
// is not part of one is not.
func Paragraphs(text []byte) []string {
	var all []string
	for line := range bytes.SplitSeq(text, []byte("\n")) {
		if hasCharacter(line) {
			all = append(all, string(bytes.ToValidUTF8(line, nil)))
		}
	}
	return all
}

func hasCharacter(line []byte) bool {
	for len(line) > 0 {
		r, size := utf8.DecodeRune(line)
		if r != utf8.RuneError || size > 1 {
			return true
		}
		line = line[size:]
	}
	return false
}
