// Package cluster counts points that would cover each other on the map: in a
// grid of cells anchored to the world, of which marks for groups are made, and
// in a finer field, which tells how densely they stand. Groups stay as they are
// while the map is panned. Both are kept up to date point by point.
package cluster
