package main

import "slices"

// ref names an arc and the direction in which a ring runs along it:
// 2 * index, plus 1 when backwards.
type ref uint32

func (r ref) ends(arcs []arc) (from, to vertex) {
	line := arcs[r>>1].line
	from, to = line[0], line[len(line)-1]
	if r&1 == 1 {
		from, to = to, from
	}
	return from, to
}

// ringsOf strings together the arcs that bound the union of the faces for
// which member is true, with that union to the right.
func ringsOf(arcs []arc, member func(face int) bool) [][]ref {
	starts := map[vertex][]ref{}
	var order []ref
	for i := range arcs {
		right, left := member(arcs[i].right), member(arcs[i].left)
		if right == left {
			continue
		}
		r := ref(2 * i)
		if left {
			r++
		}
		from, _ := r.ends(arcs)
		starts[from], order = append(starts[from], r), append(order, r)
	}
	return chain(arcs, starts, order)
}

// chain consumes starts: each ref is used in exactly one ring.
func chain(arcs []arc, starts map[vertex][]ref, order []ref) [][]ref {
	used := map[ref]bool{}
	var rings [][]ref
	for _, r := range order {
		if used[r] {
			continue
		}
		ring, begin := []ref{}, vertex{}
		begin, _ = r.ends(arcs)
		for ok := true; ok; {
			ring, used[r] = append(ring, r), true
			_, end := r.ends(arcs)
			if end == begin {
				break
			}
			next := slices.IndexFunc(starts[end], func(n ref) bool { return !used[n] })
			if ok = next >= 0; ok {
				r = starts[end][next]
			}
		}
		rings = append(rings, ring)
	}
	return rings
}
