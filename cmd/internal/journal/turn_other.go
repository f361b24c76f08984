//go:build !unix

package journal

import "os"

// turnErrors does nothing: a window's program has no standard error here.
func turnErrors(*os.File) {}
