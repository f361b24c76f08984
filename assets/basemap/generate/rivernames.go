package main

import (
	"math"

	"qantar/geo/basemap"

	"github.com/paulmach/orb"
)

// streams are the names of rivers, by where about they are written, in
// degrees: on the longest stretch that a map of Kazakhstan shows.
var streams = []basemap.Water{
	{Point: orb.Point{78.3, 51.3}, MinZoom: 5, Name: basemap.Names{En: "Irtysh", Kk: "Ертіс", Ru: "Иртыш"}},
	{Point: orb.Point{62.0, 46.05}, MinZoom: 5, Name: basemap.Names{En: "Syr Darya", Kk: "Сырдария", Ru: "Сырдарья"}},
	{Point: orb.Point{51.6, 49.6}, MinZoom: 5, Name: basemap.Names{En: "Ural", Kk: "Жайық", Ru: "Урал"}},
	{Point: orb.Point{62.0, 40.3}, MinZoom: 5, Name: basemap.Names{En: "Amu Darya", Kk: "Әмудария", Ru: "Амударья"}},
	{Point: orb.Point{46.3, 48.4}, MinZoom: 5, Name: basemap.Names{En: "Volga", Kk: "Еділ", Ru: "Волга"}},
	{Point: orb.Point{64.2, 53.7}, MinZoom: 5.8, Name: basemap.Names{En: "Tobol", Kk: "Тобыл", Ru: "Тобол"}},
	{Point: orb.Point{76.0, 53.4}, MinZoom: 6, Name: basemap.Names{En: "Irtysh", Kk: "Ертіс", Ru: "Иртыш"}},
	{Point: orb.Point{67.6, 43.6}, MinZoom: 6.4, Name: basemap.Names{En: "Syr Darya", Kk: "Сырдария", Ru: "Сырдарья"}},
	{Point: orb.Point{57.0, 51.4}, MinZoom: 6, Name: basemap.Names{En: "Ural", Kk: "Жайық", Ru: "Урал"}},
	{Point: orb.Point{70.3, 57.9}, MinZoom: 5, Name: basemap.Names{En: "Irtysh", Kk: "Ертіс", Ru: "Иртыш"}},
	{Point: orb.Point{76.5, 61.0}, MinZoom: 4.8, Name: basemap.Names{En: "Ob", Kk: "Обь", Ru: "Обь"}},
	{Point: orb.Point{91.0, 58.9}, MinZoom: 4.8, Name: basemap.Names{En: "Yenisei", Kk: "Енисей", Ru: "Енисей"}},
	{Point: orb.Point{48.2, 53.6}, MinZoom: 5, Name: basemap.Names{En: "Volga", Kk: "Еділ", Ru: "Волга"}},
	{Point: orb.Point{54.6, 56.4}, MinZoom: 5.4, Name: basemap.Names{En: "Kama", Kk: "Кама", Ru: "Кама"}},
	{Point: orb.Point{41.6, 49.6}, MinZoom: 5.4, Name: basemap.Names{En: "Don", Kk: "Дон", Ru: "Дон"}},
	{Point: orb.Point{84.5, 41.0}, MinZoom: 5.4, Name: basemap.Names{En: "Tarim", Kk: "Тарым", Ru: "Тарим"}},
	{Point: orb.Point{123.0, 64.0}, MinZoom: 4.8, Name: basemap.Names{En: "Lena", Kk: "Лена", Ru: "Лена"}},
	{Point: orb.Point{127.0, 50.6}, MinZoom: 4.8, Name: basemap.Names{En: "Amur", Kk: "Амур", Ru: "Амур"}},
	{Point: orb.Point{109.0, 30.9}, MinZoom: 4.8, Name: basemap.Names{En: "Yangtze", Kk: "Янцзы", Ru: "Янцзы"}},
	{Point: orb.Point{110.6, 37.6}, MinZoom: 4.8, Name: basemap.Names{En: "Yellow River", Kk: "Хуанхэ", Ru: "Хуанхэ"}},
	{Point: orb.Point{68.5, 27.9}, MinZoom: 5, Name: basemap.Names{En: "Indus", Kk: "Инд", Ru: "Инд"}},
	{Point: orb.Point{80.5, 26.3}, MinZoom: 5, Name: basemap.Names{En: "Ganges", Kk: "Ганг", Ru: "Ганг"}},
	{Point: orb.Point{33.5, 47.8}, MinZoom: 5.4, Name: basemap.Names{En: "Dnieper", Kk: "Днепр", Ru: "Днепр"}},
	{Point: orb.Point{24.5, 43.7}, MinZoom: 5.4, Name: basemap.Names{En: "Danube", Kk: "Дунай", Ru: "Дунай"}},
	{Point: orb.Point{41.5, 34.4}, MinZoom: 5.4, Name: basemap.Names{En: "Euphrates", Kk: "Евфрат", Ru: "Евфрат"}},
	{Point: orb.Point{31.0, 27.6}, MinZoom: 4.8, Name: basemap.Names{En: "Nile", Kk: "Ніл", Ru: "Нил"}},
}

// nearStream is how far from a river, in degrees, the place of its name may be
// given.
const nearStream = 1.0

// onRivers puts each name onto the nearest river, from the zoom level on from
// which that is drawn, and leaves out names without one.
func onRivers(names []basemap.Water, rivers []arc) (out []basemap.Water) {
	for _, n := range names {
		at, zoom, nearest := n.Point, n.MinZoom, nearStream
		for _, r := range rivers {
			for _, v := range r.line {
				p := v.lonLat()
				if d := math.Hypot(p[0]-n.Point[0], p[1]-n.Point[1]); d < nearest {
					at, zoom, nearest = p, max(n.MinZoom, r.minZoom), d
				}
			}
		}
		if nearest < nearStream {
			out = append(out, basemap.Water{Kind: basemap.Stream, Name: n.Name, Point: at, MinZoom: zoom})
		}
	}
	return out
}
