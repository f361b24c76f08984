package sqlite

import (
	"context"
	"crypto/rand"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"

	"qantar/store"
)

//go:embed schema.sql
var schemaSQL string

// ApplicationID marks a SQLite file as a Qantar collection: "QNTR".
const ApplicationID = 0x514E5452

// SchemaVersion is the user_version of the files this package writes and reads.
const SchemaVersion = 2

// Build writes c into the SQLite file path. The same collection gives the same
// bytes. The file appears whole or not at all: it is written beside path under
// a temporary name, synced and renamed. A file at path that is not a Qantar
// collection is left alone. Errors are of type *Error.
func Build(ctx context.Context, path string, c *store.Collection) error {
	if err := mayReplace(path); err != nil {
		return err
	}
	return replace(ctx, path, c)
}

// mayReplace protects files that are not ours from being overwritten.
func mayReplace(path string) error {
	switch CodeOf(checkHeader(path)) {
	case NotOurs, Damaged, Failed:
		return &Error{NotOurs, path, errors.New("a file of that name exists and is not a collection")}
	}
	return nil
}

// replace builds beside path and renames.
func replace(ctx context.Context, path string, c *store.Collection) error {
	temporary := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+rand.Text()+".tmp")
	err := writeFile(ctx, temporary, c)
	if err == nil {
		err = os.Rename(temporary, path)
	}
	if err != nil {
		err = errors.Join(err, removeIfThere(temporary), removeIfThere(temporary+"-journal"))
		return classify(path, fmt.Errorf("building %s: %w", path, err))
	}
	syncFolder(filepath.Dir(path))
	return nil
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
		return err
	}
	return nil
}

// writeFile creates, fills and syncs a new file.
func writeFile(ctx context.Context, path string, c *store.Collection) (err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	defer func() {
		if err == nil {
			err = f.Sync()
		}
		err = errors.Join(err, f.Close())
	}()
	// No journal and no sync by SQLite: a half-written file is thrown away.
	db, err := sql.Open(driverName, dsn(path, "mode=rw&_fk=on&_journal_mode=OFF&_sync=OFF"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(ctx, schemaSQL); err != nil {
		return fmt.Errorf("creating the tables: %w", err)
	}
	return fill(ctx, db, c)
}

func fill(ctx context.Context, db *sql.DB, c *store.Collection) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	w := &writer{ctx: ctx, tx: tx, statements: map[string]*sql.Stmt{}}
	w.collection(c)
	if w.err != nil {
		return errors.Join(w.err, tx.Rollback())
	}
	return tx.Commit()
}

// meta is what a store says of itself.
func meta(c *store.Collection) map[string]string {
	tool := "unknown"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		tool = info.Main.Version
	}
	return map[string]string{
		"collection_hash": c.Hash,
		"schema_version":  strconv.Itoa(SchemaVersion),
		"tool_version":    tool,
	}
}

// syncFolder makes the rename last through a loss of power, where the system
// can; elsewhere there is nothing to do.
func syncFolder(path string) {
	if folder, err := os.Open(path); err == nil {
		_ = folder.Sync()
		_ = folder.Close()
	}
}
