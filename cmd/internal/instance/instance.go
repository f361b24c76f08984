// Package instance has a program that is started again hand its file over to the
// one that runs already.
package instance

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// patience is how long a program waits for another one on the same machine.
const patience = 2 * time.Second

// longest is the most bytes that the path of a socket may have, on the system
// where it may have the fewest (sun_path of macOS, with its end).
const longest = 103

// request is what one program asks of another, as a line of JSON.
type request struct {
	Open string `json:"open"` // a file by its whole path; "": only come to the front
}

// Socket is where the program that runs for a user listens: in the first of the
// folders that is there and not too long a name. Programs with other keys, such
// as another display or another data folder, do not hear each other. It is ""
// where no folder serves.
func Socket(folders []string, keys ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(keys, "\x00")))
	name := "qantar-" + hex.EncodeToString(sum[:6])
	for _, folder := range folders {
		path := filepath.Join(folder, name)
		if info, err := os.Stat(folder); folder != "" && err == nil && info.IsDir() && len(path) <= longest {
			return path
		}
	}
	return ""
}

// Send asks the program that listens at a socket to open a file, "" for none,
// and tells whether one does.
func Send(socket, file string) bool {
	conn, err := net.DialTimeout("unix", socket, patience)
	if err != nil {
		return false
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(patience))
	if err := json.NewEncoder(conn).Encode(request{file}); err != nil {
		return false
	}
	answer, err := bufio.NewReader(conn).ReadString('\n')
	return err == nil && answer == taken
}

// taken is the answer to a request that will be followed.
const taken = "taken\n"

// Listen has opened called with every file that another start of the program is
// asked to open, "" for none, on a goroutine of its own, until stop is called. A
// socket that a program has left behind is taken over.
func Listen(socket string, opened func(file string)) (stop func(), err error) {
	listener, err := net.Listen("unix", socket)
	if err != nil && !answers(socket) {
		if os.Remove(socket) == nil {
			listener, err = net.Listen("unix", socket)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("listening for other starts of the program: %w", err)
	}
	_ = os.Chmod(socket, 0o600)
	go serve(listener, opened)
	return func() { _ = listener.Close() }, nil
}

// answers tells whether a program listens at a socket.
func answers(socket string) bool {
	conn, err := net.DialTimeout("unix", socket, patience)
	if err != nil {
		return false
	}
	_ = conn.Close()
	return true
}

func serve(listener net.Listener, opened func(file string)) {
	for {
		conn, err := listener.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err == nil {
			if file, ok := receive(conn); ok {
				opened(file)
			}
		}
	}
}

// longestRequest is the most bytes that are read of one.
const longestRequest = 64 << 10

// receive reads one request and answers it.
func receive(conn net.Conn) (file string, ok bool) {
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(patience))
	line, err := bufio.NewReaderSize(conn, longestRequest).ReadSlice('\n')
	if err != nil {
		return "", false
	}
	var asked request
	if json.Unmarshal(line, &asked) != nil || asked.Open != "" && !filepath.IsAbs(asked.Open) {
		return "", false
	}
	_, err = conn.Write([]byte(taken))
	return asked.Open, err == nil
}
