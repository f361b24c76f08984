package sample

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"qantar/store"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// area is a real area that made-up events are drawn over, with a point in it.
type area struct {
	code     string
	lon, lat float64
}

// areas are Kazakhstan and its regions; the country is the first.
var areas = []area{
	{"KZ", 68.7, 49.1}, {"KZ-AKM", 69.9, 51.9}, {"KZ-AKT", 58.9, 48}, {"KZ-ALA", 76.9, 43.3}, {"KZ-ALM", 78.2, 45.1},
	{"KZ-AST", 71.5, 51.2}, {"KZ-ATY", 51.8, 47.8}, {"KZ-KAR", 70.2, 48.1}, {"KZ-KUS", 64.1, 51.3}, {"KZ-KZY", 63.6, 44.6},
	{"KZ-MAN", 53.9, 44}, {"KZ-PAV", 76.4, 52.2}, {"KZ-SEV", 69.1, 54.5}, {"KZ-SHY", 69.7, 42.3}, {"KZ-VOS", 82, 48.3},
	{"KZ-YUZ", 68.8, 42.7}, {"KZ-ZAP", 50.5, 49.9}, {"KZ-ZHA", 72.5, 44.3},
}

const country = "made-up-area-1"

func (s *Sample) addAreas(outline func(code string) (orb.Bound, bool)) {
	for i, a := range areas {
		p := store.Place{
			ID: fmt.Sprintf("made-up-area-%d", i+1), Name: made("Made-up area %d", "Ойдан шығарылған аймақ %d", "Вымышленная область %d", i+1),
			Kind: store.Region, Point: orb.Point{a.lon, a.lat}, Area: a.code, Country: "KZ", Parent: country, TimeZone: zone,
			Note: store.Text{En: "Drawn over a real area; nothing in it happened there", Kk: "Шынайы аймақтың үстіне салынады; онда мұндай ештеңе болған емес", Ru: "Рисуется поверх настоящей области; ничего этого там не было"},
		}
		if i == 0 {
			p.Kind, p.Parent = store.Country, ""
		}
		p.Outline, _ = outline(a.code)
		s.areas = append(s.areas, p.ID)
		s.frame.Places = append(s.frame.Places, p)
	}
}

// town is a city and the sites around it.
type town struct {
	lon, lat int // 1e-5 degrees
	spread   int // 1e-5 degrees; sites lie within twice that
	places   []string
}

// How many places and towns there are.
func placesFor(events int) int { return min(25_000, max(12, events/20)) }
func townsFor(places int) int  { return min(250, places/3) }

// ground is roughly Kazakhstan, where the towns are put.
var ground = orb.Ring{{48, 48.5}, {51, 51}, {61, 53.5}, {70, 54.8}, {76.5, 53.5}, {82.5, 50.5}, {85, 48}, {80.5, 45.5}, {79.5, 43}, {74, 43.2}, {68.5, 41.8}, {60, 44.5}, {55.5, 42.5}, {52.5, 45.5}, {48, 48.5}}

func (s *Sample) addTowns(rnd *rand.Rand) {
	total := placesFor(s.events)
	for i := range townsFor(total) {
		t := newTown(rnd)
		s.towns = append(s.towns, t)
		s.addPlace(i, orb.Point{float64(t.lon) / 1e5, float64(t.lat) / 1e5}, store.Place{
			Name: made("Made-up town %d", "Ойдан шығарылған қала %d", "Вымышленный город %d", i+1), Kind: store.City,
			RadiusM: float64(2000 + 100*rnd.IntN(80)), Parent: country,
		})
	}
	s.drawing = drawing(len(s.towns))
	for n := len(s.towns); n < total; n++ {
		i := s.anyTown(rnd)
		t := &s.towns[i]
		lon, lat := t.lon+scatter(rnd, t.spread), t.lat+scatter(rnd, t.spread*2/3)
		s.addPlace(i, orb.Point{float64(lon) / 1e5, float64(lat) / 1e5}, store.Place{
			Name: made("Made-up place %d", "Ойдан шығарылған жер %d", "Вымышленное место %d", n+1), Kind: store.Site,
			RadiusM: float64(50 + 50*rnd.IntN(20)), Parent: t.places[0],
		})
	}
}

func newTown(rnd *rand.Rand) town {
	for {
		t := town{lon: 4_800_000 + rnd.IntN(3_700_000), lat: 4_180_000 + rnd.IntN(1_300_000), spread: 2_000 + rnd.IntN(30_000)}
		if planar.RingContains(ground, orb.Point{float64(t.lon) / 1e5, float64(t.lat) / 1e5}) {
			return t
		}
	}
}

func (s *Sample) addPlace(town int, at orb.Point, p store.Place) {
	p.ID = fmt.Sprintf("made-up-place-%d", len(s.frame.Places)-len(areas)+1)
	p.Point, p.Country, p.TimeZone = at, "KZ", zone
	p.Note = store.Text{En: "Made up", Kk: "Ойдан шығарылған", Ru: "Вымышлено"}
	s.towns[town].places = append(s.towns[town].places, p.ID)
	s.frame.Places = append(s.frame.Places, p)
}

// drawing are numbers of which a drawn one finds a town: the first is twice as
// likely as the second, three times as the third and so on.
func drawing(towns int) []int {
	const most = 5040
	upTo := make([]int, towns)
	sum := 0
	for i := range upTo {
		sum += most / (i + 1)
		upTo[i] = sum
	}
	return upTo
}

// anyTown is the index of a town.
func (s *Sample) anyTown(rnd *rand.Rand) int {
	at := rnd.IntN(s.drawing[len(s.drawing)-1])
	i, _ := slices.BinarySearch(s.drawing, at+1)
	return i
}

// scatter is a distance from a middle, bell-shaped, at most twice spread.
func scatter(rnd *rand.Rand, spread int) int {
	sum := 0
	for range 4 {
		sum += rnd.IntN(spread + 1)
	}
	return sum - 2*spread
}
