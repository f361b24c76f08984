package main

import (
	"slices"
	"time"

	"qantar/store"
	"qantar/store/when"

	"github.com/spf13/pflag"
)

// filter is what the flags of list and export say of the events.
type filter struct {
	from, to   string
	categories []string
	kinds      []string
	places     []string
	sources    []string
	text       string
	knownAt    string
	known      *int64 // the moment that knownAt names, in Unix seconds; nil: none
	language   string
}

// filterFlags are the flags that leave entries out.
var filterFlags = []string{"from", "to", "category", "kind", "place", "source", "text", "known-at"}

func (f *filter) addFlags(flags *pflag.FlagSet) {
	flags.StringVar(&f.from, "from", "", "not over before this `time`, in EDTF: 2022-01-05 or 2022-01-05T18:00")
	flags.StringVar(&f.to, "to", "", "not beginning after this `time`, in EDTF")
	flags.StringSliceVar(&f.categories, "category", nil, "`ids` of categories")
	flags.StringSliceVar(&f.kinds, "kind", nil, "`kinds`: happening, statement, count, claim, rumour, analysis, plan, background")
	flags.StringSliceVar(&f.places, "place", nil, "`ids` of places, with everything inside them")
	flags.StringSliceVar(&f.sources, "source", nil, "`ids` of sources")
	flags.StringVar(&f.text, "text", "", "`words` to find in any language, each as the start of a word")
	flags.StringVar(&f.knownAt, "known-at", "", "only what had been reported for certain by the end of this `time`, in EDTF")
	flags.StringVar(&f.language, "lang", string(store.English), "`language` of the texts: en, kk or ru")
}

// filters tells whether any flag leaves entries out.
func (f *filter) filters(flags *pflag.FlagSet) bool {
	return slices.ContainsFunc(filterFlags, flags.Changed)
}

// parseLanguage reads the value of --lang.
func parseLanguage(text string) (store.Lang, error) {
	if !slices.Contains(store.Langs, store.Lang(text)) {
		return "", misusef("--lang %s is not a language of Qantar; use en, kk or ru", text)
	}
	return store.Lang(text), nil
}

// parseTime reads the value of a flag that is a time.
func parseTime(flag, text string, zone *time.Location) (when.When, error) {
	w, err := when.Parse(text, zone)
	if err != nil {
		return w, misusef("--%s: %w", flag, err)
	}
	return w, nil
}

// query turns the flags into a query, refusing ids and times that c does not know.
func (f *filter) query(flags *pflag.FlagSet, c *store.Collection) (store.Query, error) {
	q := store.Query{Categories: f.categories, Places: f.places, Sources: f.sources, Text: f.text}
	for _, kind := range f.kinds {
		q.Kinds = append(q.Kinds, store.Kind(kind))
	}
	known := []struct {
		flag   string
		values []string
		ids    []string
	}{
		{"category", f.categories, ids(c.Categories, func(x store.Category) string { return x.ID })},
		{"kind", f.kinds, ids(store.Kinds, func(x store.Kind) string { return string(x) })},
		{"place", f.places, ids(c.Places, func(x store.Place) string { return x.ID })},
		{"source", f.sources, ids(c.Sources, func(x store.Source) string { return x.ID })},
	}
	for _, k := range known {
		for _, value := range k.values {
			if !slices.Contains(k.ids, value) {
				return q, misusef("--%s %q is not in this collection; use one of %s", k.flag, value, choices(k.ids))
			}
		}
	}
	if err := f.addTimes(flags, c, &q); err != nil {
		return q, err
	}
	if f.known != nil {
		narrowToKnown(&q, c, *f.known)
	}
	return q, nil
}

func (f *filter) addTimes(flags *pflag.FlagSet, c *store.Collection, q *store.Query) error {
	zone, err := when.Zone(c.TimeZone)
	if err != nil {
		return err
	}
	if flags.Changed("from") {
		from, err := parseTime("from", f.from, zone)
		if err != nil {
			return err
		}
		q.From = &from.Earliest
	}
	if flags.Changed("to") {
		to, err := parseTime("to", f.to, zone)
		if err != nil {
			return err
		}
		q.To = &to.Latest
	}
	if flags.Changed("known-at") {
		at, err := parseTime("known-at", f.knownAt, zone)
		if err != nil {
			return err
		}
		f.known = &at.Latest
	}
	if q.From != nil && q.To != nil && *q.From > *q.To {
		return misusef("--from %s is after --to %s; swap the two", f.from, f.to)
	}
	return nil
}

func ids[T any](values []T, id func(T) string) []string {
	all := make([]string, len(values))
	for i, value := range values {
		all[i] = id(value)
	}
	return all
}
