package ui

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/test"
)

// A window that is left while something is written leaves nothing half written.
func TestLeavingStopsExports(t *testing.T) {
	w := window(t, test.NewTempApp(t))
	folder, begun := t.TempDir(), make(chan struct{})
	f := &exportFormat{"csv", ".csv", 0, nil, func(ctx context.Context, to io.Writer, _ *exportJob) error {
		_, _ = io.WriteString(to, "half")
		close(begun)
		<-ctx.Done()
		return ctx.Err()
	}}
	w.headless = false
	w.export(f, &exportJob{}, filepath.Join(folder, "out.csv"))
	<-begun
	w.exports.stop()
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("left is %v, %v", left, err)
	}
	w.headless = true
}
