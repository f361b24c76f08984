package collection

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// What a collection folder may hold at most; far above any real one, and small
// enough to be read whole.
const (
	maxFiles     = 500
	maxFileBytes = 4 << 20
	maxAllBytes  = 32 << 20
)

// The files of a collection folder. The events stand in any number of files, and
// each story in one of its own.
const (
	collectionFile = "collection.yaml"
	sourcesFile    = "sources.yaml"
	placesFile     = "places.yaml"
	peopleFile     = "people.yaml"
	eventsFolder   = "events"
	storiesFolder  = "stories"

	measuresFile      = "measures.yaml"
	figuresFile       = "figures.yaml"
	disagreementsFile = "disagreements.yaml"
)

// single are the files that every collection folder has once.
var single = []string{collectionFile, sourcesFile, placesFile, peopleFile}

// optional are the files that a collection folder may have once; an absent one
// holds nothing.
var optional = []string{measuresFile, figuresFile, disagreementsFile}

// file is one file of the folder with its contents.
type file struct {
	name string
	text []byte
}

// Hash is the SHA-256, in hex, over the names and contents of the collection's
// files in the order of their names. It reads the files but does not parse
// them, and gives the same value as the Hash of the collection that Read
// returns.
func Hash(fsys fs.FS) (string, error) {
	list := &report{}
	files := readFiles(fsys, list)
	if len(list.problems) > 0 {
		return "", list.sorted()
	}
	return hashFiles(files), nil
}

func hashFiles(files []file) string {
	sum := sha256.New()
	for _, f := range files {
		fmt.Fprintf(sum, "%s\x00%d\x00", f.name, len(f.text))
		sum.Write(f.text)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// readFiles reads the collection's files, sorted by name.
func readFiles(fsys fs.FS, list *report) []file {
	names := listFiles(fsys, list)
	if len(names) > maxFiles {
		list.add(spot{file: eventsFolder}, fmt.Sprintf("the folder holds more than %d files", maxFiles), "join some of them")
		names = names[:maxFiles]
	}
	var files []file
	var total int
	for _, name := range names {
		text, err := readFile(fsys, name)
		if err != nil {
			list.add(spot{file: name}, err.Error(), "check the file's name, rights and size")
			continue
		}
		if total += len(text); total > maxAllBytes {
			list.add(spot{file: name}, fmt.Sprintf("the files together are larger than %d MB", maxAllBytes>>20), "divide the collection in two")
			return files
		}
		files = append(files, file{name, text})
	}
	return files
}

// folders are the folders that hold any number of files; a collection needs
// events, but no stories.
var folders = []string{eventsFolder, storiesFolder}

// listFiles names the collection's files in order and reports strays.
func listFiles(fsys fs.FS, list *report) []string {
	names := slices.Clone(single)
	for _, folder := range append([]string{"."}, folders...) {
		entries, err := fs.ReadDir(fsys, folder)
		if err != nil && (folder != storiesFolder || !errors.Is(err, fs.ErrNotExist)) {
			list.add(spot{file: folder}, "the folder cannot be read: "+reason(err), "a collection is a folder with "+strings.Join(single, ", ")+" and "+eventsFolder+"/")
			if folder == "." {
				return nil
			}
		}
		for _, entry := range entries {
			name := path.Join(folder, entry.Name())
			switch {
			case entry.IsDir() || !isYAML(entry.Name()) || slices.Contains(single, name):
			case slices.Contains(optional, name), slices.Contains(folders, folder) && path.Ext(name) == ".yaml":
				names = append(names, name)
			default:
				list.add(spot{file: name}, "the file has no part in a collection", "name it as one of "+strings.Join(slices.Concat(single, optional), ", ")+", "+strings.Join(folders, "/*.yaml or ")+"/*.yaml")
			}
		}
	}
	slices.Sort(names)
	return names
}

// isYAML leaves out hidden files, as editors make them.
func isYAML(name string) bool {
	ext := path.Ext(name)
	return (ext == ".yaml" || ext == ".yml") && !strings.HasPrefix(name, ".") && !strings.HasPrefix(name, "_")
}

// readFile reads a file of bounded size, whatever its size is said to be.
func readFile(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, fmt.Errorf("the file cannot be opened: %s", reason(err))
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxFileBytes+1))
	if err != nil {
		return nil, fmt.Errorf("the file cannot be read: %s", reason(err))
	}
	if len(text) > maxFileBytes {
		return nil, fmt.Errorf("the file is larger than %d MB", maxFileBytes>>20)
	}
	return text, nil
}

// reason is an error without the operation and the path, which the problem
// names already.
func reason(err error) string {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	return err.Error()
}
