package collection

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// maxProblems bounds how many problems are kept; a folder with more of them is
// hardly a collection.
const maxProblems = 1000

// Problem is one thing that is wrong, where it stands, and what to do about it.
type Problem struct {
	File         string // path inside the collection folder
	Line, Column int    // counted from 1; 0 when the file as a whole is meant
	What, Do     string
}

// Error is the problem as one line: file:line:column: what; what to do.
func (p Problem) Error() string {
	if p.Line == 0 {
		return fmt.Sprintf("%s: %s; %s", p.File, p.What, p.Do)
	}
	return fmt.Sprintf("%s:%d:%d: %s; %s", p.File, p.Line, p.Column, p.What, p.Do)
}

// Problems are everything that is wrong with a collection.
type Problems []Problem

// Error lists every problem, a line each.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, problem := range p {
		lines[i] = problem.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the single problems to errors.As.
func (p Problems) Unwrap() []error {
	all := make([]error, len(p))
	for i, problem := range p {
		all[i] = problem
	}
	return all
}

// spot is where something stands in the YAML.
type spot struct {
	file string
	node *yaml.Node
}

// at goes from a mapping to a field's value (string) and from a list to an
// item (int). Where there is no such thing it stays as near as it gets.
func (s spot) at(path ...any) spot {
	for _, step := range path {
		next := child(s.node, step)
		if next == nil {
			return s
		}
		s.node = next
	}
	return s
}

func child(node *yaml.Node, step any) *yaml.Node {
	if node == nil {
		return nil
	}
	switch step := step.(type) {
	case int:
		if node.Kind == yaml.SequenceNode && step < len(node.Content) {
			return node.Content[step]
		}
	case string:
		if _, value := field(node, step); value != nil {
			return value
		}
	}
	return nil
}

// field finds a mapping's key and value nodes by name.
func field(node *yaml.Node, name string) (key, value *yaml.Node) {
	if node.Kind != yaml.MappingNode {
		return nil, nil
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		if node.Content[i].Value == name {
			return node.Content[i], node.Content[i+1]
		}
	}
	return nil, nil
}

// report gathers problems.
type report struct {
	problems Problems
}

// add notes what is wrong at s and what to do about it.
func (r *report) add(s spot, what, do string) {
	p := Problem{File: s.file, What: what, Do: do}
	if s.node != nil {
		p.Line, p.Column = s.node.Line, s.node.Column
	}
	if !r.full() {
		r.problems = append(r.problems, p)
	}
}

// full tells that further problems would not be kept.
func (r *report) full() bool { return len(r.problems) >= maxProblems }

func (r *report) sorted() Problems {
	slices.SortStableFunc(r.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return r.problems
}
