//go:build cgo

package main

/*
#include <malloc.h>

static void return_blocks(void) {
#ifdef __GLIBC__
	mallopt(M_MMAP_THRESHOLD, 128 * 1024);
#endif
}
*/
import "C"

// returnBlocks has the C library give large blocks back when they are freed:
// above all the pictures that software OpenGL keeps, a new one for every picture
// of the map. Left alone, glibc takes the first large block that is freed as a
// reason to keep all later ones, up to 32 MiB, in its heap, full of holes
// (mallopt(3), M_MMAP_THRESHOLD). Saying its own first threshold keeps it there.
func returnBlocks() { C.return_blocks() }
