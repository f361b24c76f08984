package main

import (
	"fmt"
	"os"

	"golang.org/x/sys/windows"
)

// tell says to the user what is wrong, in a box: a window's program has no
// terminal here.
func tell(err error) {
	fmt.Fprintln(os.Stderr, "qantar:", err)
	text, textErr := windows.UTF16PtrFromString(err.Error())
	title, titleErr := windows.UTF16PtrFromString("Qantar")
	if textErr == nil && titleErr == nil {
		_, _ = windows.MessageBox(0, text, title, windows.MB_OK|windows.MB_ICONERROR)
	}
}
