package print

import (
	"strings"
	"time"

	"qantar/ui/scene"
	"qantar/ui/state"
	"qantar/ui/words"
)

// shownTime says which time is shown, with the time zone once: "Wed 5 January
// 2022, 10:00 – 18:00", or days alone where whole ones are shown.
func shownTime(p *state.Presenter) string {
	from, to := p.Shows()
	write := func(t int64) string { return scene.FullTime(p.Data(), t, p.Lang()) }
	if first, last, whole := wholeDays(from, to, p.Data().Loc); whole {
		from, to = first, last
		write = func(t int64) string {
			return strings.Replace(scene.FullTime(p.Data(), t, p.Lang()), ", 00:00 (", " (", 1)
		}
	}
	first, last := write(from), write(to)
	if first == last {
		return last
	}
	moment, zone, _ := strings.Cut(first, " (")
	if strings.HasSuffix(last, "("+zone) {
		first = moment
	}
	return first + " – " + last
}

// knownToo says, where that is so, that only what was known by then is shown;
// else it is "".
func knownToo(p *state.Presenter, word words.Func) string {
	if p.Mode() != state.Known {
		return ""
	}
	return " · " + word("mode-known")
}

// wholeDays are the midnights at which the first and the last day of a time
// begin, where it holds nothing but whole days. Its end is the last second that
// it holds, or the first that it does not.
func wholeDays(from, to int64, zone *time.Location) (first, last int64, whole bool) {
	midnight := func(t int64) bool {
		h, m, s := time.Unix(t, 0).In(zone).Clock()
		return h+m+s == 0
	}
	if midnight(to) && to > from {
		to--
	}
	if !midnight(from) || !midnight(to+1) || to < from {
		return 0, 0, false
	}
	y, m, d := time.Unix(to, 0).In(zone).Date()
	return from, time.Date(y, m, d, 0, 0, 0, 0, zone).Unix(), true
}
