package sample

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"

	"qantar/store"
	"qantar/store/when"
)

// maker makes up the events of a sample, day by day.
type maker struct {
	*Sample
	rnd    *rand.Rand
	loads  [days]load
	before [days + 1]int // weight of the days before
	number int           // events made
	batch  []store.Event
	order  []*store.Event // the batch in order of time
}

// load is how much happens on a day, and how much of it in a town where more
// happens than usual.
type load struct {
	usual, burst int
	town         int
}

// bursts is how many a year has.
const bursts = 12

// conditionsFor is how many states there are that last over areas.
func conditionsFor(events int) int { return min(300, events/100) }

func newMaker(s *Sample) *maker {
	m := &maker{Sample: s, rnd: s.random(2)}
	for day := range m.loads {
		if m.loads[day].usual = 100; moment(day, 0).Weekday()%6 == 0 {
			m.loads[day].usual = 70
		}
	}
	for range bursts {
		day, town := m.rnd.IntN(days), m.anyTown(m.rnd)
		for more := 200 + m.rnd.IntN(1000); more > 10 && day < days; day, more = day+1, more*3/5 {
			if m.loads[day].burst < more {
				m.loads[day].burst, m.loads[day].town = more, town
			}
		}
	}
	for day, l := range m.loads {
		m.before[day+1] = m.before[day] + l.usual + l.burst
	}
	return m
}

// upTo is how many of total lie before a day.
func (m *maker) upTo(day, total int) int {
	whole := m.before[days]
	return (m.before[day]*total + whole/2) / whole
}

// day makes the events of one day, in order of time. They are valid until the
// next day.
func (m *maker) day(day int) []*store.Event {
	conditions := conditionsFor(m.events)
	states := m.upTo(day+1, conditions) - m.upTo(day, conditions)
	m.batch = m.batch[:0]
	for i := range m.upTo(day+1, m.events) - m.upTo(day, m.events) {
		if i < states {
			m.batch = append(m.batch, m.state(day))
		} else {
			m.batch = append(m.batch, m.happening(day))
		}
	}
	m.order = m.order[:0]
	for i := range m.batch {
		m.order = append(m.order, &m.batch[i])
	}
	slices.SortStableFunc(m.order, func(a, b *store.Event) int {
		return cmp.Or(cmp.Compare(a.When.Earliest, b.When.Earliest), cmp.Compare(a.When.Latest, b.When.Latest))
	})
	for _, e := range m.order {
		m.label(e)
	}
	return m.order
}

// label numbers an event; numbers, and so ids, go with time.
func (m *maker) label(e *store.Event) {
	m.number++
	n := fmt.Sprintf("%0*d", m.digits, m.number)
	e.ID = "made-up-" + n
	e.Title = store.Text{
		En: "Made-up event " + n + " (synthetic)",
		Kk: "Ойдан шығарылған оқиға " + n + " (синтетикалық)",
		Ru: "Вымышленное событие " + n + " (синтетическое)",
	}
}

// state is a condition of some days over an area, sometimes over more.
func (m *maker) state(day int) store.Event {
	e := m.event()
	e.Kind, e.Condition, e.Inferred = store.Happening, true, false
	e.Category, e.Importance = []string{"storm", "rule", "outage"}[m.rnd.IntN(3)], 2+m.rnd.IntN(2)
	e.When = calendar(day, day+1+m.rnd.IntN(7))
	first := m.rnd.IntN(len(m.areas))
	e.Place = m.areas[first]
	for range m.rnd.IntN(3) {
		if other := m.areas[m.rnd.IntN(len(m.areas))]; first > 0 && other != country && other != e.Place && !slices.Contains(e.Areas, other) {
			e.Areas = append(e.Areas, other)
		}
	}
	return e
}

// happening is anything else.
func (m *maker) happening(day int) store.Event {
	e := m.event()
	e.When = m.time(day)
	town := m.anyTown(m.rnd)
	if l := m.loads[day]; m.rnd.IntN(l.usual+l.burst) < l.burst {
		town = l.town
		e.Category = categories[(l.town+m.rnd.IntN(3))%len(categories)].ID
	}
	places := m.towns[town].places
	e.Place = places[min(m.rnd.IntN(len(places)), m.rnd.IntN(len(places)))]
	if m.rnd.IntN(200) == 0 {
		e.Place = m.areas[m.rnd.IntN(len(m.areas))]
	}
	return e
}

// event is what events have whenever and wherever they are.
func (m *maker) event() store.Event {
	e := store.Event{
		Kind: kinds[m.rnd.IntN(len(kinds))], Category: categories[m.rnd.IntN(len(categories))].ID,
		Importance: 1, Inferred: m.rnd.IntN(10) == 0,
	}
	switch rank := m.rnd.IntN(100); {
	case rank < 4:
		e.Importance = 3
	case rank < 20:
		e.Importance = 2
	}
	first, reports := m.rnd.IntN(sources), 1
	for reports < 3 && m.rnd.IntN(4) == 0 {
		reports++
	}
	for i := range reports {
		e.Reports = append(e.Reports, store.Report{
			Source: m.frame.Sources[(first+i)%sources].ID, Paragraphs: []int{1 + m.rnd.IntN(paragraphs)},
			AttributedTo: "The generator", Note: store.Text{En: "Made up."},
		})
	}
	return e
}

// hours are how much happens in each hour of a day.
var hours = [24]int{2, 1, 1, 1, 1, 2, 3, 5, 7, 9, 10, 10, 9, 9, 10, 10, 10, 11, 12, 11, 9, 7, 5, 3}

func (m *maker) minute() int {
	total := 0
	for _, n := range hours {
		total += n
	}
	at := m.rnd.IntN(total)
	for hour, n := range hours {
		if at -= n; at < 0 {
			return hour*60 + m.rnd.IntN(60)
		}
	}
	return 0
}

// shapes are how often, of a hundred, the time of an event is of a form; the
// rest is known to the minute.
var shapes = []struct {
	often int
	make  func(m *maker, day int) when.When
}{
	{12, func(_ *maker, day int) when.When { return calendar(day, day) }},
	{4, func(_ *maker, day int) when.When { return around(day) }},
	{4, func(_ *maker, day int) when.When { return perhaps(day) }},
	{2, func(m *maker, day int) when.When { return oneOf(day, day+1+m.rnd.IntN(3)) }},
	{2, func(m *maker, day int) when.When { return clock(day, m.minute()/60) }},
	{5, func(m *maker, day int) when.When { return lasting(day, m.minute(), 30+m.rnd.IntN(600)) }},
	{1, func(m *maker, day int) when.When { return lasting(day, m.minute(), 600+m.rnd.IntN(3600)) }},
}

func (m *maker) time(day int) when.When {
	at := m.rnd.IntN(100)
	for _, shape := range shapes {
		if at -= shape.often; at < 0 {
			return shape.make(m, day)
		}
	}
	return instant(day, m.minute())
}
