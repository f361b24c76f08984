// Package layout guards how Qantar is built: its tests hold the table of rooms
// that stands in README.md, and fail on an import that the table does not
// allow. It has no code of its own.
package layout
