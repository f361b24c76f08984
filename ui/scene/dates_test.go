package scene

import (
	"testing"
	"time"

	"qantar/store"
	"qantar/store/when"
	"qantar/ui/state"
)

// dated is an item with nothing but a date.
func dated(t *testing.T, text string, zone *time.Location) *state.Item {
	t.Helper()
	w, err := when.Parse(text, zone)
	if err != nil {
		t.Fatal(err)
	}
	return &state.Item{Event: &store.Event{When: w}, Zone: zone}
}

func TestDateText(t *testing.T) {
	cases := []struct{ edtf, en, kk, ru string }{
		{"2022-01-05", "5 Jan 2022", "5 қаң 2022", "5 янв 2022"},
		{"2022-01-06T23:00", "6 Jan 2022, 23:00", "6 қаң 2022, 23:00", "6 янв 2022, 23:00"},
		{"2022-01-06T23", "6 Jan 2022, 23:00", "6 қаң 2022, 23:00", "6 янв 2022, 23:00"},
		{"2022-05", "May 2022", "мам 2022", "май 2022"},
		{"2022-05-09", "9 May 2022", "9 мам 2022", "9 мая 2022"},
		{"1991", "1991", "1991", "1991"},
		{"199X", "1990 … 1999", "1990 … 1999", "1990 … 1999"},
		{"2021-21", "Mar 2021 … May 2021", "нау 2021 … мам 2021", "мар 2021 … май 2021"},
		{"2022-01-XX", "Jan 2022", "қаң 2022", "янв 2022"},
		{"2022-01-05~", "~5 Jan 2022", "~5 қаң 2022", "~5 янв 2022"},
		{"2022-01-05?", "5 Jan 2022?", "5 қаң 2022?", "5 янв 2022?"},
		{"2022-01-05%", "~5 Jan 2022?", "~5 қаң 2022?", "~5 янв 2022?"},
		{"2022-01-05/2022-01-19", "5 Jan – 19 Jan 2022", "5 қаң – 19 қаң 2022", "5 янв – 19 янв 2022"},
		{"2021-12-30/2022-01-02", "30 Dec 2021 – 2 Jan 2022", "30 жел 2021 – 2 қаң 2022", "30 дек 2021 – 2 янв 2022"},
		{"1986/1991", "1986 – 1991", "1986 – 1991", "1986 – 1991"},
		{"2022-01/2022-03", "Jan 2022 – Mar 2022", "қаң 2022 – нау 2022", "янв 2022 – мар 2022"},
		{"2022/2022-03", "2022", "2022", "2022"},
		{"2022-01-04T22:00/2022-01-05T03:00", "4 Jan, 22:00 – 5 Jan 2022, 03:00", "4 қаң, 22:00 – 5 қаң 2022, 03:00", "4 янв, 22:00 – 5 янв 2022, 03:00"},
		{"2022-01-04T10:00/2022-01-04T12:30", "4 Jan 2022, 10:00 – 12:30", "4 қаң 2022, 10:00 – 12:30", "4 янв 2022, 10:00 – 12:30"},
		{"[2022-01-04..2022-01-06]", "4 Jan … 6 Jan 2022", "4 қаң … 6 қаң 2022", "4 янв … 6 янв 2022"},
		{"[2022-01-05T05:00..2022-01-05T12:00]", "5 Jan 2022, 05:00 … 12:00", "5 қаң 2022, 05:00 … 12:00", "5 янв 2022, 05:00 … 12:00"},
		{"{2022-01-04,2022-01-06}", "4 Jan – 6 Jan 2022", "4 қаң – 6 қаң 2022", "4 янв – 6 янв 2022"},
		{"2022-01-05/2022-01-05", "5 Jan 2022", "5 қаң 2022", "5 янв 2022"},
		{"2022-01-05/", "5 Jan 2022 – …", "5 қаң 2022 – …", "5 янв 2022 – …"},
		{"../2022-01-05", "… – 5 Jan 2022", "… – 5 қаң 2022", "… – 5 янв 2022"},
	}
	zone := time.FixedZone("", 6*3600)
	for _, c := range cases {
		t.Run(c.edtf, func(t *testing.T) {
			it := dated(t, c.edtf, zone)
			for lang, want := range map[store.Lang]string{store.English: c.en, store.Kazakh: c.kk, store.Russian: c.ru, "xx": c.en} {
				if got := DateText(it, lang); got != want {
					t.Errorf("%s: got %q, want %q", lang, got, want)
				}
			}
		})
	}
}

// TestDateTextKeepsThePlacesTime: an hour is that of the clock where it was.
func TestDateTextKeepsThePlacesTime(t *testing.T) {
	it := dated(t, "2022-01-06T23:30+06:00", time.FixedZone("Moscow", 3*3600))
	if got := DateText(it, store.English); got != "6 Jan 2022, 20:30" {
		t.Errorf("got %q", got)
	}
}
