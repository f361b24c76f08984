// Package page writes a collection as one self-contained page of HTML: map,
// timeline, stories, reports and sources in every language, which opens from a
// disk in a current browser, with no network and no other file. Texts of the
// record are data of the page and never markup; a strict policy lets nothing
// run but the page's own script and lets no request leave.
//
// What runs in the page stands in the folder web, as it is written: plain
// script and style, put together by the order of their names.
package page

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"qantar/geo/basemap"
	"qantar/store"
	"qantar/store/export"
	"qantar/ui/words"
)

// Options tell how a page opens, and what it is made with.
type Options struct {
	Lang  store.Lang    // in which it opens; its reader can take another
	Story string        // id of the one story that the page holds, at whose first scene it opens; "" for all stories
	Words words.Catalog // the interface's texts
	World *basemap.Map  // of which the page gets a part
}

// MostEvents is how many events a page holds at most: a browser keeps all of
// them at hand.
const MostEvents = 5000

// Write writes the page of a record. A record that names what it does not have
// is an error, and so is a story that is not there or too many events. It holds
// the whole page in memory.
func Write(to io.Writer, r export.Record, o Options) error {
	g, err := gather(r, o)
	if err != nil {
		return fmt.Errorf("making a page of %s: %w", r.Frame.ID, err)
	}
	var data bytes.Buffer
	into := json.NewEncoder(&data)
	into.SetEscapeHTML(true) // so that no text can end the block that it stands in
	if err := into.Encode(g); err != nil {
		return fmt.Errorf("making a page of %s: %w", r.Frame.ID, err)
	}
	return put(to, shell{Lang: o.Lang, Title: g.Title.in(o.Lang), NoScript: o.Words.In(o.Lang, "page-no-script"), Data: bytes.TrimSpace(data.Bytes())})
}
