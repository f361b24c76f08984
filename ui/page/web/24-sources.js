// The documents: what each reports, what only it reports, and what is left when
// only one of them is read.

/** @type {(() => void)[]} */
let sourceChecks = [];

part(["language"], () => {
  sourceChecks = [];
  fill(
    panel("sources"),
    make("h2", {}, word("sources")),
    data.summary && make("p", { text: data.summary }),
    ...data.sources.map(sourceCard),
    make(
      "section",
      { class: "card" },
      make("h3", {}, word("page-about")),
      ...data.attribution.map((line) => make("p", { lang: "en" }, line)),
      make("p", { class: "hash" }, `${data.id}, SHA-256 ${data.hash}`),
    ),
  );
});
part(["filter", "language"], () => sourceChecks.forEach((check) => check()));

/** @param {Source} s @param {number} i */
function sourceCard(s, i) {
  const box = make("input", { type: "checkbox", onchange: () => toggle(state.silent, i) });
  const only = make("button", { type: "button", class: "small", onclick: () => showOnly(i) }, word("only-this-source"));
  sourceChecks.push(() => {
    box.checked = !state.silent.has(i);
    only.setAttribute("aria-pressed", String(!state.silent.has(i) && state.silent.size === data.sources.length - 1));
  });
  const told = data.events.filter((e) => e.reports.some((r) => r.s === i));
  const alone = told.filter((e) => new Set(e.reports.map((r) => r.s)).size === 1);
  const line = (/** @type {string} */ key, /** @type {Child} */ text) => (text ? [make("dt", {}, word(key)), make("dd", {}, text)] : []);
  return make(
    "section",
    { class: "card source" },
    make(
      "div",
      { class: "row" },
      make("h3", {}, make("label", {}, box, make("span", { text: s.short }))),
      make("span", { class: "grow" }),
      only,
    ),
    make("p", {}, make("cite", { lang: s.lang || "en" }, s.title)),
    make("p", {}, word("source-counts", { n: number(told.length), m: number(alone.length) })),
    make(
      "dl",
      {},
      ...line("page-publisher", read(s.publisher)),
      ...line("page-byline", s.byline),
      ...line("page-agency", s.agency),
      ...line("page-published", read(s.published)),
      ...line("page-length", number(s.paragraphs)),
    ),
    s.note && make("p", { text: s.note }),
    s.rights && make("p", { class: "soft", text: s.rights }),
    make(
      "details",
      {},
      make("summary", { class: "soft" }, word("page-file")),
      make("p", { class: "hash" }, `${s.file}`),
      make("p", { class: "hash" }, `SHA-256 ${s.sha256}`),
    ),
  );
}

/** Shows what one source reports, or everything again.
 * @param {number} i */
function showOnly(i) {
  const already = !state.silent.has(i) && state.silent.size === data.sources.length - 1;
  state.silent.clear();
  if (!already) data.sources.forEach((_, s) => s !== i && state.silent.add(s));
  changed("filter");
}
