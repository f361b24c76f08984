package instance

import (
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shortDir is a folder whose name is short enough for a socket in it.
func shortDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "q")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

func TestSecondStartHandsItsFileOver(t *testing.T) {
	socket, got := Socket([]string{shortDir(t)}, "a"), make(chan string, 2)
	file := filepath.Join(t.TempDir(), "хикая 1.qantar")
	if Send(socket, file) {
		t.Fatal("a file was taken although nobody listens")
	}
	stop, err := Listen(socket, func(file string) { got <- file })
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{file, ""} {
		if !Send(socket, want) {
			t.Fatalf("%q was not taken", want)
		}
		if have := <-got; have != want {
			t.Errorf("opened %q, want %q", have, want)
		}
	}
	if _, err := Listen(socket, nil); err == nil {
		t.Error("a second program listens at the same socket")
	}
	stop()
	if Send(socket, file) {
		t.Error("a file was taken after the end")
	}
}

func TestALeftSocketIsTakenOver(t *testing.T) {
	socket := Socket([]string{shortDir(t)}, "a")
	listener, err := net.ListenUnix("unix", &net.UnixAddr{Name: socket, Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	listener.SetUnlinkOnClose(false)
	_ = listener.Close() // as after a crash
	if _, err := os.Lstat(socket); err != nil {
		t.Fatal(err)
	}
	stop, err := Listen(socket, func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	stop()
}

func TestNonsenseIsNotFollowed(t *testing.T) {
	socket := Socket([]string{shortDir(t)}, "a")
	stop, err := Listen(socket, func(file string) { t.Errorf("opened %q", file) })
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	for _, text := range []string{"hello\n", `{"open": "relative.qantar"}` + "\n", `{"open": 5}` + "\n", strings.Repeat("x", longestRequest+1) + "\n"} {
		conn, err := net.Dial("unix", socket)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = conn.Write([]byte(text))
		if n, _ := conn.Read(make([]byte, 16)); n > 0 {
			t.Errorf("%.20q was answered", text)
		}
		_ = conn.Close()
	}
}

func TestSocket(t *testing.T) {
	dir := shortDir(t)
	if a, b := Socket([]string{dir}, ":1", "data"), Socket([]string{dir}, ":1", "other"); a == b || filepath.Dir(a) != dir {
		t.Errorf("%q and %q should differ, in %s", a, b, dir)
	}
	long := filepath.Join(dir, strings.Repeat("x", 90))
	if err := os.Mkdir(long, 0o700); err != nil {
		t.Fatal(err)
	}
	if got := Socket([]string{"", filepath.Join(dir, "none"), long, dir}, "a"); filepath.Dir(got) != dir {
		t.Errorf("%q, want one in %s: the first folders do not serve", got, dir)
	}
	if got := Socket([]string{long}, "a"); got != "" {
		t.Errorf("%q is too long a name", got)
	}
}
