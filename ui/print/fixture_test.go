package print

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"qantar/assets"
	"qantar/geo/basemap"
	"qantar/seeds"
	"qantar/store"
	"qantar/store/collection"
	"qantar/ui/state"
	"qantar/ui/words"
)

// shippedRecord is the collection that Qantar ships, read once.
var shippedRecord = sync.OnceValues(func() (*store.Collection, error) { return collection.Read(seeds.Shipped()) })

// record is the shipped collection, and its data for one goroutine.
func record(t testing.TB) (*store.Collection, *state.Data) {
	t.Helper()
	c, err := shippedRecord()
	if err != nil {
		t.Fatal(err)
	}
	data, err := state.Prepare(c)
	if err != nil {
		t.Fatal(err)
	}
	return c, data
}

var thePress = sync.OnceValues(func() (*Press, error) {
	world, err := basemap.Decode(assets.Basemap)
	if err != nil {
		return nil, err
	}
	catalog, err := words.Load(assets.Translations())
	if err != nil {
		return nil, err
	}
	return NewPress(world, Fonts{assets.FontRegular, assets.FontBold, assets.FontItalic}, catalog)
})

func press(t testing.TB) *Press {
	t.Helper()
	k, err := thePress()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// pdf writes a document into a file and returns its name.
func pdf(t testing.TB, write func(to io.Writer) error) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "out.pdf")
	if err := WriteWhole(context.Background(), path, write); err != nil {
		t.Fatal(err)
	}
	return path
}

// handoutOf writes the handout of a story.
func handoutOf(t testing.TB, h Handout) string {
	t.Helper()
	_, data := record(t)
	return pdf(t, func(to io.Writer) error { return press(t).WriteHandout(t.Context(), to, data, h, nil) })
}

// tool runs a program that reads documents, and returns what it says.
func tool(t testing.TB, name string, args ...string) string {
	t.Helper()
	program, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not here to read the document; install poppler-utils and qpdf", name)
	}
	var said bytes.Buffer
	cmd := exec.Command(program, args...)
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil || strings.Contains(said.String(), "Error") {
		t.Fatalf("%s: %v: %.500s", name, err, said.String())
	}
	return string(out)
}

// textOf is the text of a document with every run of space as one.
func textOf(t testing.TB, path string) string {
	t.Helper()
	return strings.Join(strings.Fields(tool(t, "pdftotext", path, "-")), " ")
}

// flat is a text with every run of space as one.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

func bytesOf(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
