package shipped

import (
	"context"

	"qantar/store/sqlite"
	"qantar/ui/state"
)

// Data prepares an open store for showing. Events are read from it one by one,
// so it must stay open.
func Data(ctx context.Context, db *sqlite.DB) (*state.Data, error) {
	frame, err := db.Frame(ctx)
	if err != nil {
		return nil, err
	}
	cols, err := db.Columns(ctx)
	if err != nil {
		return nil, err
	}
	return state.Open(frame, cols, db)
}
