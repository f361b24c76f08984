package print

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"qantar/store"
	"qantar/store/quiz"
)

// Every word of a story can be read back from its handout, in each language, and
// so can who reports each event.
func TestHandoutText(t *testing.T) {
	c, data := record(t)
	for i, lang := range store.Langs {
		story := &c.Stories[i%len(c.Stories)]
		t.Run(string(lang), func(t *testing.T) {
			text := textOf(t, handoutOf(t, Handout{Story: story, Lang: lang, Paper: Papers[i%2], Notes: i == 1}))
			want := []string{story.Title.In(lang), story.Summary.In(lang), c.Hash}
			for k := range story.Scenes {
				s := &story.Scenes[k]
				want = append(want, s.Caption.In(lang))
				for _, q := range s.Questions {
					want = append(want, q.In(lang))
				}
				for _, id := range s.Highlights {
					e := data.Item(data.Index(id)).Event
					want = append(want, e.Title.In(lang), fmt.Sprintf("¶%d", e.Reports[0].Paragraphs[0]))
				}
			}
			for k := range c.Sources {
				want = append(want, c.Sources[k].Title, c.Sources[k].SHA256[:12])
			}
			for _, w := range want {
				if !strings.Contains(text, flat(w)) {
					t.Errorf("%q is not in it", w)
				}
			}
			notes := flat(story.Scenes[0].Notes.In(lang))
			if has := strings.Contains(text, notes[:60]); has != (i == 1) {
				t.Errorf("the speaker's notes are in it: %v", has)
			}
		})
	}
}

// All letters of Kazakh survive, among them those that the record does not use.
func TestKazakhLetters(t *testing.T) {
	const letters = "әғқңөұүһі ӘҒҚҢӨҰҮҺІ ЁёЪъЫыЩщ «–» … ¶ № ₸"
	c, _ := record(t)
	story := c.Stories[0]
	story.Scenes = slices.Clone(story.Scenes[:1])
	story.Scenes[0].Caption.Kk = letters
	if text := textOf(t, handoutOf(t, Handout{Story: &story, Lang: store.Kazakh, Paper: Papers[0]})); !strings.Contains(text, letters) {
		t.Errorf("%q is not in %.400q", letters, text)
	}
}

// A document says whose work it is, has the paper's size, embeds its fonts, and
// leads to every scene.
func TestHandoutDocument(t *testing.T) {
	c, _ := record(t)
	for _, paper := range Papers {
		t.Run(paper.Name, func(t *testing.T) {
			path := handoutOf(t, Handout{Story: &c.Stories[1], Lang: store.Russian, Paper: paper})
			info := tool(t, "pdfinfo", path)
			for _, want := range []string{
				"Title: " + c.Stories[1].Title.Ru, c.Attribution[1], "SHA-256 " + c.Hash, "Creator: Qantar", "2022 UTC",
				fmt.Sprintf("Page size: %.5g x %.5g pts", paper.Width, paper.Height),
			} {
				if !strings.Contains(flat(info), flat(want)) {
					t.Errorf("%q is not in %s", want, info)
				}
			}
			checkFonts(t, path)
			var want []string
			for i, s := range c.Stories[1].Scenes {
				want = append(want, fmt.Sprintf("%d. %s", i+1, s.Caption.Ru))
			}
			marks := bookmarksOf(t, path)
			if len(marks) != len(want)+2 || marks[0] != c.Stories[1].Title.Ru || !slices.Equal(marks[1:len(want)+1], want) {
				t.Errorf("bookmarks %q", marks)
			}
			if !bytes.Contains(bytesOf(t, path), []byte("/Lang (ru)")) {
				t.Error("it does not say its language")
			}
		})
	}
}

// checkFonts wants all fonts embedded, with a way back to Unicode.
func checkFonts(t *testing.T, path string) {
	t.Helper()
	rows := strings.Split(strings.TrimSpace(tool(t, "pdffonts", path)), "\n")[2:]
	for _, row := range rows {
		if !regexp.MustCompile(`CID TrueType +Identity-H +yes +\w+ +yes`).MatchString(row) {
			t.Errorf("the font %q", row)
		}
	}
	if len(rows) < 2 {
		t.Errorf("%d fonts", len(rows))
	}
}

// bookmarksOf are the titles of a document's bookmarks, in their order.
func bookmarksOf(t *testing.T, path string) []string {
	t.Helper()
	tool(t, "qpdf", "--check", path)
	type outline struct {
		Title string    `json:"title"`
		Kids  []outline `json:"kids"`
	}
	var file struct {
		Outlines []outline `json:"outlines"`
	}
	if err := json.Unmarshal([]byte(tool(t, "qpdf", "--json", "--json-key=outlines", path)), &file); err != nil {
		t.Fatal(err)
	}
	var titles []string
	var walk func(all []outline)
	walk = func(all []outline) {
		for _, o := range all {
			titles = append(titles, o.Title)
			walk(o.Kids)
		}
	}
	walk(file.Outlines)
	return titles
}

// printedWord is where a word stands on a page, in points.
type printedWord struct {
	page           int
	x0, y0, x1, y1 float64
	text           string
}

var wordBox = regexp.MustCompile(`<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>|<page `)

func wordsOf(t *testing.T, path string) (all []printedWord) {
	t.Helper()
	page := 0
	for _, m := range wordBox.FindAllStringSubmatch(tool(t, "pdftotext", "-bbox", path, "-"), -1) {
		if m[1] == "" {
			page++
			continue
		}
		w := printedWord{page: page, text: m[5]}
		for i, v := range []*float64{&w.x0, &w.y0, &w.x1, &w.y1} {
			*v, _ = strconv.ParseFloat(m[i+1], 64)
		}
		all = append(all, w)
	}
	return all
}

// overlap is the share of the smaller of two words that the other covers, apart
// from the room above and below their letters.
func overlap(a, b printedWord) float64 {
	inner := func(w printedWord) printedWord {
		h := w.y1 - w.y0
		w.y0, w.y1 = w.y0+0.25*h, w.y1-0.25*h
		return w
	}
	a, b = inner(a), inner(b)
	w, h := min(a.x1, b.x1)-max(a.x0, b.x0), min(a.y1, b.y1)-max(a.y0, b.y0)
	if a.page != b.page || w <= 0 || h <= 0 {
		return 0
	}
	return w * h / min((a.x1-a.x0)*(a.y1-a.y0), (b.x1-b.x0)*(b.y1-b.y0))
}

// However long its texts are, nothing of a handout runs off the page or over
// other words.
func TestHandoutLongTexts(t *testing.T) {
	c, _ := record(t)
	story := c.Stories[1]
	story.Title.Kk = strings.Repeat("Ұзақ атау ", 14)
	story.Summary.Kk = strings.Repeat("Мұнда өте ұзақ түйін бар. ", 30)
	story.Scenes = slices.Clone(story.Scenes[:3])
	story.Scenes[0].Caption.Kk = strings.Repeat("Бұл жерде өте ұзақ сөз айтылады. ", 20)
	story.Scenes[1].Caption.Kk = strings.Repeat("ұзақ", 90)
	story.Scenes[1].Notes.Kk = strings.Repeat("Ескертпе де ұзақ. ", 300)
	for range 24 {
		story.Scenes[2].Questions = append(story.Scenes[2].Questions, store.Text{En: "x", Kk: strings.Repeat("Неге? ", 40)})
	}
	for _, paper := range Papers {
		t.Run(paper.Name, func(t *testing.T) {
			all := wordsOf(t, handoutOf(t, Handout{Story: &story, Lang: store.Kazakh, Paper: paper, Notes: true}))
			if len(all) < 1000 {
				t.Fatalf("%d words", len(all))
			}
			for _, w := range all {
				if w.x0 < 50 || w.x1 > float64(paper.Width)-50 || w.y0 < 30 || w.y1 > float64(paper.Height)-20 {
					t.Errorf("%q runs off page %d: %v", w.text, w.page, w)
				}
			}
			checkApart(t, all)
		})
	}
}

// checkApart wants no two words over each other below the pictures, whose names
// may be covered by what is spoken of.
func checkApart(t *testing.T, all []printedWord) {
	t.Helper()
	for i, a := range all {
		for _, b := range all[i+1:] {
			if b.page > a.page {
				break
			}
			if size := a.y1 - a.y0; size > 11.2 && b.y1-b.y0 > 11.2 && overlap(a, b) > 0.1 {
				t.Errorf("on page %d %q and %q stand over each other", a.page, a.text, b.text)
			}
		}
	}
}

// The shipped stories have nothing off the page either, in any language.
func TestShippedHandoutsStayOnThePage(t *testing.T) {
	c, _ := record(t)
	for i := range c.Stories {
		lang, paper := store.Langs[(i+1)%3], Papers[(i+1)%2]
		t.Run(c.Stories[i].ID, func(t *testing.T) {
			path := handoutOf(t, Handout{Story: &c.Stories[i], Lang: lang, Paper: paper})
			all := wordsOf(t, path)
			for _, w := range all {
				if w.x0 < 50 || w.x1 > float64(paper.Width)-50 || w.y0 < 30 || w.y1 > float64(paper.Height)-20 {
					t.Errorf("%q runs off page %d: %v", w.text, w.page, w)
				}
			}
			checkApart(t, all)
			checkContents(t, path, &c.Stories[i], lang)
		})
	}
}

// checkContents wants each scene on the page that the contents name.
func checkContents(t *testing.T, path string, story *store.Story, lang store.Lang) {
	t.Helper()
	pages := strings.Split(tool(t, "pdftotext", "-layout", path, "-"), "\f")
	for i, s := range story.Scenes {
		entry := regexp.MustCompile(fmt.Sprintf(`(?m)^ *%d\. .*?(?:\n? .*?)?  +(\d+)$`, i+1)).FindStringSubmatch(pages[0])
		if entry == nil {
			t.Errorf("scene %d is not among the contents", i+1)
			continue
		}
		n, _ := strconv.Atoi(entry[1])
		if first := strings.Fields(s.Caption.In(lang))[0]; n < 2 || n > len(pages) || !strings.Contains(pages[n-1], first) {
			t.Errorf("scene %d is not on page %d", i+1, n)
		}
	}
}

func TestQuizOnPaper(t *testing.T) {
	c, _ := record(t)
	questions := quiz.New(c, quiz.Options{Seed: 7, Count: 9})
	write := func(to io.Writer) error {
		return press(t).WriteQuiz(t.Context(), to, Quiz{Questions: questions, Record: c, Lang: store.Kazakh, Paper: Papers[0]}, nil)
	}
	path := pdf(t, write)
	text := textOf(t, path)
	answers := strings.Index(text, "Жауаптар")
	if answers < 0 {
		t.Fatalf("no answers in %.300q", text)
	}
	for _, q := range questions {
		for _, choice := range q.Choices {
			if e := choice.Event; e != nil && !strings.Contains(text[:answers], flat(e.Title.Kk)) {
				t.Errorf("%q is no choice", e.Title.Kk)
			}
		}
		for _, cited := range q.Citations {
			if want := fmt.Sprint(cited.Paragraphs[0]); !strings.Contains(text[answers:], cited.Source.Short.Kk) || !strings.Contains(text[answers:], want) {
				t.Errorf("%s ¶%s is not cited", cited.Source.ID, want)
			}
		}
	}
	checkApart(t, wordsOf(t, path))
	if !bytes.Equal(bytesOf(t, path), bytesOf(t, pdf(t, write))) {
		t.Error("printed again it is another")
	}
}

// Every scene on paper shows the time that the story says.
func TestScenesShowTheirTime(t *testing.T) {
	c, data := record(t)
	p := presenter(data, store.English)
	for i := range c.Stories {
		for k := range c.Stories[i].Scenes {
			s := &c.Stories[i].Scenes[k]
			p.ShowScene(s)
			from, to := p.Shows()
			if wantFrom, wantTo := s.Shows(data.Loc); from != wantFrom || to < wantTo || to > wantTo+1 {
				t.Errorf("%s, %s: it shows %d to %d, not %d to %d", c.Stories[i].ID, s.ID, from, to, wantFrom, wantTo)
			}
		}
	}
}

// A story that is only begun, or that has letters which no typeface here has, is
// printed all the same.
func TestHandoutOfAnUnfinishedStory(t *testing.T) {
	c, _ := record(t)
	bare := c.Stories[0].Scenes[0]
	bare.Caption, bare.Notes, bare.Highlights, bare.Questions = store.Text{}, store.Text{}, nil, []store.Text{{}}
	odd := c.Stories[0].Scenes[1]
	odd.Caption = store.Text{En: "Emoji 😀, 日本, a \x07 bell, \xff and (brackets\\)"}
	story := store.Story{ID: "new", Title: store.Text{En: "New 😀 story"}, Scenes: []store.Scene{bare, odd}}
	for _, notes := range []bool{false, true} {
		text := textOf(t, handoutOf(t, Handout{Story: &story, Lang: store.Kazakh, Paper: Papers[0], Notes: notes}))
		for _, want := range []string{"New □ story", "Emoji □,", "and (brackets\\)"} {
			if !strings.Contains(text, want) {
				t.Errorf("%q is not in %.300q", want, text)
			}
		}
	}
}
