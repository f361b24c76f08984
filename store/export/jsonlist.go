package export

import (
	"bytes"
	"encoding/json"
	"io"
)

// jsonList writes an object of JSON of which one member is a long array, a line
// for each of its values: the fields of head, then the array under name.
type jsonList struct {
	to     io.Writer
	values *json.Encoder
	line   bytes.Buffer
	count  int
}

// newJSONList begins the object. What head is made from must be an object with
// at least one field.
func newJSONList(to io.Writer, head any, name string) (*jsonList, error) {
	fields, err := json.Marshal(head)
	if err != nil {
		return nil, err
	}
	fields = append(bytes.TrimSuffix(fields, []byte("}")), ",\n\""+name+"\":["...)
	l := &jsonList{to: to}
	l.values = json.NewEncoder(&l.line)
	_, err = to.Write(fields)
	return l, err
}

// add writes a value of the array. Characters with a meaning in HTML are
// escaped, so that the file may stand in a page.
func (l *jsonList) add(value any) error {
	l.line.Reset()
	if l.count > 0 {
		l.line.WriteByte(',')
	}
	l.line.WriteByte('\n')
	if err := l.values.Encode(value); err != nil {
		return err
	}
	l.count++
	_, err := l.to.Write(bytes.TrimSuffix(l.line.Bytes(), []byte("\n")))
	return err
}

// end closes array and object.
func (l *jsonList) end() error {
	_, err := io.WriteString(l.to, "\n]}\n")
	return err
}
