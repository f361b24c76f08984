package ui

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	"qantar/ui/print"
)

func TestLeavingStopsExports(t *testing.T) {
	folder, begun := t.TempDir(), make(chan struct{})
	var e exports
	ctx, end := e.begin()
	defer end()
	e.running.Add(1)
	go func() {
		defer e.running.Done()
		_ = print.WriteWhole(ctx, filepath.Join(folder, "out.csv"), func(to io.Writer) error {
			_, _ = io.WriteString(to, "half")
			close(begun)
			<-ctx.Done()
			return ctx.Err()
		})
	}()
	<-begun
	e.stop()
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("left is %v, %v", left, err)
	}
	if ctx.Err() != context.Canceled {
		t.Errorf("the export goes on: %v", ctx.Err())
	}
}
