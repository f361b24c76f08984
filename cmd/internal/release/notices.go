package main

import (
	"bytes"
	"fmt"
	"strings"
)

// rule parts the texts of two licences.
var rule = strings.Repeat("=", 78)

// notices are the licences of all parts in one text, after a list of them.
func notices(parts []part) []byte {
	var b bytes.Buffer
	fmt.Fprint(&b, "Qantar is under the MIT licence. The programs contain work of others, whose\nlicences follow.\n\n")
	for _, p := range parts {
		fmt.Fprintf(&b, "  %s (%s)\n", strings.TrimSpace(p.name+" "+p.version), expression(p))
	}
	for _, p := range parts {
		for _, l := range p.licences {
			fmt.Fprintf(&b, "\n%s\n%s\n", rule, strings.TrimSpace(p.name+" "+p.version))
			if l.file != "" {
				fmt.Fprintln(&b, l.file)
			}
			fmt.Fprintf(&b, "%s\n\n%s\n", p.from, strings.TrimSpace(l.text))
		}
	}
	return b.Bytes()
}
