package shipped

import (
	"strconv"
	"testing"

	"qantar/seeds"
	"qantar/store"
	"qantar/store/collection"
)

// TestEveryNameIsTranslated looks for what a reader of Kazakh or Russian would
// find in English.
func TestEveryNameIsTranslated(t *testing.T) {
	c, err := collection.Read(seeds.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]store.Text{"collection": c.Title, "collection's summary": c.Summary}
	for _, v := range c.Categories {
		texts["category "+v.ID] = v.Label
	}
	for _, v := range c.Places {
		texts["place "+v.ID] = v.Name
	}
	for _, v := range c.People {
		texts["person "+v.ID], texts["role of "+v.ID] = v.Name, v.Role
	}
	for _, v := range c.Sources {
		texts["source "+v.ID], texts["rights of "+v.ID] = v.Short, v.Rights
	}
	for _, v := range c.Events {
		texts["event "+v.ID] = v.Title
	}
	for _, v := range c.Measures {
		texts["measure "+v.ID], texts["unit of "+v.ID] = v.Label, v.Unit
	}
	for _, v := range c.Figures {
		texts["scope of figure "+v.ID] = v.Scope
	}
	for _, v := range c.Disagreements {
		texts["disagreement "+v.ID], texts["explanation of "+v.ID] = v.Topic, v.Explanation
	}
	for _, v := range c.Stories {
		texts["story "+v.ID], texts["summary of story "+v.ID] = v.Title, v.Summary
		for _, s := range v.Scenes {
			in := " of " + v.ID + ", " + s.ID
			texts["caption"+in], texts["notes"+in] = s.Caption, s.Notes
			for i, question := range s.Questions {
				texts["question "+strconv.Itoa(i+1)+in] = question
			}
		}
	}
	for what, text := range texts {
		for _, lang := range store.Langs {
			if text.Only(lang) == "" {
				t.Errorf("%s has no %s", what, lang)
			}
		}
	}
}
