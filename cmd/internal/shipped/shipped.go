// Package shipped opens the collection that Qantar ships, as a store in the
// user's data folder. Both commands use it.
package shipped

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"qantar/seeds"
	"qantar/store"
	"qantar/store/collection"
	"qantar/store/sqlite"

	"github.com/adrg/xdg"
)

// Path is where the store lies: in the user's data folder as the XDG rules, or
// their equivalents on macOS and Windows, name it.
func Path() string { return filepath.Join(Folder(), fileName) }

// Folder is where the program keeps what is the user's: the store, stories, the
// log.
func Folder() string { return filepath.Join(xdg.DataHome, "qantar") }

const fileName = seeds.Name + ".qantar"

// Open opens the shipped collection's store. It is built at first, and built
// again when the collection or the schema has changed or the file is damaged.
// Where the data folder cannot be written, a temporary store is used. Call
// done when the store is no longer needed.
func Open(ctx context.Context) (db *sqlite.DB, done func(), err error) {
	files := seeds.Shipped()
	hash, err := collection.Hash(files)
	if err != nil {
		return nil, nil, fmt.Errorf("reading the shipped collection: %w", err)
	}
	load := func() (*store.Collection, error) { return Read(files) }
	db, err = sqlite.Ensure(ctx, Path(), hash, load)
	if err == nil {
		return db, func() { _ = db.Close() }, nil
	}
	if sqlite.CodeOf(err) == "" {
		return nil, nil, err
	}
	return openTemporary(ctx, hash, load)
}

// Read reads a collection folder and gives its areas their outlines on the
// basemap. When anything is wrong the error is a collection.Problems.
func Read(files fs.FS) (*store.Collection, error) {
	options, err := OnMap()
	if err != nil {
		return nil, err
	}
	options.Country = nil // a matter of check: building trusts the coordinates
	result := collection.Check(files, options)
	if len(result.Problems) > 0 {
		return nil, result.Problems
	}
	return result.Collection, nil
}

// openTemporary keeps the store in a folder that done removes.
func openTemporary(ctx context.Context, hash string, load func() (*store.Collection, error)) (*sqlite.DB, func(), error) {
	folder, err := os.MkdirTemp("", "qantar-")
	if err != nil {
		return nil, nil, fmt.Errorf("making a temporary folder for the shipped collection: %w", err)
	}
	db, err := sqlite.Ensure(ctx, filepath.Join(folder, fileName), hash, load)
	if err != nil {
		_ = os.RemoveAll(folder)
		return nil, nil, err
	}
	return db, func() {
		_ = db.Close()
		_ = os.RemoveAll(folder)
	}, nil
}

// OpenStore opens the store in a file, or the shipped one where none is named.
// Call done when it is no longer needed.
func OpenStore(ctx context.Context, file string) (db *sqlite.DB, done func(), err error) {
	if file == "" {
		return Open(ctx)
	}
	if db, err = sqlite.Open(file); err != nil {
		return nil, nil, err
	}
	return db, func() { _ = db.Close() }, nil
}
