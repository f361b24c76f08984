package shipped

import (
	"os"
	"path/filepath"
	"testing"

	"qantar/seeds"

	"github.com/adrg/xdg"
)

// home puts the data folder somewhere for one test.
func home(t *testing.T, folder string) {
	t.Helper()
	t.Setenv("XDG_DATA_HOME", folder)
	xdg.Reload()
	t.Cleanup(xdg.Reload)
}

func TestOpen(t *testing.T) {
	home(t, filepath.Join(t.TempDir(), "data"))
	for _, step := range []string{"first", "again"} {
		t.Run(step, func(t *testing.T) {
			db, done, err := Open(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			defer done()
			c, err := db.Collection(t.Context())
			if err != nil || c.ID != seeds.Name || len(c.Events) < 80 || db.Path() != Path() {
				t.Errorf("%v, %s", err, db.Path())
			}
		})
	}
}

func TestOpenWithoutDataFolder(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "a file, not a folder")
	if err := os.WriteFile(blocked, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	home(t, blocked)
	db, done, err := Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Dir(db.Path())
	done()
	if _, err := os.Stat(folder); !os.IsNotExist(err) {
		t.Errorf("the temporary folder %s is left behind", folder)
	}
}
