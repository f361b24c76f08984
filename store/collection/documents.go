package collection

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"

	"qantar/store/documents"
)

// maxDocumentBytes is the largest document that is read.
const maxDocumentBytes = 64 << 20

// checkDocuments compares the documents in folder with what the sources say,
// and our texts with theirs.
func checkDocuments(d *docs, folder fs.FS, list *report) {
	shared := runs{}
	for _, e := range d.sources {
		if !fs.ValidPath(e.doc.File) || e.doc.File == "." {
			continue // the schema has reported it
		}
		text, err := readDocument(folder, e.doc.File)
		if err != nil {
			list.add(e.at("file"), fmt.Sprintf("the document %s cannot be read: %s", e.doc.File, reason(err)), "put it into the folder given with --documents")
			continue
		}
		checkDocument(e, text, list)
		shared.addDocument(e.doc.File, text)
	}
	shared.check(d.prose(), list)
}

func checkDocument(e entry[sourceDoc], text []byte, list *report) {
	sum := sha256.Sum256(text)
	if got := hex.EncodeToString(sum[:]); got != e.doc.SHA256 {
		list.add(e.at("sha256"), "the document has another SHA-256: "+got, "use the very file that the record was read from, or review the record against the new one")
	}
	if got := len(documents.Paragraphs(text)); got != e.doc.Paragraphs {
		list.add(e.at("paragraphs"), fmt.Sprintf("the document has %d paragraphs, not %d", got, e.doc.Paragraphs), "write the number that grep -c . prints")
	}
}

func readDocument(folder fs.FS, name string) ([]byte, error) {
	f, err := folder.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxDocumentBytes+1))
	if err == nil && len(text) > maxDocumentBytes {
		err = fmt.Errorf("it is larger than %d MB", maxDocumentBytes>>20)
	}
	return text, err
}
