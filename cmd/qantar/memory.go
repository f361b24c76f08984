package main

import "runtime/debug"

// garbage is how many percent of what is in use may lie about before it is
// swept up. Painting allocates nothing, so that collecting more often than Go's
// 100 costs a few milliseconds while the program starts, and keeps a third of
// the heap.
const garbage = 20

// spareMemory has the program take little memory. Call it before anything else.
func spareMemory() {
	debug.SetGCPercent(garbage)
	returnBlocks()
}
