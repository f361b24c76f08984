package main

import (
	"context"
	"encoding/json"
	"io"
	"slices"
	"strings"

	"qantar/cmd/internal/shipped"
	"qantar/store/sqlite"

	"github.com/spf13/cobra"
)

// listing is what one kind of list prints.
type listing struct {
	name, short string
	header      []string
	rows        func(*view) (forJSON any, forTable [][]string)
}

var listings = []listing{
	{"events", "List events in the order of time", []string{"DAY", "PLACE", "TITLE", "SOURCES"}, eventRows},
	{"reports", "List what each source reports, event by event", []string{"DAY", "EVENT", "SOURCE", "ATTRIBUTED TO", "NOTE"}, reportRows},
	{"sources", "List the documents", []string{"ID", "PUBLISHER", "TITLE", "PUBLISHED", "FILE", "PARAGRAPHS"}, sourceRows},
	{"places", "List the places", []string{"ID", "NAME", "KIND", "POSITION", "COUNTRY", "INSIDE"}, placeRows},
	{"figures", "List the numbers that the sources give, each with who gives it", []string{"AS OF", "MEASURE", "NUMBER", "UNIT", "PLACE", "SOURCE", "ATTRIBUTED TO"}, figureRows},
	{"disagreements", "List where the sources differ, and how", []string{"ID", "KIND", "TOPIC", "MEMBERS"}, disagreementRows},
	{"differing", "List figures of one measure, place and time that differ, found by comparing them", []string{"MEASURE", "PLACE", "FIGURES"}, differingRows},
	{"stories", "List the stories, each with its scenes", []string{"ID", "TITLE", "SCENE", "SHOWS", "MODE", "CAPTION"}, storyRows},
	{"areas", "List regions and countries, each with the events that hold over it", []string{"CODE", "NAME", "DAY", "EVENT"}, areaRows},
}

// listFlags are what the flags of list say.
type listFlags struct {
	filter
	json bool
	own  bool // of stories: the user's own
}

func newList() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: "List events, reports, sources, places, figures, disagreements, stories or areas"}
	group(cmd)
	for _, l := range listings {
		cmd.AddCommand(newListing(l))
	}
	return cmd
}

func newListing(l listing) *cobra.Command {
	f := &listFlags{}
	cmd := &cobra.Command{
		Use:   l.name + " [STORE]",
		Short: l.short,
		Long: l.short + ".\n\nWith no STORE (a .qantar file) the shipped collection is listed. Filters are joined with \"and\";\n" +
			"values of one filter, separated by commas, with \"or\". Sources and places are listed as far as\n" +
			"events that pass the filters name them; figures by their own time, place and source and the other\n" +
			"filters' events; disagreements as far as one of their members is, and stories as far as one of their scenes\nhighlights an event that passes. With --json, instants are RFC 3339 in the place's zone;\n" +
			"an open start or end is given as the first or last instant that RFC 3339 can write.",
		Args: arguments(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error { return list(cmd, l, f, args) },
	}
	cmd.Flags().BoolVar(&f.json, "json", false, "print a JSON array")
	if l.name == "stories" {
		cmd.Flags().BoolVar(&f.own, "own", false, "list your own stories of the collection, as the window keeps them")
	}
	f.addFlags(cmd.Flags())
	return cmd
}

func list(cmd *cobra.Command, l listing, f *listFlags, args []string) error {
	lang, err := parseLanguage(f.language)
	if err != nil {
		return err
	}
	db, done, err := openStore(cmd.Context(), args)
	if err != nil {
		return err
	}
	defer done()
	c, err := db.Collection(cmd.Context())
	if err != nil {
		return err
	}
	q, err := f.query(cmd.Flags(), c)
	if err != nil {
		return err
	}
	events, err := db.Events(cmd.Context(), q)
	if err != nil {
		return err
	}
	if f.known != nil {
		for i := range events {
			events[i] = *toldBy(c, &events[i], f.known)
		}
		c = c.Known(*f.known)
	}
	v, err := newView(c, events, q, lang, f.filters(cmd.Flags()))
	if err != nil {
		return err
	}
	if err := v.findFigures(cmd.Context(), db); err != nil {
		return err
	}
	if f.own {
		if c.Stories, err = ownStories(c, v.zone); err != nil {
			return err
		}
	}
	forJSON, forTable := l.rows(v)
	if f.json {
		return printJSON(cmd.OutOrStdout(), forJSON)
	}
	return printTable(cmd.OutOrStdout(), l.header, forTable)
}

// openStore opens the named store, or the shipped one when none is named.
func openStore(ctx context.Context, args []string) (*sqlite.DB, func(), error) {
	file := ""
	if len(args) > 0 {
		file = args[0]
	}
	return shipped.OpenStore(ctx, file)
}

func printJSON(w io.Writer, rows any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(rows)
}

// choices joins ids for a sentence, at most a screen's worth.
func choices(ids []string) string {
	slices.Sort(ids)
	const most = 20
	if len(ids) > most {
		return strings.Join(ids[:most], ", ") + " and so on"
	}
	return strings.Join(ids, ", ")
}
