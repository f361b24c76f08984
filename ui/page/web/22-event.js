// One event: when and where, on what ground, and what each source reports.

part(["selection", "language"], () => {
  const i = state.selected;
  listView.hidden = i >= 0;
  eventView.hidden = i < 0;
  if (i < 0) return;
  fill(eventView, ...describe(i));
  panel("events").scrollTop = 0;
});

/** @param {number} i @returns {Child[]} */
function describe(i) {
  const e = data.events[i];
  const only = e.reports.length === 1 && data.sources.length > 1;
  return [
    make(
      "div",
      { class: "row back" },
      make("button", { type: "button", class: "plain wide", onclick: closeEvent }, sign("left"), make("span", {}, word("page-back"))),
      make("span", { class: "grow" }),
      signButton("previous", word("previous-event"), () => step(-1)),
      signButton("next", word("next-event"), () => step(1)),
    ),
    make(
      "p",
      { class: "class" },
      markIcon(data.categories[e.cat], unsure(e) || has(e, "inferred")),
      make("span", {}, `${read(data.categories[e.cat].label)} · ${word("kind-" + e.kind)}`),
    ),
    make("h2", { tabindex: "-1", text: e.title }),
    e.summary && make("p", { text: e.summary }),
    make(
      "dl",
      { class: "facts" },
      ...fact("when", whenText(e), e.whenNote),
      ...fact("where", whereText(e) + (has(e, "inferred") ? ". " + word("inferred-place") : ""), e.placeNote),
      ...(e.areas?.length ? fact("areas", e.areas.map((p) => read(data.places[p].name)).join(", ")) : []),
      ...(e.people?.length ? fact("people", e.people.map((p) => read(data.people[p].name)).join(", ")) : []),
    ),
    ...section("figures", figuresOf[i].length, make("ul", { class: "figures" }, ...figuresOf[i].map((f) => figureItem(data.figures[f])))),
    ...section(
      "reports",
      e.reports.length,
      ...e.reports.map((r) => reportCard(i, r)),
      only && make("p", { class: "soft" }, word("only-here")),
    ),
    ...section("disagreements", disputesOf[i].length, ...disputesOf[i].map((d) => dispute(data.disagreements[d]))),
  ];
}

/** @param {string} key @param {string} text @param {Writing} [ground] */
function fact(key, text, ground) {
  return [make("dt", {}, word(key)), make("dd", {}, text, ground && make("em", { text: ground }))];
}

/** @param {string} key @param {number} count @param {...Child} content @returns {Child[]} */
function section(key, count, ...content) {
  return count === 0 ? [] : [make("h3", {}, word(key), " ", make("span", { class: "soft" }, number(count))), ...content];
}

/** @param {Figure} f */
function figureItem(f) {
  const m = data.measures[f.m];
  return make(
    "li",
    {},
    make("span", { text: m.label }),
    ": ",
    make("strong", {}, `${read(f.claim)} ${read(m.unit)}`),
    make("span", { class: "soft block" }, saidBy(f)),
  );
}

/** Who said a number, and where it stands.
 * @param {Figure} f */
const saidBy = (f) => `${f.by ? f.by + " — " : ""}${citation(f.s, [f.p])}`;

/** @param {number} s @param {number[]} paragraphs */
const citation = (s, paragraphs) => `${read(data.sources[s].short)}, ${paragraphText(paragraphs)}`;

/** @param {number} i @param {Account} r */
function reportCard(i, r) {
  const s = data.sources[r.s];
  const alone = figuresOf[i].map((f) => data.figures[f]).filter((f) => f.s === r.s && onlyHere(f));
  return make(
    "section",
    { class: "card" },
    make("h4", {}, make("span", { text: s.short }), " ", make("span", { class: "soft" }, paragraphText(r.p))),
    make("p", { class: "soft" }, make("cite", { lang: s.lang || "en" }, s.title), `, ${read(s.published)}`),
    r.by && make("p", {}, make("span", { class: "soft" }, word("attributed-to") + ": "), make("span", { lang: "en" }, r.by)),
    r.note && make("p", { text: r.note }),
    ...alone.map((f) =>
      make(
        "p",
        {},
        make("span", { class: "soft" }, word("only-here-number") + ": "),
        `${read(data.measures[f.m].label)}: ${read(f.claim)}`,
      ),
    ),
  );
}
