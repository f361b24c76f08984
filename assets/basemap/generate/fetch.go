package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// cache is the folder in which downloads are kept between runs.
type cache string

// open returns the bytes of a pinned package, fetching it on the first run.
func (dir cache) open(s source) ([]byte, error) {
	path := filepath.Join(string(dir), s.file)
	if _, err := os.Stat(path); err != nil {
		if err := dir.fetch(s); err != nil {
			return nil, fmt.Errorf("fetching the %s: %w", s.name, err)
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading the %s: %w", s.name, err)
	}
	return data, verify(s, path, data)
}

// verify compares the checksum with the pinned one.
func verify(s source, path string, data []byte) error {
	sum := sha256.Sum256(data)
	if got := hex.EncodeToString(sum[:]); got != s.sha256 {
		return fmt.Errorf("%s is not the pinned %s: its SHA-256 is %s instead of %s; delete it and try again",
			path, s.name, got, s.sha256)
	}
	return nil
}

func (dir cache) fetch(s source) error {
	if err := os.MkdirAll(string(dir), 0o755); err != nil {
		return err
	}
	cmd := exec.Command(s.fetch[0], s.fetch[1:]...)
	cmd.Dir, cmd.Stderr = string(dir), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("%v: %w", s.fetch, err)
	}
	if s.fetch[0] == "go" {
		return dir.copyModule(s, out)
	}
	return nil
}

// copyModule copies a module's zip out of Go's own cache, whose place
// "go mod download -json" tells.
func (dir cache) copyModule(s source, answer []byte) error {
	var module struct{ Zip string }
	if err := json.Unmarshal(answer, &module); err != nil {
		return fmt.Errorf("the answer of go mod download: %w", err)
	}
	data, err := os.ReadFile(module.Zip)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(string(dir), s.file), data, 0o644)
}
