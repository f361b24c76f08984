package inwords

import (
	"testing"
	"time"

	"qantar/store"
	"qantar/store/when"
)

func TestWhen(t *testing.T) {
	zone := time.FixedZone("Almaty", 6*3600)
	tests := []struct{ edtf, en, kk, ru string }{
		{"2022-01-05", "on 5 January 2022", "2022 жылғы 5 қаңтарда", "5 января 2022 года"},
		{"2022-01-06T23:00", "on 6 January 2022 at 23:00", "2022 жылғы 6 қаңтарда (сағат 23:00)", "6 января 2022 года в 23:00"},
		{"2022-01-05/2022-03-19", "from 5 January 2022 to 19 March 2022", "2022 жылғы 5 қаңтардан 2022 жылғы 19 наурызға дейін", "с 5 января 2022 года до 19 марта 2022 года"},
		{"[2022-03-02..2022-03-07]", "some time between 2 March 2022 and 7 March 2022", "2022 жылғы 2 наурыз бен 2022 жылғы 7 наурыз аралығында", "не раньше 2 марта 2022 года и не позже 7 марта 2022 года"},
		{"[2022-01-05T00:00..2022-01-05T12:00]", "some time between 5 January 2022 at 00:00 and 5 January 2022 at 12:00",
			"2022 жылғы 5 қаңтар (сағат 00:00) мен 2022 жылғы 5 қаңтар (сағат 12:00) аралығында", "не раньше 5 января 2022 года в 00:00 и не позже 5 января 2022 года в 12:00"},
		{"2022-01-05/", "from 5 January 2022 on", "2022 жылғы 5 қаңтардан бастап", "с 5 января 2022 года"},
		{"../2022-01-05", "up to 5 January 2022", "2022 жылғы 5 қаңтарға дейін", "до 5 января 2022 года"},
		{"2019-03", "in March 2019", "2019 жылғы наурызда", "в марте 2019 года"},
		{"1991", "in 1991", "1991 жылы", "в 1991 году"},
		{"2019/2022-01-05", "2019 – 2022", "2019 – 2022", "2019 – 2022"}, // no day of 2019 is known
	}
	for _, tt := range tests {
		t.Run(tt.edtf, func(t *testing.T) {
			w, err := when.Parse(tt.edtf, zone)
			if err != nil {
				t.Fatal(err)
			}
			for lang, want := range map[store.Lang]string{store.English: tt.en, store.Kazakh: tt.kk, store.Russian: tt.ru} {
				if got := When(w, zone, lang); got != want {
					t.Errorf("%s: %q, want %q", lang, got, want)
				}
			}
		})
	}
}
