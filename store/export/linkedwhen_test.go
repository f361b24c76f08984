package export

import (
	"encoding/json"
	"testing"

	"qantar/store/when"
)

func TestLinkedWhen(t *testing.T) {
	tests := []struct{ edtf, want string }{
		{"2022-01-05", `{"start":{"in":"2022-01-05"}}`},
		{"2022-01-05?", `{"start":{"in":"2022-01-05?"}}`},
		{"2022-01~", `{"start":{"in":"2022-01~"}}`},
		{"1989", `{"start":{"in":"1989"}}`},
		{"2022-01-06T23:00~", `{"start":{"in":"2022-01-06T23:00~"}}`},
		{"-0044-03-15", `{"start":{"in":"-0044-03-15"}}`},
		{"2022-01-05?/2022-01-19", `{"start":{"in":"2022-01-05?"},"end":{"in":"2022-01-19"}}`},
		{"2022-01-05/..", `{"start":{"in":"2022-01-05"}}`},
		{"../2022-01-05", `{"start":{"latest":"2022-01-05T23:59:59+06:00"},"end":{"in":"2022-01-05"}}`},
		{"[2022-01-02..2022-01-07]", `{"start":{"earliest":"2022-01-02T00:00:00+06:00","latest":"2022-01-07T23:59:59+06:00"}}`},
		{"[..2022-01-07]", `{"start":{"latest":"2022-01-07T23:59:59+06:00"}}`},
		{"{2022-01-02..2022-01-07}", `{"start":{"in":"2022-01-02T00:00:00+06:00"},"end":{"in":"2022-01-07T23:59:59+06:00"}}`},
		{"198X", `{"start":{"earliest":"1980-01-01T00:00:00+06:00","latest":"1989-12-31T23:59:59+06:00"}}`},
		{"2022-21", `{"start":{"earliest":"2022-03-01T00:00:00+06:00","latest":"2022-05-31T23:59:59+06:00"}}`},
	}
	zone, err := when.Zone("Asia/Almaty")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		t.Run(tt.edtf, func(t *testing.T) {
			w := at(t, tt.edtf, "Asia/Almaty")
			first, last := bounds(&w, zone)
			got, err := json.Marshal(linkedWhen(&w, first, last))
			if want := `{"timespans":[` + tt.want + `],"label":"` + tt.edtf + `"}`; err != nil || string(got) != want {
				t.Errorf("got %s, %v, want %s", got, err, want)
			}
		})
	}
}
