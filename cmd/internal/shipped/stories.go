package shipped

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"regexp"
)

// plainID is what a collection's id looks like. A file from elsewhere may
// claim any.
var plainID = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// StoriesPath is where the user's own stories of a collection lie, in the
// folder of the store.
func StoriesPath(collection string) string {
	name := collection
	if !plainID.MatchString(name) || len(name) > 64 {
		sum := sha256.Sum256([]byte(collection))
		name = "collection-" + hex.EncodeToString(sum[:8])
	}
	return filepath.Join(Folder(), "stories", name+".yaml")
}
