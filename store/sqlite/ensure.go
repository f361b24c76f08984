package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"qantar/store"
)

// Ensure opens the store at path when it is sound and was built from the
// collection with that content hash; otherwise it loads the collection, builds
// the store anew and opens it. Whatever lies at path is replaced, so path must
// be one that belongs to the program. When the store is up to date nothing is
// loaded. Several processes may do this at once: each builds its own file, and
// whichever comes last has built the same. Errors of the disk are of type
// *Error; with ReadOnly and Full another folder is the way on.
func Ensure(ctx context.Context, path, hash string, load func() (*store.Collection, error)) (*DB, error) {
	if db := openIfCurrent(path, hash); db != nil {
		return db, nil
	}
	c, err := load()
	if err != nil {
		return nil, fmt.Errorf("reading the collection for %s: %w", path, err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, classify(path, fmt.Errorf("making the folder: %w", err))
	}
	if _, err := replace(ctx, path, c, inOrder(c.Events)); err != nil {
		// Another process may have been first, and hold the file open.
		if db := openIfCurrent(path, hash); db != nil {
			return db, nil
		}
		return nil, err
	}
	db, err := Open(path)
	if err != nil {
		return nil, err
	}
	if db.Hash() != hash {
		return nil, errors.Join(fmt.Errorf("the collection built into %s has hash %s, not %s", path, db.Hash(), hash), db.Close())
	}
	return db, nil
}

// openIfCurrent opens the store when it needs no rebuilding, else returns nil.
func openIfCurrent(path, hash string) *DB {
	db, err := Open(path)
	if err != nil {
		return nil
	}
	if db.Hash() == hash {
		return db
	}
	_ = db.Close()
	return nil
}
