package print

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"qantar/store"
	"qantar/ui/paint"

	"codeberg.org/go-pdf/fpdf"
)

// book is a document of pages of one size, ready to be written. Lengths are
// points, y downwards from the top of a page.
type book struct {
	paper  Paper
	leaves []*leaf

	title, subject string
	frame          *store.Collection // whose record it tells
	lang           store.Lang
	date           time.Time
}

// leaf is one page.
type leaf struct {
	text   paint.Drawing // what is set on the page itself
	placed []placed      // pictures, under the text
	marks  []bookmark
}

// placed is a picture with its upper left corner at a point.
type placed struct {
	drawing *paint.Drawing
	x, y    float32
	scale   float32 // points for each of its pixels
}

// bookmark leads to a height of its page. Level 0 is the highest.
type bookmark struct {
	title string
	level int
	y     float32
}

// family is what the typeface is called in a document.
const family = "NotoSans"

// cuts are how the typeface's cuts are called.
var cuts = map[paint.Weight]string{paint.Regular: "", paint.Bold: "B", paint.Italic: "I"}

// write writes the book as PDF. The same book gives the same bytes.
func (k *Press) write(ctx context.Context, to io.Writer, b *book, progress Progress) error {
	pdf := k.blank(b)
	ink, what := newInk(pdf), k.words.In(b.lang, "print-writing")
	for i, l := range b.leaves {
		if err := ctx.Err(); err != nil {
			return err
		}
		progress.tell(float64(i)/float64(len(b.leaves)), what)
		ink.leaf(l)
	}
	if err := pdf.Output(stoppable{ctx, to}); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return fmt.Errorf("making the pages: %w", err)
	}
	progress.tell(1, what)
	return nil
}

// blank is a document without pages.
func (k *Press) blank(b *book) *fpdf.Fpdf {
	pdf := fpdf.NewCustom(&fpdf.InitType{
		UnitStr: "pt", Size: fpdf.SizeType{Wd: float64(b.paper.Width), Ht: float64(b.paper.Height)},
	})
	for cut, data := range map[string][]byte{"": k.fonts.Regular, "B": k.fonts.Bold, "I": k.fonts.Italic} {
		pdf.AddUTF8FontFromBytes(family, cut, data)
	}
	b.describe(pdf)
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetLineJoinStyle("round")
	pdf.SetFont(family, "", bodySize)
	return pdf
}

// describe tells whose work the document is and of which state of the record.
func (b *book) describe(pdf *fpdf.Fpdf) {
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(b.date.UTC())
	pdf.SetModificationDate(b.date.UTC())
	pdf.SetTitle(printable(b.title), true)
	pdf.SetSubject(printable(b.subject), true)
	pdf.SetAuthor(printable(strings.Join(b.frame.Attribution, "; ")), true)
	pdf.SetKeywords(printable(origin(b.frame)), true)
	pdf.SetCreator("Qantar", true)
	pdf.SetLang(string(b.lang))
}

// dateOr is a date, or where there is none the end of the time that a
// collection tells of, so that the same record gives the same document.
func dateOr(date time.Time, c *store.Collection) time.Time {
	if date.IsZero() {
		return time.Unix(c.Window.Latest, 0)
	}
	return date
}
