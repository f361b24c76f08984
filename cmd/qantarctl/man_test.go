package main

import (
	"os"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// The page of the manual names every command and every flag.
func TestManualIsWhole(t *testing.T) {
	text, err := os.ReadFile("../../assets/packaging/qantarctl.1")
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]bool{}
	for _, word := range strings.Fields(string(text)) {
		words[word] = true
	}
	named := func(cmd *cobra.Command) {
		if !words[cmd.Name()] {
			t.Errorf("the manual does not name %s", cmd.CommandPath())
		}
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if f.Name != "help" && f.Name != "version" && !words["-"+f.Name] {
				t.Errorf("the manual does not name --%s of %s", f.Name, cmd.CommandPath())
			}
		})
	}
	walk(newRoot(), named)
}

// walk calls f with a command and all below it.
func walk(cmd *cobra.Command, f func(*cobra.Command)) {
	f(cmd)
	for _, sub := range cmd.Commands() {
		walk(sub, f)
	}
}

// Packages carry what this prints.
func TestCompletion(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish"} {
		t.Run(shell, func(t *testing.T) {
			var out, complaints strings.Builder
			if code := run([]string{"completion", shell}, &out, &complaints); code != exitDone || !strings.Contains(out.String(), "qantarctl") {
				t.Errorf("exit code %d, %d bytes, %s", code, out.Len(), complaints.String())
			}
		})
	}
	var out, complaints strings.Builder
	if run([]string{"__complete", "list", "fig"}, &out, &complaints); !strings.Contains(out.String(), "figures") {
		t.Errorf("list fig is completed to %q", out.String())
	}
}
