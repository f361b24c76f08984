package print

import (
	"context"
	"io"
	"strconv"
	"time"

	"qantar/store"
	"qantar/store/quiz"
	"qantar/ui/paint"
	"qantar/ui/quizplay"
)

// Quiz is a quiz on paper: the questions, and the answers on pages of their own
// that say where they stand in the record.
type Quiz struct {
	Questions []quiz.Question
	Record    *store.Collection // that they are from; its events are not looked at
	Lang      store.Lang
	Paper     Paper
	Date      time.Time // of the document; zero: the end of the time that the collection tells of
}

// quizSheet sets one quiz.
type quizSheet struct {
	Quiz
	*worksheet
	teller quizplay.Teller
}

// WriteQuiz writes a quiz as PDF.
func (k *Press) WriteQuiz(ctx context.Context, to io.Writer, as Quiz, progress Progress) error {
	q := &quizSheet{Quiz: as, worksheet: k.newWorksheet(as.Paper, as.Lang)}
	q.teller = quizplay.Teller{Words: q.word, Lang: as.Lang, Record: as.Record}
	title := q.word("print-quiz") + " – " + q.in(as.Record.Title)
	q.opening()
	for i := range as.Questions {
		q.add(q.question(i+1, q.teller.Put(&as.Questions[i]))...)
	}
	q.fresh()
	q.add(q.endHeading(q.word("print-answers"))...)
	for i := range as.Questions {
		q.add(q.answer(i+1, &as.Questions[i])...)
	}
	q.add(q.licences(as.Record)...)
	q.number(title)
	b := &book{
		paper: as.Paper, leaves: q.leaves, title: title, subject: q.in(as.Record.Summary),
		frame: as.Record, lang: as.Lang, date: dateOr(as.Date, as.Record),
	}
	return k.write(ctx, to, b, progress)
}

func (q *quizSheet) opening() {
	q.add(block{height: 22, keep: true, draw: func(l *leaf, x, y float32) {
		l.marks = append(l.marks, bookmark{q.word("print-quiz"), 0, 0})
		l.text.Parts = append(l.text.Parts, q.label(q.in(q.Record.Title), x, y+8))
	}})
	q.add(q.text([]span{{q.word("print-quiz"), paint.Bold, titleSize, q.own.Ink}}, q.width(), 0, titleLead, 0)...)
	q.add(q.whose(), block{height: 6})
}

// question is what is asked, what about, and the choices with a box before each:
// to be ticked, or to hold a number where they are to be put in order.
func (q *quizSheet) question(n int, w quizplay.Worded) []block {
	blocks := q.text([]span{{w.Prompt, paint.Bold, 10.5, q.own.Ink}}, q.width(), questionIndent, bodyLead, 16)
	draw := blocks[0].draw
	blocks[0].draw = func(l *leaf, x, y float32) {
		l.text.Parts = append(l.text.Parts, paint.Words{Text: strconv.Itoa(n) + ".", Weight: paint.Bold, Size: 10.5, X: x, Y: y + 0.75*bodyLead, Ink: q.own.Ink})
		draw(l, x, y)
	}
	if w.About != "" {
		blocks = append(blocks, q.text([]span{q.plain(w.About)}, q.width(), questionIndent, bodyLead, 1)...)
	}
	for _, choice := range w.Choices {
		blocks = append(blocks, q.choice(choice)...)
	}
	return together(blocks)
}

// questionIndent is where questions begin, beside their number, and choices,
// beside their box.
const questionIndent = 24

func (q *quizSheet) choice(text string) []block {
	const lead = 16
	lines := q.text([]span{q.plain(text)}, q.width(), 2*questionIndent, lead, 4)
	draw := lines[0].draw
	lines[0].draw = func(l *leaf, x, y float32) {
		left := x + questionIndent
		l.frame(left, y+1, left+14, y+15, 0.7, q.own.InkSoft)
		draw(l, x, y)
	}
	return lines
}

// answer is the right choice, or all in the right order, and where it stands.
func (q *quizSheet) answer(n int, question *quiz.Question) []block {
	w := q.teller.Put(question)
	var blocks []block
	for i, line := range w.Answer {
		text, before := line.Text, float32(2)
		if len(w.Answer) > 1 {
			text = strconv.Itoa(i+1) + ") " + text
		}
		if i == 0 {
			before = 9
		}
		lines := q.text([]span{q.bold(text)}, q.width(), questionIndent, 13, before)
		if i == 0 {
			draw := lines[0].draw
			lines[0].draw = func(l *leaf, x, y float32) {
				l.text.Parts = append(l.text.Parts, paint.Words{Text: strconv.Itoa(n) + ".", Weight: paint.Bold, Size: bodySize, X: x, Y: y + 0.75*13, Ink: q.own.InkSoft})
				draw(l, x, y)
			}
		}
		blocks = append(append(blocks, lines...), q.text([]span{q.small(line.Ground)}, q.width(), questionIndent, smallLead, 0)...)
	}
	return together(blocks)
}
