package print

import (
	"io"
	"testing"

	"qantar/store"
	"qantar/store/quiz"
	"qantar/ui/paint"
)

// counted counts what is written to it.
type counted struct{ n int64 }

func (c *counted) Write(p []byte) (int, error) {
	c.n += int64(len(p))
	return len(p), nil
}

// bench measures how long writing takes, and how large the file is.
func bench(b *testing.B, write func(to io.Writer) error) {
	b.Helper()
	var to counted
	b.ReportAllocs()
	for b.Loop() {
		to.n = 0
		if err := write(&to); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(to.n)/1024, "KB")
}

func BenchmarkPNG1280(b *testing.B) {
	k, p := press(b), shows(b, store.English)
	bench(b, func(to io.Writer) error {
		return k.WritePNG(b.Context(), to, p, Sheet{Size: Size{1280, 800}, Scale: 1, Style: &paint.Light}, nil)
	})
}

func BenchmarkPage(b *testing.B) {
	k, p := press(b), shows(b, store.English)
	bench(b, func(to io.Writer) error { return k.WritePDF(b.Context(), to, p, Page{Paper: Papers[0]}, nil) })
}

func BenchmarkHandoutOf14Scenes(b *testing.B) {
	c, data := record(b)
	k := press(b)
	bench(b, func(to io.Writer) error {
		return k.WriteHandout(b.Context(), to, data, Handout{Story: &c.Stories[0], Lang: store.Kazakh, Paper: Papers[0]}, nil)
	})
}

func BenchmarkQuizOf10(b *testing.B) {
	c, _ := record(b)
	k := press(b)
	questions := quiz.New(c, quiz.Options{Seed: 1, Count: 10})
	bench(b, func(to io.Writer) error {
		return k.WriteQuiz(b.Context(), to, Quiz{Questions: questions, Record: c, Lang: store.English, Paper: Papers[0]}, nil)
	})
}

func BenchmarkGIFOf14Scenes(b *testing.B) {
	c, data := record(b)
	k := press(b)
	film := Film{Story: &c.Stories[0], Lang: store.English, Size: Size{960, 600}, Style: &paint.Light}
	bench(b, func(to io.Writer) error { return k.WriteGIF(b.Context(), to, data, film, nil) })
}
