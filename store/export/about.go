package export

import "strings"

// about is what a file says of the collection that it comes from.
type about struct {
	Collection  string   `json:"collection"`
	Title       string   `json:"title"`
	Summary     string   `json:"summary"`
	Language    string   `json:"language"`
	Attribution []string `json:"attribution"`
	Hash        string   `json:"hash"` // SHA-256 of the collection's files

	origin, credit string // id and hash, and the lines of attribution, in a line each
}

func (w *writing) tell() about {
	c := w.Frame
	a := about{Collection: plain(c.ID), Title: w.in(c.Title), Summary: w.in(c.Summary), Language: string(w.Lang), Attribution: []string{}, Hash: plain(c.Hash)}
	for _, line := range c.Attribution {
		a.Attribution = append(a.Attribution, plain(line))
	}
	a.origin, a.credit = a.Collection+"@"+a.Hash, strings.Join(a.Attribution, between)
	return a
}
