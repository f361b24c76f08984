package main

import (
	"context"
	"fmt"
	"io"

	"qantar/assets"
	"qantar/geo/basemap"
	"qantar/store/export"
	"qantar/ui/page"
	"qantar/ui/words"
)

// asPage writes one page of HTML.
func asPage(ctx context.Context, to io.Writer, x *exported) error {
	world, err := basemap.Decode(assets.Basemap)
	if err != nil {
		return fmt.Errorf("reading the basemap: %w", err)
	}
	catalog, err := words.Load(assets.Translations())
	if err != nil {
		return err
	}
	story := ""
	if x.story != nil {
		story = x.story.ID
	}
	return page.Write(to, export.Record{Frame: x.frame, Events: told(x.events(ctx), x.len(), x.told)},
		page.Options{Lang: x.lang, Story: story, Words: catalog, World: world})
}
