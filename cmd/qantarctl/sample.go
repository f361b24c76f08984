package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"time"

	"qantar/cmd/internal/shipped"
	"qantar/store"
	"qantar/store/sample"
	"qantar/store/sqlite"

	"github.com/spf13/cobra"
)

// sampleFlags are what the flags of sample say.
type sampleFlags struct {
	events int
	seed   uint64
	force  bool
	time   bool
}

func newSample() *cobra.Command {
	f := &sampleFlags{}
	cmd := &cobra.Command{
		Use:                   "sample --events N [--seed S] [--time] [--force] OUT.qantar",
		DisableFlagsInUseLine: true,
		Short:                 "Make a collection of made-up events, for trying and measuring",
		Long: "Make a collection of made-up events, for trying and measuring.\n\n" +
			"Everything in it says that it is made up. The same number of events and seed give the same\n" +
			"collection.",
		Args: arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error { return makeSample(cmd, f, args[0]) },
	}
	cmd.Flags().IntVar(&f.events, "events", 0, fmt.Sprintf("how many events: `N` from 1 to %d", sample.MaxEvents))
	cmd.Flags().Uint64Var(&f.seed, "seed", 1, "another `number` makes up another collection")
	cmd.Flags().BoolVar(&f.time, "time", false, "tell how long each part took")
	cmd.Flags().BoolVar(&f.force, "force", false, "replace OUT.qantar when it exists")
	return cmd
}

func makeSample(cmd *cobra.Command, f *sampleFlags, out string) error {
	if f.events < 1 || f.events > sample.MaxEvents {
		return misusef("--events takes a number from 1 to %d, such as 1000", sample.MaxEvents)
	}
	if _, err := os.Lstat(out); !f.force && !errors.Is(err, fs.ErrNotExist) {
		return misusef("%s exists; choose another name, or replace it with --force", out)
	}
	options, err := shipped.OnMap()
	if err != nil {
		return err
	}
	s, err := sample.New(f.events, f.seed, options.Area)
	if err != nil {
		return err
	}
	began := time.Now()
	spent, err := sqlite.BuildTimed(cmd.Context(), out, s.Frame(), told(s.Events(), f.events, cmd.ErrOrStderr()))
	if sqlite.CodeOf(err) == sqlite.NotFound {
		return misusef("the folder %s does not exist; make it first or choose another one", filepath.Dir(out))
	}
	if err != nil {
		return err
	}
	w := cmd.OutOrStdout()
	fmt.Fprintf(w, "%s: %d made-up events, %d places\n", out, f.events, len(s.Frame().Places))
	if f.time {
		fmt.Fprintf(w, "rows %.2f s, place-and-time tree %.2f s, text index %.2f s, the rest %.2f s, all %.2f s\n",
			spent.Rows.Seconds(), spent.Tree.Seconds(), spent.Text.Seconds(), spent.Rest.Seconds(), time.Since(began).Seconds())
	}
	return nil
}

// quiet is up to how many events a sample is made without a word on the way.
const quiet = 100_000

// told passes events on and tells of every tenth of them, where there are many.
func told(events iter.Seq2[*store.Event, error], total int, w io.Writer) iter.Seq2[*store.Event, error] {
	if total <= quiet {
		return events
	}
	return func(yield func(*store.Event, error) bool) {
		n := 0
		for e, err := range events {
			if n++; n%(total/10) == 0 {
				fmt.Fprintf(w, "%d of %d events\n", n, total)
			}
			if !yield(e, err) {
				return
			}
		}
	}
}
