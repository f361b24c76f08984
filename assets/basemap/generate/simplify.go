package main

import (
	"container/heap"
	"math"
)

// Visvalingam and Whyatt's line generalisation (The Cartographic Journal 30,
// 1993): vertices vanish in the order of the triangle they span with their
// neighbours. The areas never shrink from one removal to the next, so one run
// yields nested simplifications for all details.

// candidate is a vertex in the queue of removals.
type candidate struct {
	index      int // in the line
	area       float64
	prev, next int
	at         int // in the queue
}

type queue []*candidate

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	if q[i].area != q[j].area {
		return q[i].area < q[j].area
	}
	return q[i].index < q[j].index
}
func (q queue) Swap(i, j int) {
	q[i], q[j] = q[j], q[i]
	q[i].at, q[j].at = i, j
}
func (q *queue) Push(x any) {
	c := x.(*candidate)
	c.at = len(*q)
	*q = append(*q, c)
}
func (q *queue) Pop() any {
	last := len(*q) - 1
	c := (*q)[last]
	*q = (*q)[:last]
	return c
}

func triangle(a, b, c vertex) float64 {
	abx, aby := float64(b.x)-float64(a.x), float64(b.y)-float64(a.y)
	acx, acy := float64(c.x)-float64(a.x), float64(c.y)-float64(a.y)
	return math.Abs(abx*acy-aby*acx) / 2
}

// importance returns for each vertex of a line the area, in square grid steps,
// up to which a simplification keeps it. Ends are kept for ever.
func importance(line []vertex) []float64 {
	out := make([]float64, len(line))
	last := len(line) - 1
	out[0], out[last] = math.Inf(1), math.Inf(1)
	byIndex, q := enqueue(line)
	reached := 0.0
	for q.Len() > 0 {
		c := heap.Pop(q).(*candidate)
		reached = max(reached, c.area)
		out[c.index] = reached
		byIndex[c.prev].next, byIndex[c.next].prev = c.next, c.prev
		for _, i := range []int{c.prev, c.next} {
			if n := &byIndex[i]; 0 < i && i < last {
				n.area = triangle(line[n.prev], line[i], line[n.next])
				heap.Fix(q, n.at)
			}
		}
	}
	return out
}

func enqueue(line []vertex) ([]candidate, *queue) {
	all := make([]candidate, len(line))
	q := make(queue, 0, len(line))
	for i := range all {
		all[i] = candidate{index: i, prev: i - 1, next: i + 1}
		if 0 < i && i < len(line)-1 {
			all[i].area = triangle(line[i-1], line[i], line[i+1])
			all[i].at = len(q)
			q = append(q, &all[i])
		}
	}
	heap.Init(&q)
	return all, &q
}
