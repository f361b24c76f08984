package talk

// Action is something that a person asks a talk to do.
type Action uint8

// The actions.
const (
	None Action = iota
	Next
	Previous
	First
	Last
	Enter // go to the number that was typed; without one: Next
	Black
	White
	Notes
	Questions
	Spotlight
	Pen
	Erase
	Explore
	Autoplay
	PauseWatch
	ResetWatch
	Resume // show the slide, whatever lies over it
	Help
	Escape // leave what is in the way, or end
	End
)

// Binding is what keys do; Words is the key of the text that says so.
type Binding struct {
	Action Action
	Names  []string // of keys that write nothing, as Fyne calls them
	Runes  string   // letters, in the Latin and in the Cyrillic layout
	Shown  string   // what the list of keys shows
	Words  string
}

// Bindings are all keys of a talk, in the order in which they are listed.
// Clickers send Page Down and Page Up, or arrows, for the next and the previous
// scene, F5 and Escape to start and end, B or a full stop for a black screen.
var Bindings = []Binding{
	{Next, []string{"Next", "Right", "Down", "Space"}, "", "Page Down, Right, Down, Space", "present-key-next"},
	{Previous, []string{"Prior", "Left", "Up", "BackSpace"}, "", "Page Up, Left, Up, Backspace", "present-key-previous"},
	{First, []string{"Home"}, "", "Home", "present-key-first"},
	{Last, []string{"End"}, "", "End", "present-key-last"},
	{Enter, []string{"Return", "KP_Enter"}, "", "1, 2, 3 … + Enter", "present-key-number"},
	{Black, nil, "bBиИ.юЮ", "B, .", "present-key-black"},
	{White, nil, "wWцЦ", "W", "present-key-white"},
	{Notes, nil, "nNтТ", "N", "present-key-notes"},
	{Questions, nil, "qQйЙ", "Q", "present-key-questions"},
	{Spotlight, nil, "pPзЗ", "P", "present-key-spotlight"},
	{Pen, nil, "dDвВ", "D", "present-key-pen"},
	{Erase, nil, "eEуУ", "E", "present-key-erase"},
	{Explore, nil, "xXчЧ", "X", "present-key-explore"},
	{Autoplay, nil, "aAфФ", "A", "present-key-autoplay"},
	{PauseWatch, nil, "tTеЕ", "T", "present-key-watch"},
	{ResetWatch, nil, "rRкК", "R", "present-key-reset"},
	{Resume, []string{"F5"}, "", "F5", "present-key-resume"},
	{Help, []string{"F1"}, "?hHрР", "F1, ?", "present-key-help"},
	{Escape, []string{"Escape"}, "", "Esc", "present-key-end"},
}

// The bindings by what is pressed.
var (
	byName = map[string]Action{}
	byRune = map[rune]Action{}
)

func init() {
	for _, b := range Bindings {
		for _, name := range b.Names {
			byName[name] = b.Action
		}
		for _, r := range b.Runes {
			byRune[r] = b.Action
		}
	}
}

// OfKey is what a key that writes nothing does; None for nothing.
func OfKey(name string) Action { return byName[name] }

// OfRune is what a letter does; None for nothing.
func OfRune(r rune) Action { return byRune[r] }
