package print

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// WriteWhole writes a file that appears whole or not at all: it is written
// beside path under a temporary name, synced and renamed. An error of write
// that is not of the file is returned as it is.
func WriteWhole(ctx context.Context, path string, write func(io.Writer) error) error {
	temporary := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+rand.Text()+".tmp")
	err := writeNew(temporary, write)
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		err = os.Rename(temporary, path)
	}
	if err == nil {
		return nil
	}
	_ = os.Remove(temporary)
	if errors.Is(err, context.Canceled) {
		return fmt.Errorf("writing %s was stopped, and nothing of it is left: %w", path, err)
	}
	var ofFile *fs.PathError
	var ofRename *os.LinkError
	if errors.As(err, &ofFile) || errors.As(err, &ofRename) {
		return fmt.Errorf("writing %s: %w; check the folder's rights and room", path, err)
	}
	return err
}

func writeNew(path string, write func(io.Writer) error) (err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := WriteThrough(f, write); err != nil {
		return err
	}
	return f.Sync()
}

// WriteThrough writes in large pieces.
func WriteThrough(to io.Writer, write func(io.Writer) error) error {
	w := bufio.NewWriterSize(to, 1<<16)
	if err := write(w); err != nil {
		return err
	}
	return w.Flush()
}
