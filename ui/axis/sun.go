package axis

import (
	"math"
	"time"
)

// Site is a place on the earth, in degrees, east and north positive.
type Site struct{ Lon, Lat float64 }

// Night is a time without sun, in Unix seconds, its end not included.
type Night struct{ From, To int64 }

// zenith is how far from straight up the sun stands when it rises or sets, in
// degrees: its upper edge, as the air bends its light.
const zenith = 90.833

// Nights appends to dst the nights at a site that s overlaps, in order of time.
// It is meant for scales that show days apart.
func (s Scale) Nights(dst []Night, site Site) []Night {
	noon := solarNoon(s.From-days, site.Lon)
	_, dusk := daylight(noon, site)
	for noon < s.To+days {
		noon = solarNoon(noon+days, site.Lon)
		dawn, next := daylight(noon, site)
		if dawn-dusk > 60 && dawn > s.From && dusk < s.To {
			dst = join(dst, Night{dusk, dawn})
		}
		dusk = next
	}
	return dst
}

// join appends a night, as one with the last where the sun did not rise between
// the two.
func join(dst []Night, n Night) []Night {
	if last := len(dst) - 1; last >= 0 && dst[last].To >= n.From {
		dst[last].To = n.To
		return dst
	}
	return append(dst, n)
}

// daylight is when the sun rises and sets on the day of a solar noon. Where it
// does not rise both are noon; where it does not set they are the midnights to
// either side. It is right to a minute or two between the polar circles.
//
// Source: NOAA Global Monitoring Division, "General Solar Position
// Calculations".
func daylight(noon int64, site Site) (rise, set int64) {
	decl := declination(noon)
	lat := site.Lat * math.Pi / 180
	cos := math.Cos(zenith*math.Pi/180)/(math.Cos(lat)*math.Cos(decl)) - math.Tan(lat)*math.Tan(decl)
	half := int64(math.Acos(max(-1, min(1, cos))) / math.Pi * days / 2)
	return noon - half, noon + half
}

// solarNoon is when the sun stands highest at a longitude on the day, in mean
// solar time, that holds t.
func solarNoon(t int64, lon float64) int64 {
	offset := int64(math.Round(lon * 240)) // 4 minutes a degree
	midnight := t + offset - floorMod(t+offset, days) - offset
	return midnight + days/2 - int64(math.Round(equationOfTime(midnight+days/2)))
}

// fractionalYear is the part of the year that has passed, in radians.
func fractionalYear(t int64) float64 {
	at := time.Unix(t, 0).UTC()
	length := float64(time.Date(at.Year(), 12, 31, 0, 0, 0, 0, time.UTC).YearDay())
	return 2 * math.Pi / length * (float64(at.YearDay()-1) + (float64(at.Hour())-12)/24)
}

// equationOfTime is by how many seconds a sundial is ahead of a clock. Source:
// as for daylight.
func equationOfTime(t int64) float64 {
	g := fractionalYear(t)
	return 60 * 229.18 * (0.000075 + 0.001868*math.Cos(g) - 0.032077*math.Sin(g) -
		0.014615*math.Cos(2*g) - 0.040849*math.Sin(2*g))
}

// declination is how far north of the equator the sun stands, in radians.
// Source: as for daylight.
func declination(t int64) float64 {
	g := fractionalYear(t)
	return 0.006918 - 0.399912*math.Cos(g) + 0.070257*math.Sin(g) - 0.006758*math.Cos(2*g) +
		0.000907*math.Sin(2*g) - 0.002697*math.Cos(3*g) + 0.00148*math.Sin(3*g)
}
