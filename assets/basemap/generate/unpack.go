package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
)

// fromZip returns one member of a zip archive.
func fromZip(archive []byte, name string) ([]byte, error) {
	zr, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		return nil, fmt.Errorf("opening the zip archive: %w", err)
	}
	f, err := zr.Open(name)
	if err != nil {
		return nil, fmt.Errorf("the zip archive: %w", err)
	}
	defer f.Close()
	return io.ReadAll(f)
}

// fromTar returns the named members of a tar stream, in the order of names.
func fromTar(r io.Reader, names ...string) ([][]byte, error) {
	found := map[string][]byte{}
	for tr := tar.NewReader(r); ; {
		h, err := tr.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("reading the tar archive: %w", err)
		}
		if found[h.Name], err = io.ReadAll(tr); err != nil {
			return nil, fmt.Errorf("reading %s: %w", h.Name, err)
		}
	}
	out := make([][]byte, len(names))
	for i, name := range names {
		if out[i] = found[name]; out[i] == nil {
			return nil, fmt.Errorf("the archive holds no %s", name)
		}
	}
	return out, nil
}

// fromTgz returns one member of a gzipped tar archive.
func fromTgz(archive []byte, name string) ([]byte, error) {
	zr, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		return nil, fmt.Errorf("opening the archive: %w", err)
	}
	files, err := fromTar(zr, name)
	if err != nil {
		return nil, err
	}
	return files[0], nil
}

// fromDeb returns members of a Debian package. Its payload is compressed with
// xz, which dpkg-deb reads and the standard library does not.
func fromDeb(archive []byte, names ...string) ([][]byte, error) {
	f, err := os.CreateTemp("", "*.deb")
	if err != nil {
		return nil, err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(archive)
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, err
	}
	payload, err := exec.Command("dpkg-deb", "--fsys-tarfile", f.Name()).Output()
	if err != nil {
		return nil, fmt.Errorf("dpkg-deb: %w", err)
	}
	return fromTar(bytes.NewReader(payload), names...)
}

// gunzip decompresses data.
func gunzip(data []byte) ([]byte, error) {
	zr, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(zr)
}
