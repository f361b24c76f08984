package axis

import (
	"math/rand/v2"
	"testing"
	"time"
)

// TestDaylight compares with the times that almanacs print, which are rounded
// to a minute.
func TestDaylight(t *testing.T) {
	cases := []struct {
		name      string
		site      Site
		zone      string
		day       string
		rise, set string
	}{
		{"London at midsummer", Site{-0.1278, 51.5074}, "Europe/London", "2022-06-21", "04:43", "21:21"},
		{"New York at the equinox", Site{-74.006, 40.7128}, "America/New_York", "2022-03-20", "06:59", "19:09"},
		{"Sydney at midsummer", Site{151.2093, -33.8688}, "Australia/Sydney", "2022-12-22", "05:41", "20:05"},
		{"Greenwich at midwinter", Site{0, 51.48}, "Europe/London", "2021-12-21", "08:03", "15:53"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			loc := zone(t, c.zone)
			noon := solarNoon(at(t, loc, c.day+" 12:00"), c.site.Lon)
			rise, set := daylight(noon, c.site)
			for _, pair := range []struct {
				what string
				got  int64
				want string
			}{{"rises", rise, c.rise}, {"sets", set, c.set}} {
				if d := pair.got - at(t, loc, c.day+" "+pair.want); d < -150 || d > 150 {
					t.Errorf("the sun %s at %s, want %s", pair.what, time.Unix(pair.got, 0).In(loc), pair.want)
				}
			}
		})
	}
}

func TestPolarDaysAndNights(t *testing.T) {
	tromso := Site{18.96, 69.65}
	week := func(day string) Scale {
		from := at(t, time.UTC, day+" 00:00")
		return Scale{from, from + 7*days, 700}
	}
	if got := week("2022-06-18").Nights(nil, tromso); len(got) != 0 {
		t.Errorf("in the polar day there are nights: %v", got)
	}
	dark := week("2022-12-18")
	if got := dark.Nights(nil, tromso); len(got) != 1 || got[0].From > dark.From || got[0].To < dark.To {
		t.Errorf("the polar night is %v, want all of %+v", got, dark)
	}
}

// TestNightsFollowEachOther holds at every place: nights are in order, apart,
// in sight, and as many as there are days, give or take one.
func TestNightsFollowEachOther(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	for range 2000 {
		site := Site{360*r.Float64() - 180, 120*r.Float64() - 60}
		from := r.Int64N(4e9) - 2e9
		n := 1 + r.Int64N(20)
		s := Scale{from, from + n*days, 1000}
		nights := s.Nights(nil, site)
		if len(nights) < int(n)-1 || len(nights) > int(n)+1 {
			t.Fatalf("%+v: %d nights in %d days", site, len(nights), n)
		}
		for i, night := range nights {
			if night.From >= night.To || night.To <= s.From || night.From >= s.To || i > 0 && night.From <= nights[i-1].To {
				t.Fatalf("%+v: night %d is %+v after %+v", site, i, night, nights[max(0, i-1)])
			}
		}
	}
}
