//go:build unix

package journal

import (
	"os"

	"golang.org/x/sys/unix"
)

// turnErrors has what writes to the standard error below Go, such as the
// runtime's last words and graphics drivers, write into the log instead: a
// person at a terminal gets sentences. os.Stderr goes on to be the terminal.
func turnErrors(log *os.File) {
	terminal, err := unix.FcntlInt(2, unix.F_DUPFD_CLOEXEC, 3)
	if err != nil {
		return // there is none
	}
	if unix.Dup2(int(log.Fd()), 2) != nil {
		_ = unix.Close(terminal)
		return
	}
	os.Stderr = os.NewFile(uintptr(terminal), "/dev/stderr")
}
