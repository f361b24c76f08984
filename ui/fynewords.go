package ui

import (
	"fmt"
	"io/fs"

	"qantar/assets"
	"qantar/store"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// speak has Fyne's own dialogs and menus speak a language from now on. Fyne
// takes its language from the system once and for all, so our texts are put in
// the place of those that it has chosen.
func speak(l store.Lang) error {
	texts, err := fs.ReadFile(assets.Translations(), "fyne/"+string(l)+".json")
	if err != nil {
		return fmt.Errorf("the texts of dialogs: %w", err)
	}
	system := lang.SystemLocale().LanguageString()
	for _, chosen := range []string{"en", system[:2], system} {
		if err := lang.AddTranslationsForLocale(texts, fyne.Locale(chosen)); err != nil {
			return fmt.Errorf("the texts of dialogs in %s: %w", l, err)
		}
	}
	return nil
}
