package main

import (
	"errors"
	"fmt"
	"log"
	"strings"

	"qantar/cmd/internal/journal"
	"qantar/ui"
)

// fault turns a panic into a sentence. A display that is named but cannot be
// reached makes the toolkit panic; every other panic is a fault of the program.
func fault(j *journal.Journal, reason any) error {
	if strings.HasPrefix(fmt.Sprint(reason), "NotInitialized") {
		log.Print(reason)
		_ = j.Close()
		return errNoDisplay
	}
	return fmt.Errorf("it ended by a fault of its own; what it knows of it stands in %s, and the next start offers it", j.Fault(reason))
}

// logged adds to an error where the log tells more, and writes its cause there.
func logged(j *journal.Journal, err error) error {
	if err == nil {
		return nil
	}
	for cause := err; cause != nil; cause = errors.Unwrap(cause) {
		log.Print(cause)
	}
	if errors.Is(err, ui.ErrNoWindow) {
		return fmt.Errorf("%w; the log says more: %s", err, j.Path())
	}
	return err
}
