package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"qantar/cmd/internal/shipped"
	"qantar/store/collection"

	"github.com/spf13/cobra"
)

func newCheck() *cobra.Command {
	var documents string
	cmd := &cobra.Command{
		Use:                   "check COLLECTION-FOLDER | STORIES.yaml [--documents DIR]",
		DisableFlagsInUseLine: true,
		Short:                 "Check a collection folder and print every problem with file, line and column",
		Long: "Check a collection folder and print every problem with file, line and column.\n\n" +
			"What a reader has to judge, such as paragraphs that no record cites, is printed as a note\n" +
			"and is not a problem. A file of stories is checked as far as it can be without its collection;\n" +
			"what it still lacks to be part of one, such as captions, is no problem.",
		Args: arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if isStories(args[0]) {
				return checkStories(cmd, args[0])
			}
			return check(cmd, args[0], documents)
		},
	}
	cmd.Flags().StringVar(&documents, "documents", "", "the `DIR` with the documents, to compare their checksums, paragraphs and words")
	return cmd
}

func check(cmd *cobra.Command, folder, documents string) error {
	folders := []string{folder}
	withDocuments := cmd.Flags().Changed("documents")
	if withDocuments {
		folders = append(folders, documents)
	}
	for _, path := range folders {
		if err := wantFolder(path); err != nil {
			return err
		}
	}
	options, err := shipped.OnMap()
	if err != nil {
		return err
	}
	if withDocuments {
		options.Documents = os.DirFS(documents)
	}
	result := collection.Check(os.DirFS(folder), options)
	out := cmd.OutOrStdout()
	printProblems(out, folder, result.Problems)
	if len(result.Problems) > 0 {
		return errProblems
	}
	for i := range result.Notes {
		result.Notes[i].What = "note: " + result.Notes[i].What
	}
	printProblems(out, folder, result.Notes)
	c := result.Collection
	fmt.Fprintf(out, "%s: no problems in %d events, %d places, %d sources, %d people, %d figures, %d disagreements, %d stories\n",
		folder, len(c.Events), len(c.Places), len(c.Sources), len(c.People), len(c.Figures), len(c.Disagreements), len(c.Stories))
	if !result.DocumentsChecked {
		fmt.Fprintln(out, "not checked: the documents (name their folder with --documents)")
	}
	return nil
}

// printProblems prints a line for each, with the path as the user can open it.
func printProblems(w io.Writer, folder string, problems collection.Problems) {
	for _, p := range problems {
		p.File = filepath.Join(folder, filepath.FromSlash(p.File))
		fmt.Fprintln(w, oneLine(p.Error()))
	}
}
