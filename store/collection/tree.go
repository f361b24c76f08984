package collection

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"qantar/store"

	"go.yaml.in/yaml/v3"
)

// What one file may hold: how deep lists and mappings stand in each other, and
// how many items or fields one of them has. No schema allows more.
const (
	maxDepth = 12
	maxItems = 5000

	maxDocuments = store.MaxStories // one after the other, where a file may have several
)

// parseTree reads one YAML document; nil when it cannot be read at all.
func parseTree(f file, list *report) *yaml.Node {
	before := len(list.problems)
	documents := parseTrees(f, list)
	switch {
	case len(documents) > 1:
		list.add(spot{f.name, documents[1]}, "the file has a second document", "remove the line ---")
	case len(documents) == 0 && len(list.problems) == before:
		list.add(spot{file: f.name}, "the file is empty", "write its contents, or [] for none")
	}
	if len(documents) == 0 {
		return nil
	}
	return documents[0].Content[0]
}

// parseTrees reads YAML documents that follow one another, none at all when
// one of them cannot be read.
func parseTrees(f file, list *report) (documents []*yaml.Node) {
	where := spot{file: f.name}
	defer func() {
		if r := recover(); r != nil { // the parser should not, but the file is not ours
			list.add(where, "the file cannot be read as YAML", "check its indentation and quotes")
			documents = nil
		}
	}()
	if !utf8.Valid(f.text) {
		list.add(where, "the file is not UTF-8", "save it as UTF-8")
		return nil
	}
	for decoder := yaml.NewDecoder(bytes.NewReader(f.text)); len(documents) <= maxDocuments; {
		document := &yaml.Node{}
		switch err := decoder.Decode(document); {
		case errors.Is(err, io.EOF):
			return documents
		case err != nil:
			list.add(yamlSpot(f.name, err), yamlReason(err), "mend the YAML there: indentation, quotes, or a missing colon or dash")
			return nil
		}
		documents = append(documents, document)
	}
	list.add(where, fmt.Sprintf("the file has more than %d documents", maxDocuments), "divide it into several files")
	return nil
}

var yamlLine = regexp.MustCompile(`line (\d+): `)

// yamlSpot finds the line that the parser's message names.
func yamlSpot(name string, err error) spot {
	if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
		if line, err := strconv.Atoi(m[1]); err == nil {
			return spot{name, &yaml.Node{Line: line, Column: 1}}
		}
	}
	return spot{file: name}
}

func yamlReason(err error) string {
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	return "not YAML: " + yamlLine.ReplaceAllString(message, "")
}

// plain turns a node into the values that a JSON Schema knows. Anchors,
// aliases and tags, which no record needs, are problems, so nothing expands.
func plain(s spot, depth int, list *report) any {
	n := s.node
	if depth > maxDepth {
		list.add(s, "lists and mappings stand too deep in each other", "check the indentation")
		return nil
	}
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		list.add(s, "anchors (&) and aliases (*) are not used in a collection", "write the value out, or put quotes around a text that starts with & or *")
		return nil
	}
	if len(n.Content) > 2*maxItems {
		list.add(s, fmt.Sprintf("the list has more than %d entries", maxItems), "divide it into several files or collections")
		return nil
	}
	switch n.Kind {
	case yaml.MappingNode:
		return plainMapping(s, depth, list)
	case yaml.SequenceNode:
		all := make([]any, len(n.Content))
		for i, item := range n.Content {
			all[i] = plain(spot{s.file, item}, depth+1, list)
		}
		return all
	}
	value, err := plainScalar(n)
	if err != nil {
		list.add(s, err.Error(), "write a plain text between quotes, or a plain number")
	}
	return value
}

func plainMapping(s spot, depth int, list *report) any {
	all := make(map[string]any, len(s.node.Content)/2)
	for i := 0; i+1 < len(s.node.Content); i += 2 {
		key, value := s.node.Content[i], s.node.Content[i+1]
		if _, twice := all[key.Value]; twice {
			list.add(spot{s.file, key}, fmt.Sprintf("the field %.40q stands twice", key.Value), "keep one of them")
		}
		if key.Kind != yaml.ScalarNode || key.Tag != "!!str" {
			list.add(spot{s.file, key}, "a field's name is not a plain word", "put a space after the colon, or quotes around the text")
			continue
		}
		all[key.Value] = plain(spot{s.file, value}, depth+1, list)
	}
	return all
}

// plainScalar reads a scalar by its tag. A date without quotes stays a text.
func plainScalar(n *yaml.Node) (any, error) {
	switch n.Tag {
	case "!!str", "!!timestamp":
		return n.Value, checkCharacters(n.Value)
	case "!!null":
		return nil, nil
	}
	var value any
	if err := n.Decode(&value); err != nil {
		return nil, fmt.Errorf("%.40q cannot be read as %s", n.Value, n.Tag)
	}
	switch value := value.(type) {
	case bool, int, int64, uint64:
		return value, nil
	case float64:
		if !math.IsNaN(value) && !math.IsInf(value, 0) {
			return value, nil
		}
	}
	return nil, fmt.Errorf("%.40q is neither a text nor a number nor true or false", n.Value)
}

// checkCharacters refuses what cannot be seen and may mislead: control
// characters and the marks that turn the direction of writing.
func checkCharacters(text string) error {
	for _, r := range text {
		if (unicode.IsControl(r) && r != '\n' && r != '\t') || unicode.Is(unicode.Bidi_Control, r) || r == utf8.RuneError {
			return fmt.Errorf("the text holds the invisible character U+%04X", r)
		}
	}
	return nil
}
