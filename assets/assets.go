// Package assets holds the files that the programs carry: the basemap, the
// typeface, the icon and the interface's texts.
package assets

import (
	"embed"
	"io/fs"
)

// Basemap is the vector map that package geo/basemap decodes. Data: Natural
// Earth (public domain) and GeoNames (CC BY 4.0).
//
//go:embed basemap/basemap.bin.gz
var Basemap []byte

// The typeface of the pictures: Noto Sans, SIL Open Font License 1.1.
var (
	//go:embed fonts/NotoSans-Regular.ttf
	FontRegular []byte
	//go:embed fonts/NotoSans-Bold.ttf
	FontBold []byte
	//go:embed fonts/NotoSans-Italic.ttf
	FontItalic []byte
)

// Icon is the program's own, a PNG picture.
//
//go:embed icons/qantar.png
var Icon []byte

//go:embed translations/*.json translations/fyne/*.json
var translations embed.FS

// Translations holds the interface's texts, a file LANG.json for each language,
// and in the folder fyne those of Fyne's own dialogs.
func Translations() fs.FS {
	sub, err := fs.Sub(translations, "translations")
	if err != nil { // only for a name that is not valid
		panic(err)
	}
	return sub
}
