package print

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A file that cannot be finished is not there, and what was there before is.
func TestWriteWholeOrNotAtAll(t *testing.T) {
	broken := errors.New("the store is broken")
	half := func(w io.Writer) error {
		_, err := io.WriteString(w, strings.Repeat("half", 50_000))
		return errors.Join(err, broken)
	}
	fine := func(w io.Writer) error { _, err := io.WriteString(w, "new"); return err }
	stopped, stop := context.WithCancel(t.Context())
	stop()
	tests := []struct {
		name  string
		ctx   context.Context
		write func(io.Writer) error
		want  error
		left  string
	}{
		{"half a file", t.Context(), half, broken, "old"},
		{"stopped", stopped, fine, context.Canceled, "old"},
		{"whole", t.Context(), fine, nil, "new"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "out")
			if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
				t.Fatal(err)
			}
			if err := WriteWhole(tt.ctx, path, tt.write); !errors.Is(err, tt.want) {
				t.Errorf("error %v, want %v", err, tt.want)
			}
			if text, err := os.ReadFile(path); err != nil || string(text) != tt.left {
				t.Errorf("left is %.20q, %v", text, err)
			}
			if all, err := os.ReadDir(filepath.Dir(path)); err != nil || len(all) != 1 {
				t.Errorf("%d files, %v", len(all), err)
			}
		})
	}
}

func TestWriteWholeWithoutFolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gone", "out")
	err := WriteWhole(t.Context(), path, func(io.Writer) error { return nil })
	if err == nil || !strings.Contains(err.Error(), "writing "+path) || !strings.Contains(err.Error(), "check the folder") {
		t.Errorf("error %v", err)
	}
}
