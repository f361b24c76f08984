package main

import (
	"context"

	"qantar/cmd/internal/shipped"
	"qantar/store"
	"qantar/store/sqlite"
	"qantar/store/stories"
	"qantar/ui"
	"qantar/ui/state"
)

// ownStories opens the user's own stories of a collection.
func ownStories(db *sqlite.DB, data *state.Data) ui.Stories {
	file, own, note, err := stories.Open(shipped.StoriesPath(data.ID), data.Loc)
	s := ui.Stories{File: file, Own: own, Found: err}
	if note != nil {
		s.Found = note
	}
	s.ExportInside = func(ctx context.Context, path string, own []store.Story) error {
		return stories.ExportInside(ctx, path, db, own)
	}
	return s
}
