package sqlite

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"github.com/mattn/go-sqlite3"
)

// Code tells a program what is wrong with a store.
type Code string

// The codes of an Error.
const (
	NotFound Code = "not found"
	NotOurs  Code = "not ours"
	Damaged  Code = "damaged"
	Newer    Code = "newer"
	Older    Code = "older"
	ReadOnly Code = "read-only"
	Full     Code = "full"
	Failed   Code = "failed"
)

// sentences tell a person what is wrong and what to do.
var sentences = map[Code]string{
	NotFound: "%s does not exist; check its name and folder, or build it with: qantarctl build FOLDER OUT.qantar",
	NotOurs:  "%s is not a Qantar collection; choose a file that ends in .qantar, or another name to write to",
	Damaged:  "%s is damaged; build it again from its collection folder with: qantarctl build FOLDER OUT.qantar",
	Newer:    "%s was made by a newer Qantar; update Qantar, or build it again with this one",
	Older:    "%s was made by an older Qantar; build it again from its collection folder with: qantarctl build FOLDER OUT.qantar",
	ReadOnly: "%s cannot be written or read with your rights; choose another folder or change its rights",
	Full:     "there is no room on the disk for %s; free some space or choose another disk",
	Failed:   "%s cannot be used; try again, or choose another place for it",
}

// Error is why a store cannot be opened or built: a code for the program, and
// one sentence with a way on for the person. The cause is wrapped.
type Error struct {
	Code Code
	Path string
	Err  error // may be nil
}

// Error is the sentence for a person, without the cause.
func (e *Error) Error() string { return fmt.Sprintf(sentences[e.Code], e.Path) }

// Unwrap is the cause, for a log.
func (e *Error) Unwrap() error { return e.Err }

// CodeOf is the code of an error of this package, "" when it has none.
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

// causes maps what the system and SQLite report to codes.
var causes = []struct {
	is   error
	code Code
}{
	{fs.ErrNotExist, NotFound},
	{fs.ErrPermission, ReadOnly},
	{syscall.EROFS, ReadOnly},
	{syscall.ENOTDIR, NotFound},
	{syscall.ENOSPC, Full},
	{sqlite3.ErrFull, Full},
	{sqlite3.ErrReadonly, ReadOnly},
	{sqlite3.ErrPerm, ReadOnly},
	{sqlite3.ErrCantOpen, ReadOnly},
	{sqlite3.ErrNotADB, NotOurs},
	{sqlite3.ErrCorrupt, Damaged},
	{sqlite3.ErrFormat, Damaged},
}

// classify wraps err with the code that its cause deserves.
func classify(path string, err error) error {
	if err == nil || CodeOf(err) != "" {
		return err
	}
	code := Failed
	var sqliteErr sqlite3.Error
	isSQLite := errors.As(err, &sqliteErr)
	for _, cause := range causes {
		if errors.Is(err, cause.is) || (isSQLite && errors.Is(sqliteErr.Code, cause.is)) {
			code = cause.code
			break
		}
	}
	return &Error{code, path, err}
}
