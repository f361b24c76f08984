package stories

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"qantar/store"
	"qantar/store/collection"
	"qantar/store/sqlite"
)

// CollectionEnding is how the name of a collection in one file ends.
const CollectionEnding = ".qantar"

// Export writes stories as YAML into a file, whole or not at all.
func Export(path string, stories []store.Story, zone *time.Location) error {
	text, err := Encode(stories, zone)
	if err == nil {
		err = writeWhole(path, text)
	}
	if err != nil {
		return fmt.Errorf("exporting to %s: %w", path, err)
	}
	return nil
}

// ExportInside writes a copy of a collection into a file, whole or not at all,
// to whose stories the given ones are added. What their scenes name and the
// collection lacks is left out of the copy, as there it would name nothing. It
// takes as long as building the collection.
func ExportInside(ctx context.Context, path string, db *sqlite.DB, own []store.Story) error {
	if isFile(path, db.Path()) {
		return fmt.Errorf("%s is the collection that is open; choose another name", path)
	}
	c, err := db.Frame(ctx)
	if err != nil {
		return err
	}
	text, err := Encode(own, time.UTC)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(append([]byte(c.Hash), text...))
	c.Hash = hex.EncodeToString(sum[:])
	known := func(id string) bool { at, err := db.Position(id); return err == nil && at >= 0 }
	lacks, taken := Lacking(c, known), store.StoryIDs(c.Stories)
	c.Stories = slices.Clip(c.Stories)
	for _, s := range own {
		s.ID = store.FreeID(s.ID, taken)
		c.Stories = append(c.Stories, without(s, lacks))
	}
	if err := sqlite.BuildStream(ctx, path, c, events(db)); err != nil {
		return fmt.Errorf("exporting to %s: %w", path, err)
	}
	return nil
}

// isFile tells whether two names are those of one file.
func isFile(a, b string) bool {
	one, errOne := os.Stat(a)
	other, errOther := os.Stat(b)
	return errOne == nil && errOther == nil && os.SameFile(one, other)
}

// events are all those of a store, in order of time.
func events(db *sqlite.DB) iter.Seq2[*store.Event, error] {
	return func(yield func(*store.Event, error) bool) {
		for i := range db.Len() {
			if e, err := db.Event(i); !yield(e, err) || err != nil {
				return
			}
		}
	}
}

// Import reads the stories in a file: YAML, or a collection in one file, which
// must be the one with the given id. They are checked as those of a user's own
// file are.
func Import(ctx context.Context, path, id string, zone *time.Location) ([]store.Story, error) {
	if strings.EqualFold(filepath.Ext(path), CollectionEnding) {
		return importInside(ctx, path, id, zone)
	}
	text, err := readBounded(path)
	if err != nil {
		return nil, fmt.Errorf("the stories cannot be read: %w", err)
	}
	return collection.ReadStories(filepath.Base(path), text, zone)
}

// maxImport is how large a file of stories may be, in bytes.
const maxImport = 32 << 20

func readBounded(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not a file", path)
	case info.Size() > maxImport:
		return nil, fmt.Errorf("%s is larger than %d MB", path, maxImport>>20)
	}
	return os.ReadFile(path)
}

func importInside(ctx context.Context, path, id string, zone *time.Location) (stories []store.Story, err error) {
	db, err := sqlite.Open(path)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	c, err := db.Frame(ctx)
	if err != nil {
		return nil, err
	}
	if c.ID != id {
		return nil, fmt.Errorf("%s holds another collection, %q; open it with Qantar, or export its story as YAML there", path, c.ID)
	}
	text, err := Encode(c.Stories, zone)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return collection.ReadStories(filepath.Base(path), text, zone)
}
