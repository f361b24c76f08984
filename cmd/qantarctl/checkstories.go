package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"qantar/store/collection"

	"github.com/spf13/cobra"
)

// isStories tells whether a path is that of a file of stories.
func isStories(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && slices.Contains([]string{".yaml", ".yml"}, strings.ToLower(filepath.Ext(path)))
}

func checkStories(cmd *cobra.Command, path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("reading the stories: %w", err)
	}
	all, err := collection.ReadStories(filepath.Base(path), text, time.UTC)
	var problems collection.Problems
	if errors.As(err, &problems) {
		printProblems(cmd.OutOrStdout(), filepath.Dir(path), problems)
		return errProblems
	}
	scenes := 0
	for i := range all {
		scenes += len(all[i].Scenes)
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s: no problems in %d stories, %d scenes\n", path, len(all), scenes)
	return err
}
