package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"qantar/cmd/internal/shipped"
	"qantar/store/collection"
	"qantar/store/sqlite"

	"github.com/spf13/cobra"
)

func newBuild() *cobra.Command {
	return &cobra.Command{
		Use:                   "build COLLECTION-FOLDER OUT.qantar",
		DisableFlagsInUseLine: true,
		Short:                 "Build one file from a collection folder",
		Args:                  arguments(2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return build(cmd, args[0], args[1])
		},
	}
}

func build(cmd *cobra.Command, folder, out string) error {
	if err := wantFolder(folder); err != nil {
		return err
	}
	c, err := shipped.Read(os.DirFS(folder))
	var problems collection.Problems
	if errors.As(err, &problems) {
		printProblems(cmd.ErrOrStderr(), folder, problems)
		return errProblems
	}
	if err != nil {
		return fmt.Errorf("reading %s: %w", folder, err)
	}
	if err := sqlite.Build(cmd.Context(), out, c); err != nil {
		if sqlite.CodeOf(err) == sqlite.NotFound {
			return misusef("the folder %s does not exist; make it first or choose another one", filepath.Dir(out))
		}
		return err
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s: %d events, %d places, %d sources\n", out, len(c.Events), len(c.Places), len(c.Sources))
	return err
}

// wantFolder refuses what is not a folder.
func wantFolder(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil && !errors.Is(err, os.ErrNotExist):
		return misusef("the folder %s cannot be read; check its name and rights", path)
	case err != nil:
		return misusef("the folder %s does not exist; check its name", path)
	case !info.IsDir():
		return misusef("%s is not a folder; name the folder that holds collection.yaml", path)
	}
	return nil
}
