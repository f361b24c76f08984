package stories

import (
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
)

// writeWhole writes a file that appears whole or not at all: it is written
// beside path under another name, brought to the disk, and renamed.
func writeWhole(path string, text []byte) error {
	temporary := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+rand.Text()+".tmp")
	err := writeNew(temporary, text)
	if err == nil {
		err = os.Rename(temporary, path)
	}
	if err != nil {
		_ = os.Remove(temporary)
		return err
	}
	syncFolder(filepath.Dir(path))
	return nil
}

func writeNew(path string, text []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Sync(), f.Close())
}

// syncFolder makes the rename last through a loss of power, where the system
// can; elsewhere there is nothing to do.
func syncFolder(path string) {
	if folder, err := os.Open(path); err == nil {
		_ = folder.Sync()
		_ = folder.Close()
	}
}
