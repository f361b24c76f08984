package page

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html"
	"io"
	"io/fs"
	"strings"
	"sync"

	"qantar/store"
)

//go:embed web/*.html web/*.css web/*.js
var web embed.FS

// shell is what stands around the data of a page.
type shell struct {
	Lang     store.Lang
	Title    string
	NoScript string
	Data     []byte // JSON in which no letter has a meaning in HTML
}

// code is what is the same in every page.
type code struct{ html, style, script string }

// sources reads what the page is made of, once.
var sources = sync.OnceValue(func() code {
	return code{
		html:   joined("web/*.html"),
		style:  "\n" + looksCSS() + joined("web/*.css"),
		script: "\n(() => {\n\"use strict\";\n" + joined("web/*.js") + "})();\n",
	}
})

// joined are the files of a pattern one after the other, in order of their names.
func joined(pattern string) string {
	names, err := fs.Glob(web, pattern)
	if err != nil {
		panic("page: " + err.Error()) // only for a pattern that is not valid
	}
	var b strings.Builder
	for _, name := range names {
		text, err := web.ReadFile(name)
		if err != nil {
			panic("page: " + err.Error()) // it is embedded
		}
		b.Write(text)
	}
	return b.String()
}

// policy lets run and show what has these hashes, and nothing else. Icons are
// pictures written out in the page.
// Source: W3C, Content Security Policy Level 3.
func policy(c code) string {
	return "default-src 'none'; script-src " + hashOf(c.script) + "; style-src " + hashOf(c.style) +
		"; img-src data:; base-uri 'none'; form-action 'none'"
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// put writes a page.
func put(to io.Writer, s shell) error {
	c := sources()
	_, err := strings.NewReplacer(
		"{{lang}}", html.EscapeString(string(s.Lang)),
		"{{policy}}", policy(c),
		"{{title}}", html.EscapeString(s.Title),
		"{{noscript}}", html.EscapeString(s.NoScript),
		"{{style}}", c.style,
		"{{data}}", string(s.Data),
		"{{script}}", c.script,
	).WriteString(to, c.html)
	return err
}
