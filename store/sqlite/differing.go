package sqlite

import (
	"context"
	"slices"
)

// pairsSQL finds two figures of one measure and place that count up to the same
// time, as far as it is known, and give different numbers.
const pairsSQL = `
	SELECT a.n, b.n, a.id, b.id FROM figures a
	JOIN figures b ON b.measure = a.measure AND b.place = a.place AND b.n > a.n
	WHERE a.as_of_earliest <= b.as_of_latest AND b.as_of_earliest <= a.as_of_latest
		AND (a.low <> b.low OR coalesce(a.high, a.low) <> coalesce(b.high, b.low))
	ORDER BY a.n, b.n`

// maxPairs bounds what figures are compared for.
const maxPairs = maxRows

// Differing finds figures that differ without anyone having said so: groups of
// figure ids, each with one measure and one place, in which every figure has
// another that counts up to the same time and gives another number. Figures
// with words instead of a number are in none. Groups and ids are in the order
// of the collection.
func (db *DB) Differing(ctx context.Context) ([][]string, error) {
	r, g := &reader{ctx: ctx, db: db, from: db.far, most: maxPairs}, &groups{of: map[int64]int{}}
	ids := map[int64]string{}
	r.each(pairsSQL, nil, func(scan func(...any) error) error {
		var a, b int64
		var idA, idB string
		if err := scan(&a, &b, &idA, &idB); err != nil {
			return err
		}
		ids[a], ids[b] = idA, idB
		g.join(a, b)
		return nil
	})
	if r.err != nil {
		return nil, db.failed("comparing the figures of", r.err)
	}
	return g.named(ids), nil
}

// groups are rows joined by pairs; a group that went into another is empty.
type groups struct {
	of      map[int64]int
	members [][]int64
}

func (g *groups) join(a, b int64) {
	to, from := g.find(a), g.find(b)
	if to == from {
		return
	}
	to, from = min(to, from), max(to, from)
	for _, n := range g.members[from] {
		g.of[n] = to
	}
	g.members[to] = append(g.members[to], g.members[from]...)
	g.members[from] = nil
}

// find is the group of a row, a new one when it has none yet.
func (g *groups) find(n int64) int {
	i, ok := g.of[n]
	if !ok {
		i = len(g.members)
		g.of[n], g.members = i, append(g.members, []int64{n})
	}
	return i
}

// named are the groups that are left, with ids in the order of the rows.
func (g *groups) named(ids map[int64]string) [][]string {
	var all [][]string
	for _, members := range g.members {
		var group []string
		for _, n := range slices.Sorted(slices.Values(members)) {
			group = append(group, ids[n])
		}
		if group != nil {
			all = append(all, group)
		}
	}
	return all
}
