package ui

import (
	"sort"

	"qantar/store"
	"qantar/ui/state"
)

// mostPlaces is how many places a list offers at most.
const mostPlaces = 60

// topPlaces are the places worth narrowing the map to: cities, regions and
// countries where events are, those with the most events first.
func topPlaces(data *state.Data) []*store.Place {
	counts := map[string]int{}
	here := make([]int, len(data.Places))
	for _, place := range data.Cols.Place {
		here[place]++
	}
	for i, n := range here {
		for place, depth := &data.Places[i], 0; place != nil && depth < 16; place, depth = data.Place(place.Parent), depth+1 {
			counts[place.ID] += n
		}
	}
	var places []*store.Place
	for i := range data.Places {
		if p := &data.Places[i]; p.Kind != store.Site && counts[p.ID] > 0 {
			places = append(places, p)
		}
	}
	sort.SliceStable(places, func(i, j int) bool { return counts[places[i].ID] > counts[places[j].ID] })
	return places[:min(len(places), mostPlaces)]
}
