package main

import (
	"fmt"
	"io"
	"time"

	"qantar/assets"
	"qantar/cmd/internal/shipped"
	"qantar/geo/basemap"
	"qantar/store"
	"qantar/ui/print"
	"qantar/ui/state"
	"qantar/ui/words"

	"github.com/spf13/cobra"
)

func newRender() *cobra.Command {
	f := &renderFlags{}
	cmd := &cobra.Command{
		Use:                   "render [STORE] (--at TIME | --known-at TIME | --from TIME --to TIME) OUT.png",
		DisableFlagsInUseLine: true,
		Short:                 "Draw the map with the timeline into a PNG picture",
		Long: "Draw the map with the timeline into a PNG picture.\n\n" +
			"With no STORE (a .qantar file) the shipped collection is drawn. --at shows everything up to the\n" +
			"end of that time, --known-at what had been reported by then; --from with --to shows what overlaps\n" +
			"the time between them.",
		Args: arguments(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error { return render(cmd, f, args) },
	}
	f.addFlags(cmd.Flags())
	return cmd
}

func render(cmd *cobra.Command, f *renderFlags, args []string) error {
	stores, out := args[:len(args)-1], args[len(args)-1]
	frame, err := f.frame(cmd.Flags())
	if err != nil {
		return err
	}
	if err := wantPicture(out); err != nil {
		return err
	}
	db, done, err := openStore(cmd.Context(), stores)
	if err != nil {
		return err
	}
	defer done()
	data, err := shipped.Data(cmd.Context(), db)
	if err != nil {
		return err
	}
	p, err := f.presenter(data)
	if err != nil {
		return err
	}
	if frame.tiles, err = f.openTiles(cmd.ErrOrStderr()); err != nil {
		return err
	}
	defer frame.tiles.close()
	press, err := newPress()
	if err != nil {
		return err
	}
	write := func(to io.Writer) error { return press.WritePNG(cmd.Context(), to, p, frame.sheet(), nil) }
	if err := print.WriteWhole(cmd.Context(), out, write); err != nil {
		return err
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s: %s pixels, %d of %d events\n", out, frame.size, p.Shown().Len(), p.InFilter().Len())
	return err
}

// presenter shows of the data what the flags ask for.
func (f *renderFlags) presenter(data *state.Data) (*state.Presenter, error) {
	p := state.New(data, state.Options{Dispatch: func(do func()) { do() }, Now: time.Now})
	p.SetLang(store.Lang(f.language))
	return p, f.setTime(p)
}

// newPress loads what pictures and pages are made with.
func newPress() (*print.Press, error) {
	world, err := basemap.Decode(assets.Basemap)
	if err != nil {
		return nil, fmt.Errorf("reading the basemap: %w", err)
	}
	catalog, err := words.Load(assets.Translations())
	if err != nil {
		return nil, err
	}
	return print.NewPress(world, print.Fonts{Regular: assets.FontRegular, Bold: assets.FontBold, Italic: assets.FontItalic}, catalog)
}
