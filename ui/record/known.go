package record

import (
	"slices"
	"strconv"
	"strings"

	"qantar/ui/scene"
	"qantar/ui/state"
	"qantar/ui/words"
)

// knownNote tells, where only what was known is shown, how many documents had
// appeared by the moment shown, how much was told later, and which document
// comes next; else it is "".
func knownNote(p *state.Presenter, words words.Func) string {
	if p.Mode() != state.Known {
		return ""
	}
	data, told := p.Data(), 0
	for i := range data.Sources {
		if p.HasTold(data.Sources[i].ID) {
			told++
		}
	}
	parts := []string{words("known-told", "m", strconv.Itoa(told), "all", strconv.Itoa(len(data.Sources)))}
	if later := p.Later(); later > 0 {
		parts = append(parts, words("known-later", "n", scene.Number(float64(later), p.Lang())))
	}
	if next, follows := p.NextTelling(); follows {
		var names []string
		for _, i := range next.Sources {
			names = append(names, data.Sources[i].Short.In(p.Lang()))
		}
		parts = append(parts, words("known-next", "time", scene.MomentText(data, next.At, p.Lang()), "sources", strings.Join(names, ", ")))
	}
	return strings.Join(parts, " ")
}

// laterNote tells how many of what key names came later, or "".
func laterNote(words words.Func, key string, n int) string {
	if n <= 0 {
		return ""
	}
	return words(key, "n", strconv.Itoa(n))
}

// pointers are the addresses of all values, for what takes these.
func pointers[T any](all []T) []*T {
	each := make([]*T, 0, len(all))
	for i := range all {
		each = append(each, &all[i])
	}
	return slices.Clip(each)
}
