package stories

import "fmt"

// Kind tells what befell a file of stories.
type Kind int

const (
	// Damaged: it could not be understood, and there was no version before it.
	Damaged Kind = iota
	// Restored: it could not be understood; the version before it was read.
	Restored
	// Missing: it was gone; the version before it was read.
	Missing
	// Changed: someone else had changed it, so it was not written over.
	Changed
)

// Note is what a user should know of the file of their stories. Nothing is
// lost: what could not be used stands aside.
type Note struct {
	Kind   Kind
	File   string
	Aside  string // the name that the file has been given; "" where it was gone
	Reason error  // why it could not be understood; nil where that is not the matter
}

// sentences are what a person reads, with the file and the name aside.
var sentences = map[Kind]string{
	Damaged:  "%[1]s could not be understood and was set aside as %[2]s; mend it there and import it",
	Restored: "%[1]s could not be understood and was set aside as %[2]s; the version before it is shown",
	Missing:  "%[1]s is gone; the version before it is shown",
	Changed:  "%[1]s was changed by another program; its version was set aside as %[2]s, from where it can be imported",
}

// Error is the note as one sentence, and the reason in another.
func (n *Note) Error() string {
	text := fmt.Sprintf(sentences[n.Kind], n.File, n.Aside)
	if n.Reason != nil {
		text += "\n" + n.Reason.Error()
	}
	return text
}

// Unwrap is the reason.
func (n *Note) Unwrap() error { return n.Reason }
