package main

import (
	"cmp"
	"slices"

	"qantar/geo/basemap"
)

// A face is one piece of the partition of the land: a first-level unit where
// units are drawn, a whole country elsewhere. Its boundary is a set of
// directed edges with the face to the right as seen on screen.
type edge struct{ from, to vertex }

func (e edge) reversed() edge { return edge{e.to, e.from} }

func compareVertices(a, b vertex) int {
	return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y))
}

// nobody stands for the sea in the place of a face.
const nobody = -1

// boundary turns the rings of a face's parts into its edges. Where two parts
// touch, their edges run against each other and cancel: that dissolves them.
func boundary(rings [][]vertex) map[edge]bool {
	edges := map[edge]bool{}
	for _, ring := range rings {
		for i := 1; i < len(ring); i++ {
			e := edge{ring[i-1], ring[i]}
			if edges[e.reversed()] {
				delete(edges, e.reversed())
			} else {
				edges[e] = true
			}
		}
	}
	return edges
}

// sides are the faces to the right and left of a directed edge.
type sides struct{ right, left int }

// class is what all edges of one arc have in common.
type class struct {
	sides
	frame bool
}

// network is the planar graph of all faces' boundaries: each edge once, with
// the face on either side.
type network struct {
	edges map[edge]sides
	nodes map[vertex][]edge // edges by either end, in the edge's own direction
	order []edge
}

// newNetwork joins the boundaries of the faces; index in boundaries = face.
func newNetwork(boundaries []map[edge]bool) *network {
	n := &network{edges: map[edge]sides{}, nodes: map[vertex][]edge{}}
	for face, edges := range boundaries {
		for e := range edges {
			if s, ok := n.edges[e.reversed()]; ok && s.left == nobody {
				n.edges[e.reversed()] = sides{s.right, face}
			} else if _, taken := n.edges[e]; !taken {
				n.edges[e] = sides{face, nobody}
			}
		}
	}
	n.index()
	return n
}

func (n *network) index() {
	for e := range n.edges {
		n.order = append(n.order, e)
	}
	slices.SortFunc(n.order, func(a, b edge) int {
		return cmp.Or(compareVertices(a.from, b.from), compareVertices(a.to, b.to))
	})
	for _, e := range n.order {
		n.nodes[e.from] = append(n.nodes[e.from], e)
		n.nodes[e.to] = append(n.nodes[e.to], e)
	}
}

// onFrame tells whether an edge runs along the edge of the world, where
// polygons are cut but nothing real ends.
func onFrame(e edge) bool {
	flat := func(a, b int32) bool { return a == b && (a == 0 || a == gridSteps) }
	return flat(e.from.x, e.to.x) || flat(e.from.y, e.to.y)
}

func (n *network) class(e edge) class { return class{n.edges[e], onFrame(e)} }

// isJunction tells whether an arc must end at v.
func (n *network) isJunction(v vertex) bool {
	at := n.nodes[v]
	if len(at) != 2 {
		return true
	}
	a, b := at[0], at[1]
	headToTail := a.to == b.from || b.to == a.from
	return !headToTail || n.class(a) != n.class(b)
}

// arc is a line between two junctions, or a closed one without any.
type arc struct {
	class
	kind    basemap.ArcKind
	minZoom float64
	line    []vertex
}

func (a *arc) closed() bool { return a.line[0] == a.line[len(a.line)-1] }

// arcs cuts the network into arcs, in an order that depends on positions only.
func (n *network) arcs() []arc {
	used := make(map[edge]bool, len(n.edges))
	var out []arc
	for pass := range 2 { // open arcs first, then the rings that are left
		for _, e := range n.order {
			if !used[e] && (pass == 1 || n.isJunction(e.from)) {
				out = append(out, arc{class: n.class(e), line: n.follow(e, used)})
			}
		}
	}
	return out
}

// follow walks from e to the next junction or back to the start.
func (n *network) follow(e edge, used map[edge]bool) []vertex {
	line := []vertex{e.from}
	for {
		used[e] = true
		line = append(line, e.to)
		if n.isJunction(e.to) || e.to == line[0] {
			return line
		}
		at := n.nodes[e.to]
		if at[0] == e {
			e = at[1]
		} else {
			e = at[0]
		}
	}
}
