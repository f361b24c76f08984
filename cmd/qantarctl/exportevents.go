package main

import (
	"context"
	"iter"

	"qantar/store"
)

// len is the number of events that are written.
func (x *exported) len() int {
	if x.all {
		return x.db.Len()
	}
	return len(x.positions)
}

// events reads them one after the other, in order of time.
func (x *exported) events(ctx context.Context) iter.Seq2[*store.Event, error] {
	return func(yield func(*store.Event, error) bool) {
		for i := range x.len() {
			e, err := x.event(ctx, i)
			if !yield(e, err) || err != nil {
				return
			}
		}
	}
}

func (x *exported) event(ctx context.Context, i int) (*store.Event, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if !x.all {
		i = x.positions[i]
	}
	e, err := x.db.Event(i)
	if err != nil {
		return nil, err
	}
	return toldBy(x.frame, e, x.known), nil
}
