package collection

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"net/url"
	"path"
	"strconv"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

//go:embed schema/*.json
var schemaFiles embed.FS

// schemaBase is a name, not an address: nothing is ever fetched.
const schemaBase = "https://qantar.invalid/schema/"

// schemas are the compiled schemas by file name, with their sources for the
// descriptions in them. They are compiled once and then only read.
type schemas struct {
	compiled map[string]*jsonschema.Schema
	sources  map[string]any
}

var loadSchemas = sync.OnceValues(func() (*schemas, error) {
	entries, err := schemaFiles.ReadDir("schema")
	if err != nil {
		return nil, fmt.Errorf("listing the schemas: %w", err)
	}
	s := &schemas{map[string]*jsonschema.Schema{}, map[string]any{}}
	compiler := jsonschema.NewCompiler()
	for _, entry := range entries {
		text, err := schemaFiles.ReadFile("schema/" + entry.Name())
		if err != nil {
			return nil, fmt.Errorf("reading schema %s: %w", entry.Name(), err)
		}
		source, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			return nil, fmt.Errorf("parsing schema %s: %w", entry.Name(), err)
		}
		s.sources[entry.Name()] = source
		if err := compiler.AddResource(schemaBase+entry.Name(), source); err != nil {
			return nil, fmt.Errorf("adding schema %s: %w", entry.Name(), err)
		}
	}
	for name := range s.sources {
		if s.compiled[name], err = compiler.Compile(schemaBase + name); err != nil {
			return nil, fmt.Errorf("compiling schema %s: %w", name, err)
		}
	}
	return s, nil
})

// validate checks the plain value of the file at root against a schema.
func validate(name string, value any, root spot, list *report) {
	s, err := loadSchemas()
	if err != nil {
		panic("collection: " + err.Error()) // the schemas are part of the program, and tested
	}
	var invalid *jsonschema.ValidationError
	if errors.As(s.compiled[name].Validate(value), &invalid) {
		s.explain(invalid, root, list)
	}
}

// explain reports the leaves of a tree of validation errors.
func (s *schemas) explain(e *jsonschema.ValidationError, root spot, list *report) {
	for _, cause := range e.Causes {
		s.explain(cause, root, list)
	}
	if len(e.Causes) > 0 || list.full() {
		return
	}
	where := root
	for _, token := range e.InstanceLocation {
		if i, err := strconv.Atoi(token); err == nil && child(where.node, i) != nil {
			where = where.at(i)
			continue
		}
		where = where.at(token)
	}
	s.explainLeaf(e, where, list)
}

func (s *schemas) explainLeaf(e *jsonschema.ValidationError, where spot, list *report) {
	name, do := fieldName(e.InstanceLocation), s.advice(e.SchemaURL)
	switch k := e.ErrorKind.(type) {
	case *kind.Required:
		for _, missing := range k.Missing {
			list.add(where, missing+" is missing"+ofWhat(name), "add a line "+missing+": ...")
		}
	case *kind.AdditionalProperties:
		for _, unknown := range k.Properties {
			key, _ := field(where.node, unknown)
			list.add(spot{where.file, key}, fmt.Sprintf("the field %.40q is not known%s", unknown, ofWhat(name)), "mend its spelling or remove it")
		}
	case *kind.Enum:
		list.add(where, fmt.Sprintf("%s is %.40q", name, fmt.Sprint(k.Got)), "use one of "+strings.Trim(fmt.Sprint(k.Want), "[]"))
	case *kind.Type:
		list.add(where, fmt.Sprintf("%s is of type %s, not %s", name, k.Got, strings.Join(k.Want, " or ")), do)
	case *kind.Pattern:
		list.add(where, fmt.Sprintf("%s is %.60q", name, k.Got), do)
	default:
		list.add(where, name+": "+e.ErrorKind.LocalizedString(message.NewPrinter(language.English)), do)
	}
}

// fieldName is the last name in a location such as ["3", "reports", "0", "note"].
func fieldName(location []string) string {
	for i := len(location) - 1; i >= 0; i-- {
		if _, err := strconv.Atoi(location[i]); err != nil {
			return location[i]
		}
	}
	return "the entry"
}

func ofWhat(name string) string {
	if name == "the entry" {
		return ""
	}
	return " in " + name
}

// advice is the description of the schema that failed, which says how to write
// the value; of the nearest schema around it when it has none.
func (s *schemas) advice(schemaURL string) string {
	const general = "compare it with the other entries"
	u, err := url.Parse(schemaURL)
	if err != nil {
		return general
	}
	best := general
	value := s.sources[path.Base(u.Path)]
	for _, token := range strings.Split(u.Fragment, "/") {
		if token != "" {
			value = step(value, token)
		}
		if mapping, ok := value.(map[string]any); ok {
			if text, ok := mapping["description"].(string); ok {
				best = text
			}
		}
	}
	return best
}

func step(value any, token string) any {
	mapping, ok := value.(map[string]any)
	if !ok {
		return nil
	}
	return mapping[token]
}
