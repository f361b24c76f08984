package main

import (
	"testing"
	"time"

	"qantar/store/when"
)

func TestDay(t *testing.T) {
	tests := map[string]string{
		"2022-01-05":                           "2022-01-05",
		"2022-01-05?":                          "2022-01-05?",
		"2022-01-05~":                          "2022-01-05~",
		"2022-01-05T18:00":                     "2022-01-05 18:00",
		"1989":                                 "1989",
		"2022-01?":                             "2022-01?",
		"2022-01-05/2022-01-19":                "2022-01-05 to 2022-01-19",
		"2022-01-05T10:00/2022-01-05T12:30":    "2022-01-05 10:00 to 12:30",
		"[2022-01-05T05:00..2022-01-05T12:00]": "2022-01-05 05:00 or up to 12:00",
		"[2022-01-05..2022-01-06]":             "2022-01-05 or up to 2022-01-06",
		"2022-01-05/..":                        "from 2022-01-05",
		"../2022-01-05":                        "until 2022-01-05",
	}
	for text, want := range tests {
		t.Run(text, func(t *testing.T) {
			w, err := when.Parse(text, time.UTC)
			if err != nil {
				t.Fatal(err)
			}
			if got := day(w, time.UTC); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestInstant(t *testing.T) {
	for text, want := range map[string]string{
		"2022-01-05": "2022-01-05T00:00:00Z", "-0050": "0001-01-01T00:00:00Z", "../2022": "0001-01-01T00:00:00Z",
	} {
		w, err := when.Parse(text, time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		if got := instant(w.Start(time.UTC)); got != want {
			t.Errorf("%s starts %s, want %s", text, got, want)
		}
	}
	open, err := when.Parse("2022/..", time.FixedZone("", -6*3600))
	if err != nil {
		t.Fatal(err)
	}
	if got := instant(open.End(time.UTC)); got != "9999-12-31T23:59:59Z" {
		t.Errorf("an open end is %s", got)
	}
}
