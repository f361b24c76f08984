package main

import (
	"context"
	"io"
	"strconv"

	"qantar/assets"
	"qantar/store/export"
	"qantar/ui/inwords"
	"qantar/ui/words"
)

// inSentences makes an exporter that writes events in sentences.
func inSentences(markdown bool) func(context.Context, io.Writer, *exported) error {
	return func(ctx context.Context, to io.Writer, x *exported) error {
		catalog, err := words.Load(assets.Translations())
		if err != nil {
			return err
		}
		word := func(key string, args ...string) string { return catalog.In(x.lang, key, args...) }
		shown := []string{word("words-count", "n", strconv.Itoa(x.len()))}
		if !x.all {
			shown = append(shown, word("words-filtered"))
		}
		return inwords.Write(to, export.Record{Frame: x.frame, Events: told(x.events(ctx), x.len(), x.told)},
			inwords.Options{Lang: x.lang, Words: word, Shown: shown, Markdown: markdown})
	}
}
