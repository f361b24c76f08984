package collection

import (
	"bytes"
	"fmt"
	"strings"
)

// mostShared is how many words in a row a text of ours may share with a document.
const mostShared = 5

// runs are the runs of words that stand in the documents, one word longer than
// may be shared, with the file each stands in.
type runs map[string]string

// addDocument takes in the runs of a document, paragraph by paragraph.
func (r runs) addDocument(file string, text []byte) {
	for line := range bytes.SplitSeq(text, []byte("\n")) {
		words := tokens(string(line))
		for i := range len(words) - mostShared {
			r[runAt(words, i)] = file
		}
	}
}

func runAt(words []string, i int) string { return strings.Join(words[i:i+mostShared+1], " ") }

// check refuses texts that share a run with a document. The first of a text is
// reported, as long as it goes.
func (r runs) check(all []prose, list *report) {
	for _, p := range all {
		words := tokens(p.text)
		for i := range len(words) - mostShared {
			file, shared := r[runAt(words, i)]
			if !shared {
				continue
			}
			end := i + mostShared + 1
			for end < len(words) && r[runAt(words, end-mostShared)] != "" {
				end++
			}
			list.add(p.spot, fmt.Sprintf("%d words in a row stand in %s too: %.200q", end-i, file, strings.Join(words[i:end], " ")), "say it in words of your own")
			break
		}
	}
}
