// Package sample makes up collections of any size, for trying and measuring
// what shows them. Everything in one says that it is made up: title, places,
// sources, every event.
package sample

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"qantar/store"

	"github.com/paulmach/orb"
)

// MaxEvents is how many events a sample has at most.
const MaxEvents = 2_000_000

// version goes into the hash of a sample; it changes when samples do.
const version = 1

// Sample is a made-up collection. The same number of events and seed give the
// same one.
type Sample struct {
	events, digits int
	seed           uint64
	frame          *store.Collection
	towns          []town
	drawing        []int    // what towns are drawn by
	areas          []string // ids of the areas, the country first
}

// New makes up a sample of 1 to MaxEvents events, all but the events
// themselves. outline gives the bound of an area by its ISO 3166 code, as
// collection.Options.Area does.
func New(events int, seed uint64, outline func(code string) (orb.Bound, bool)) (*Sample, error) {
	if events < 1 || events > MaxEvents {
		return nil, fmt.Errorf("a sample has 1 to %d events, not %d", MaxEvents, events)
	}
	s := &Sample{events: events, digits: max(6, len(fmt.Sprint(events))), seed: seed}
	s.frame = s.about()
	s.addAreas(outline)
	s.addTowns(s.random(1))
	return s, nil
}

// random is a source of numbers for one purpose, so that more numbers for one
// change nothing of another.
func (s *Sample) random(purpose uint64) *rand.Rand { return rand.New(rand.NewPCG(s.seed, purpose)) }

// Frame is the sample without its events.
func (s *Sample) Frame() *store.Collection { return s.frame }

// Events are the events in order of time, each to be used until the next.
func (s *Sample) Events() iter.Seq2[*store.Event, error] {
	return func(yield func(*store.Event, error) bool) {
		m := newMaker(s)
		for day := range days {
			for _, e := range m.day(day) {
				if !yield(e, nil) {
					return
				}
			}
		}
	}
}

// about is what the collection says of itself.
func (s *Sample) about() *store.Collection {
	c := &store.Collection{
		ID: fmt.Sprintf("sample-%d-%d", s.events, s.seed),
		Title: store.Text{
			En: fmt.Sprintf("Synthetic sample: %d made-up events", s.events),
			Kk: fmt.Sprintf("Синтетикалық үлгі: ойдан шығарылған %d оқиға", s.events),
			Ru: fmt.Sprintf("Синтетический образец: вымышленных событий — %d", s.events),
		},
		Summary: store.Text{
			En: fmt.Sprintf("Made by a generator with seed %d for trying and measuring. None of this happened.", s.seed),
			Kk: fmt.Sprintf("Сынап көру және өлшеу үшін генератор жасаған (бастапқы саны %d). Мұның ешқайсысы болған емес.", s.seed),
			Ru: fmt.Sprintf("Создано генератором (начальное число %d) для проб и измерений. Ничего из этого не было.", s.seed),
		},
		TimeZone: zone, Window: calendar(0, days-1), Opening: instant(days/2, 18*60),
		Home: store.View{Lon: 67.5, Lat: 48.2, Zoom: 4.3}, Languages: store.Langs,
		Attribution: []string{"Made up by a generator; free for any use"},
		Categories:  categories, Hash: s.hash(),
	}
	for i := range sources {
		c.Sources = append(c.Sources, s.source(i+1))
	}
	return c
}

func (s *Sample) hash() string {
	sum := sha256.Sum256(fmt.Appendf(nil, "qantar sample %d of %d events, seed %d", version, s.events, s.seed))
	return hex.EncodeToString(sum[:])
}

// sources is how many there are, each of so many paragraphs.
const (
	sources    = 5
	paragraphs = 1000
)

func (s *Sample) source(n int) store.Source {
	return store.Source{
		ID: fmt.Sprintf("generator-%d", n), File: fmt.Sprintf("no-document-%d.txt", n), SHA256: strings.Repeat("0", 64),
		Publisher: made("Generator %d", "Генератор %d", "Генератор %d", n),
		Title:     fmt.Sprintf("Output %d of the generator with seed %d (synthetic)", n, s.seed),
		Short:     made("Generator %d", "Генератор %d", "Генератор %d", n),
		Byline:    fmt.Sprintf("Generator with seed %d", s.seed), Published: calendar(days-1, days-1), Language: store.English,
		Rights: store.Text{En: "Free for any use", Kk: "Кез келген мақсатқа еркін", Ru: "Свободно для любых целей"},
		Note:   store.Text{En: "There is no such document", Kk: "Мұндай құжат жоқ", Ru: "Такого документа нет"}, Paragraphs: paragraphs,
	}
}

// made is a text with a number in all languages.
func made(en, kk, ru string, n int) store.Text {
	return store.Text{En: fmt.Sprintf(en, n), Kk: fmt.Sprintf(kk, n), Ru: fmt.Sprintf(ru, n)}
}

// categories have the marks of a real collection and harmless names.
var categories = []store.Category{
	{ID: "gathering", Label: store.Text{En: "Gathering", Kk: "Жиын", Ru: "Собрание"}, Shape: "circle", Color: "orange"},
	{ID: "match", Label: store.Text{En: "Match", Kk: "Жарыс", Ru: "Матч"}, Shape: "cross", Color: "vermillion"},
	{ID: "storm", Label: store.Text{En: "Storm", Kk: "Дауыл", Ru: "Буря"}, Shape: "triangle-down", Color: "purple"},
	{ID: "patrol", Label: store.Text{En: "Patrol", Kk: "Шолғын", Ru: "Обход"}, Shape: "pentagon", Color: "blue"},
	{ID: "delivery", Label: store.Text{En: "Delivery", Kk: "Жеткізу", Ru: "Доставка"}, Shape: "square", Color: "bluish-green"},
	{ID: "repair", Label: store.Text{En: "Repair", Kk: "Жөндеу", Ru: "Ремонт"}, Shape: "diamond", Color: "gray"},
	{ID: "notice", Label: store.Text{En: "Notice", Kk: "Хабарландыру", Ru: "Объявление"}, Shape: "triangle", Color: "yellow"},
	{ID: "rule", Label: store.Text{En: "Rule", Kk: "Ереже", Ru: "Правило"}, Shape: "hexagon", Color: "sky-blue"},
	{ID: "visit", Label: store.Text{En: "Visit", Kk: "Сапар", Ru: "Визит"}, Shape: "star", Color: "bluish-green"},
	{ID: "outage", Label: store.Text{En: "Outage", Kk: "Үзіліс", Ru: "Сбой"}, Shape: "bars", Color: "sky-blue"},
}

// kinds are those of events, as often as they stand here.
var kinds = repeat(map[store.Kind]int{
	store.Happening: 70, store.Statement: 12, store.Claim: 6, store.Count: 5, store.Rumour: 3, store.Analysis: 2, store.Plan: 2,
})

func repeat(times map[store.Kind]int) []store.Kind {
	var all []store.Kind
	for _, kind := range store.Kinds {
		for range times[kind] {
			all = append(all, kind)
		}
	}
	return all
}
