package scene

import (
	"testing"

	"qantar/store"
)

func TestDistance(t *testing.T) {
	for _, tt := range []struct {
		metres float64
		lang   store.Lang
		want   string
	}{
		{200, store.English, "200 m"}, {1000, store.English, "1 km"}, {500000, store.Russian, "500 км"},
		{50, store.Kazakh, "50 м"}, {2000, "de", "2 km"},
	} {
		if got := Distance(tt.metres, tt.lang); got != tt.want {
			t.Errorf("%v in %q is %q, want %q", tt.metres, tt.lang, got, tt.want)
		}
	}
}
