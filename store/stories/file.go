// Package stories keeps the stories that a user makes of a collection, in a
// file of their own beside it: the collection may be built anew, and the
// stories stay. The file is YAML of the same form as a collection's own.
package stories

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"qantar/store"
	"qantar/store/collection"
)

// File is the file of one collection's own stories. Methods may be called from
// any goroutine.
type File struct {
	path string
	zone *time.Location
	now  func() time.Time

	mu    sync.Mutex
	known []byte // what this program last read from the file or wrote; nil: it is not there
}

// Open reads the stories in the file at path, none where there is no such
// file. zone is the collection's own. A file that cannot be understood is set
// aside, and the version before it read in its place; the note says so, nil
// where there is nothing to say. Where the file cannot even be read or moved,
// the error tells why, and File still keeps what it is given, without ever
// writing over that file.
func Open(path string, zone *time.Location) (*File, []store.Story, *Note, error) {
	f := &File{path: path, zone: zone, now: time.Now}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		stories, ok := f.readBackup()
		if !ok {
			return f, nil, nil, nil
		}
		return f, stories, &Note{Kind: Missing, File: path}, nil
	}
	if err != nil {
		return f, nil, nil, fmt.Errorf("your stories cannot be read: %w", err)
	}
	stories, err := f.parse(path, text)
	if err == nil {
		f.known = text
		return f, stories, nil, nil
	}
	note := &Note{Kind: Damaged, File: path, Reason: err}
	if note.Aside, err = f.setAside("damaged"); err != nil {
		return f, nil, nil, fmt.Errorf("your stories in %s cannot be understood, and the file cannot be moved: %w", path, err)
	}
	if stories, ok := f.readBackup(); ok {
		note.Kind = Restored
		return f, stories, note, nil
	}
	return f, nil, note, nil
}

// Path is where the stories are kept.
func (f *File) Path() string { return f.path }

// Save writes the stories, whole or not at all; the version before stays
// beside them as a backup. A file that someone else has changed since is set
// aside first, and the note says so. Some milliseconds, and what the disk takes.
func (f *File) Save(stories []store.Story) (*Note, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	text, err := Encode(stories, f.zone)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(f.path), 0o755); err != nil {
		return nil, fmt.Errorf("making the folder of your stories: %w", err)
	}
	there, err := os.ReadFile(f.path)
	switch {
	case err == nil && bytes.Equal(there, text):
		f.known = text
		return nil, nil
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("looking at the stories that are there: %w", err)
	}
	note, err := f.makeWay(err == nil, there)
	if err != nil {
		return nil, err
	}
	if err := writeWhole(f.path, text); err != nil {
		return note, fmt.Errorf("writing your stories: %w", err)
	}
	f.known = text
	return note, nil
}

// makeWay keeps what is there: as the backup where it is ours, else aside.
func (f *File) makeWay(exists bool, there []byte) (*Note, error) {
	if !exists {
		return nil, nil
	}
	if f.known != nil && bytes.Equal(there, f.known) {
		if err := writeWhole(f.backup(), there); err != nil {
			return nil, fmt.Errorf("keeping the version before: %w", err)
		}
		return nil, nil
	}
	aside, err := f.setAside("changed")
	if err != nil {
		return nil, fmt.Errorf("the file of your stories was changed by another program, and cannot be moved: %w", err)
	}
	return &Note{Kind: Changed, File: f.path, Aside: aside}, nil
}

// Encode is stories as YAML. It is read again before it counts, so that
// nothing is written that could not be read.
func Encode(stories []store.Story, zone *time.Location) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(heading)
	if err := collection.WriteStories(&b, stories); err != nil {
		return nil, err
	}
	if _, err := collection.ReadStories("the new text", b.Bytes(), zone); err != nil {
		return nil, fmt.Errorf("the stories cannot be written so that they can be read again: %w", err)
	}
	return b.Bytes(), nil
}

// heading tells a person what the file is. It also tells a file with no
// stories from one that has lost them.
const heading = "# Stories of a Qantar collection: YAML as in its folder stories, a line --- between two.\n"

// parse reads a file's text, which is never quite empty.
func (f *File) parse(path string, text []byte) ([]store.Story, error) {
	if len(bytes.TrimSpace(text)) == 0 {
		return nil, fmt.Errorf("%s is empty", filepath.Base(path))
	}
	return collection.ReadStories(filepath.Base(path), text, f.zone)
}

func (f *File) backup() string { return f.path + ".before" }

func (f *File) readBackup() ([]store.Story, bool) {
	text, err := os.ReadFile(f.backup())
	if err != nil {
		return nil, false
	}
	stories, err := f.parse(f.backup(), text)
	return stories, err == nil
}

// setAside gives the file another name beside its own, and returns it.
func (f *File) setAside(why string) (string, error) {
	ending := filepath.Ext(f.path)
	stem := f.path[:len(f.path)-len(ending)] + "." + why + "-" + f.now().Format("20060102-150405")
	for n := 1; ; n++ {
		aside := stem + ending
		if n > 1 {
			aside = fmt.Sprintf("%s-%d%s", stem, n, ending)
		}
		if _, err := os.Lstat(aside); errors.Is(err, fs.ErrNotExist) {
			return aside, os.Rename(f.path, aside)
		}
	}
}
