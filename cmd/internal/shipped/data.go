package shipped

import (
	"context"

	"qantar/store/sqlite"
	"qantar/ui/state"
)

// Data reads what a window shows of an open store.
func Data(ctx context.Context, db *sqlite.DB) (*state.Data, error) {
	c, err := db.Collection(ctx)
	if err != nil {
		return nil, err
	}
	return state.Prepare(c)
}
