//go:build !windows

package main

import (
	"fmt"
	"os"
)

// tell says to the user what is wrong.
func tell(err error) { fmt.Fprintln(os.Stderr, "qantar:", err) }
