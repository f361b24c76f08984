package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"qantar/cmd/internal/version"
	"qantar/store/sqlite"

	"github.com/spf13/cobra"
)

// The exit codes.
const (
	exitDone    = 0
	exitFailed  = 1 // the work could not be done, or problems were found
	exitMisused = 2 // a flag, file, time or id is not known
)

// errProblems ends a command that has printed what it found.
var errProblems = errors.New("problems were found")

// misuse is an error of the caller.
type misuse struct{ error }

// Unwrap is the cause.
func (m misuse) Unwrap() error { return m.error }

func misusef(format string, args ...any) error { return misuse{fmt.Errorf(format, args...)} }

// run runs qantarctl with args and returns its exit code. What goes wrong is
// one sentence on stderr.
func run(args []string, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	root := newRoot()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errProblems):
		return exitFailed
	}
	fmt.Fprintln(stderr, "qantarctl:", oneLine(err.Error()))
	if isMisuse(err) {
		return exitMisused
	}
	return exitFailed
}

func isMisuse(err error) bool {
	var m misuse
	code := sqlite.CodeOf(err)
	return errors.As(err, &m) || code == sqlite.NotFound || code == sqlite.NotOurs
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:               "qantarctl",
		Short:             "Build, check, list, draw and export collections of geocoded events",
		Version:           version.Text(),
		SilenceUsage:      true,
		SilenceErrors:     true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
	}
	root.SetVersionTemplate("{{.Name}} {{.Version}}\n")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return misusef("%w; see %s --help", err, cmd.CommandPath())
	})
	group(root)
	root.AddCommand(newBuild(), newCheck(), newExport(), newList(), newRender(), newSample())
	return root
}

// group makes cmd one that only has commands below it and says which.
func group(cmd *cobra.Command) {
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		var names []string
		for _, sub := range cmd.Commands() {
			if sub.Name() != "help" && !sub.Hidden {
				names = append(names, sub.Name())
			}
		}
		choice := strings.Join(names, ", ")
		if len(args) == 0 {
			return misusef("say what %s should do: %s", cmd.CommandPath(), choice)
		}
		return misusef("%s does not know %q; use one of %s", cmd.CommandPath(), args[0], choice)
	}
	cmd.Args = cobra.ArbitraryArgs
}

// arguments wants between least and most arguments, named as in usage.
func arguments(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < least || len(args) > most {
			return misusef("%s got %d arguments; write it as: %s", cmd.CommandPath(), len(args), cmd.UseLine())
		}
		return nil
	}
}

// oneLine joins lines and drops control characters, which a file may hold.
func oneLine(text string) string { return strings.Join(strings.Fields(printable(text)), " ") }
