package sqlite

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"qantar/store"
	"qantar/store/sample"

	"github.com/paulmach/orb"
)

// benchEvents is how many events the benchmarks work on: QANTAR_EVENTS, or
// 100,000.
func benchEvents(b *testing.B) int {
	b.Helper()
	n, err := strconv.Atoi(os.Getenv("QANTAR_EVENTS"))
	if err != nil {
		return 100_000
	}
	return n
}

func benchSample(b *testing.B) *sample.Sample {
	b.Helper()
	country := orb.Bound{Min: orb.Point{46.5, 40.5}, Max: orb.Point{87.3, 55.5}}
	s, err := sample.New(benchEvents(b), 1, func(string) (orb.Bound, bool) { return country, true })
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// BenchmarkBuild tells seconds of its parts: rows with making up the events,
// the tree over place and time, the text index, and the rest.
func BenchmarkBuild(b *testing.B) {
	s, path := benchSample(b), filepath.Join(b.TempDir(), "bench.qantar")
	var all Spent
	b.ReportAllocs()
	for b.Loop() {
		spent, err := BuildTimed(b.Context(), path, s.Frame(), s.Events())
		if err != nil {
			b.Fatal(err)
		}
		all.Rows, all.Tree, all.Text, all.Rest = all.Rows+spent.Rows, all.Tree+spent.Tree, all.Text+spent.Text, all.Rest+spent.Rest
	}
	n := float64(b.N)
	b.ReportMetric(all.Rows.Seconds()/n, "rows-s/op")
	b.ReportMetric(all.Tree.Seconds()/n, "tree-s/op")
	b.ReportMetric(all.Text.Seconds()/n, "text-s/op")
	b.ReportMetric(all.Rest.Seconds()/n, "rest-s/op")
}

// BenchmarkMakingUp is what of BenchmarkBuild is spent on the events themselves.
func BenchmarkMakingUp(b *testing.B) {
	s := benchSample(b)
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range s.Events() {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

// benchFiles are the samples built so far, by number of events. Building one
// takes longer than everything that is measured on it.
var benchFiles = map[int]string{}

// benchStore opens a sample that is built once for all benchmarks.
func benchStore(b *testing.B) *DB {
	b.Helper()
	db, err := Open(benchFile(b))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	return db
}

func benchFile(b *testing.B) string {
	b.Helper()
	n := benchEvents(b)
	if benchFiles[n] == "" {
		s, path := benchSample(b), filepath.Join(os.TempDir(), fmt.Sprintf("qantar-bench-%d-%d.qantar", n, os.Getpid()))
		if err := BuildStream(b.Context(), path, s.Frame(), s.Events()); err != nil {
			b.Fatal(err)
		}
		benchFiles[n] = path
	}
	return benchFiles[n]
}

func TestMain(m *testing.M) {
	code := m.Run()
	for _, path := range benchFiles {
		os.Remove(path)
	}
	os.Exit(code)
}

// BenchmarkOpen is opening a store and reading its frame.
func BenchmarkOpen(b *testing.B) {
	path := benchFile(b)
	b.ReportAllocs()
	for b.Loop() {
		db, err := Open(path)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := db.Frame(b.Context()); err != nil {
			b.Fatal(err)
		}
		db.Close()
	}
}

func BenchmarkColumns(b *testing.B) {
	db := benchStore(b)
	if _, err := db.Frame(b.Context()); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := db.Columns(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkEvent reads events here and there.
func BenchmarkEvent(b *testing.B) {
	db := benchStore(b)
	if _, err := db.Event(0); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i += 7919 {
		if _, err := db.Event(i % db.Len()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkVerify checks everything.
func BenchmarkVerify(b *testing.B) {
	db := benchStore(b)
	b.ReportAllocs()
	for b.Loop() {
		db.verified = false
		if err := db.Verify(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}

// benchCount counts what happens in a share of the year, once everywhere and
// once in a box over a quarter of the country's.
func benchCount(b *testing.B, share int64) {
	b.Helper()
	db, first := benchStore(b), at(b, "2015-06-14").Earliest
	last := first + 365*86400/share - 1
	boxes := map[string]*orb.Bound{"everywhere": {Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}, "box": {Min: orb.Point{57, 44}, Max: orb.Point{77, 51}}}
	for name, box := range boxes {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				var err error
				if n, err = db.Count(b.Context(), store.Query{From: &first, To: &last, Bound: box}); err != nil || n == 0 {
					b.Fatal(n, err)
				}
			}
			b.ReportMetric(float64(n), "events")
		})
	}
}

func BenchmarkCount1pct(b *testing.B) { benchCount(b, 100) }

func BenchmarkCount10pct(b *testing.B) { benchCount(b, 10) }

// BenchmarkPositions finds words.
func BenchmarkPositions(b *testing.B) {
	db := benchStore(b)
	b.ReportAllocs()
	for b.Loop() {
		if all, err := db.Positions(b.Context(), store.Query{Text: "0001 town"}); err != nil || len(all) == 0 {
			b.Fatalf("%d, %v", len(all), errors.Unwrap(err))
		}
	}
}
