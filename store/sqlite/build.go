package sqlite

import (
	"context"
	"crypto/rand"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	gotime "time"

	"qantar/store"
)

// The tables, and the indexes that are made when these are filled.
var (
	//go:embed schema.sql
	schemaSQL string
	//go:embed indexes.sql
	indexesSQL string
)

// ApplicationID marks a SQLite file as a Qantar collection: "QNTR".
const ApplicationID = 0x514E5452

// SchemaVersion is the user_version of the files this package writes and reads.
const SchemaVersion = 5

// What a collection may hold at most.
const (
	maxEvents  = 2_000_000
	maxReports = 8_000_000
)

// Build writes c into the SQLite file path, its events in order of time. The
// same collection gives the same bytes. The file appears whole or not at all:
// it is written beside path under a temporary name, synced and renamed. A file
// at path that is not a Qantar collection is left alone. Errors are of type
// *Error.
func Build(ctx context.Context, path string, c *store.Collection) error {
	return BuildStream(ctx, path, c, inOrder(c.Events))
}

// BuildStream builds as Build does, of a frame, which is a collection whose own
// events are not looked at, and of events that come one after the other, each
// to be used until the next. They must come in order of time (store.ByTime) and
// refer to nothing but the frame. An error that comes with them ends the work.
// What it keeps of events does not grow but for a byte each.
func BuildStream(ctx context.Context, path string, frame *store.Collection, events iter.Seq2[*store.Event, error]) error {
	_, err := BuildTimed(ctx, path, frame, events)
	return err
}

// Spent tells how long the parts of a build took.
type Spent struct {
	Rows gotime.Duration // the tables, and what the events came from
	Tree gotime.Duration // the R*Tree over place and time
	Text gotime.Duration // the full-text index
	Rest gotime.Duration // the other indexes and writing to the disk
}

// BuildTimed is BuildStream and tells where the time went.
func BuildTimed(ctx context.Context, path string, frame *store.Collection, events iter.Seq2[*store.Event, error]) (Spent, error) {
	if err := mayReplace(path); err != nil {
		return Spent{}, err
	}
	return replace(ctx, path, frame, events)
}

// inOrder gives events in order of time and leaves the slice as it is.
func inOrder(events []store.Event) iter.Seq2[*store.Event, error] {
	if !slices.IsSortedFunc(events, func(a, b store.Event) int { return store.ByTime(&a, &b) }) {
		events = slices.Clone(events)
		store.SortEvents(events)
	}
	return func(yield func(*store.Event, error) bool) {
		for i := range events {
			if !yield(&events[i], nil) {
				return
			}
		}
	}
}

// mayReplace protects files that are not ours from being overwritten.
func mayReplace(path string) error {
	_, err := checkHeader(path)
	switch CodeOf(err) {
	case NotOurs, Damaged, Failed:
		return &Error{NotOurs, path, errors.New("a file of that name exists and is not a collection")}
	}
	return nil
}

// replace builds beside path and renames.
func replace(ctx context.Context, path string, frame *store.Collection, events iter.Seq2[*store.Event, error]) (Spent, error) {
	temporary := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+rand.Text()+".tmp")
	b := &builder{frame: frame}
	err := b.file(ctx, temporary, events)
	if err == nil {
		err = os.Rename(temporary, path)
	}
	if err != nil {
		err = errors.Join(err, removeIfThere(temporary), removeIfThere(temporary+"-journal"))
		return b.spent, classify(path, fmt.Errorf("building %s: %w", path, err))
	}
	syncFolder(filepath.Dir(path))
	return b.spent, nil
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
		return err
	}
	return nil
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
