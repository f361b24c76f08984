package quiz

import "testing"

func TestSpeakerOf(t *testing.T) {
	tests := []struct {
		attribution, name string
		named             bool
	}{
		{"Interior Ministry of Kazakhstan", "Interior Ministry of Kazakhstan", true},
		{"Khabar 24, citing a source in the Interior Ministry", "Khabar 24", true},
		{"Vlast.kz", "Vlast.kz", true},
		{"Kassym-Jomart Tokayev, on Twitter", "Kassym-Jomart Tokayev", true},
		{"Kassym-Jomart Tokayev's order", "Kassym-Jomart Tokayev", true},
		{"Police Chief Kanat Taimerdenov", "Kanat Taimerdenov", true},
		{"The CSTO's secretariat, by way of RIA Novosti", "The CSTO's secretariat", true},
		{"Officials", "Officials", false},
		{"Officials of Kazakhstan", "Officials of Kazakhstan", false},
		{"A witness, to Reuters", "A witness", false},
		{"Police officials; Interior Ministry of Kazakhstan", "Police officials", false},
		{"Al Jazeera's own account", "Al Jazeera's own account", false},
		{"The Journal's heading, which names nobody", "The Journal's heading", false},
		{"AP picture caption (Vladimir Tretyakov)", "AP picture caption", false},
		{"", "", false},
	}
	r := newRecord(shipped)
	for _, tt := range tests {
		t.Run(tt.attribution, func(t *testing.T) {
			if s := r.names.speakerOf(tt.attribution); s.name.En != tt.name || s.named != tt.named {
				t.Errorf("got %q, a name: %v; want %q, %v", s.name.En, s.named, tt.name, tt.named)
			}
		})
	}
}

func TestResembles(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"Khabar 24", "Khabar-24, state television", true},
		{"The CSTO", "The CSTO's secretariat", true},
		{"The CSTO", "The Kremlin", false},
		{"Dauren Abaev", "Rania Dridi", false},
	}
	r := newRecord(shipped)
	for _, tt := range tests {
		t.Run(tt.a+" and "+tt.b, func(t *testing.T) {
			if got := r.names.speakerOf(tt.a).resembles(r.names.speakerOf(tt.b)); got != tt.want {
				t.Errorf("got %v", got)
			}
		})
	}
}
