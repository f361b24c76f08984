// Over the map: what concerns a whole country and so has no spot on it, what
// holds over areas now, and the legend, which is the filter.

part(["time", "filter", "language", "selection"], drawHolds);

let heldKey = "";

function drawHolds() {
  const nation = shown.filter(
    (i) => has(data.events[i], "area") && !has(data.events[i], "condition") && data.places[data.events[i].place].kind === "country",
  );
  const conditions = passing.filter((i) => has(data.events[i], "condition") && holds(data.events[i]));
  conditions.sort((a, b) => data.events[b].imp - data.events[a].imp);
  const key = JSON.stringify([nation, conditions, language, state.selected]);
  if (key === heldKey) return;
  heldKey = key;
  const open = need("holds").querySelector("details")?.open ?? false;
  fill(
    need("holds"),
    nation.length > 0 && nationBar(nation, open),
    ...conditions.slice(0, 3).map(conditionTag),
    conditions.length > 3 && make("span", { class: "tag more" }, "+" + (conditions.length - 3)),
  );
}

/** @param {number[]} events @param {boolean} open */
function nationBar(events, open) {
  /** @type {Map<number, number>} */
  const byPlace = new Map();
  for (const i of events) byPlace.set(data.events[i].place, (byPlace.get(data.events[i].place) ?? 0) + 1);
  const [[place, count]] = [...byPlace].sort((a, b) => b[1] - a[1]);
  const others = events.length - count;
  const counts = data.categories.map((_, c) => ({ c, n: events.filter((i) => data.events[i].cat === c).length })).filter((k) => k.n > 0);
  counts.sort((a, b) => b.n - a.n);
  const newest = events.slice(-12).reverse();
  return make(
    "details",
    { class: "tag nation", open },
    make(
      "summary",
      {},
      make(
        "strong",
        {},
        word("nationwide", { place: read(data.places[place].name), n: number(count) }) + (others > 0 ? ` +${others}` : ""),
      ),
      ...counts
        .slice(0, 5)
        .map((k) =>
          make(
            "span",
            { class: "count" },
            markIcon(data.categories[k.c]),
            make("span", { class: "unseen" }, read(data.categories[k.c].label) + ": "),
            String(k.n),
          ),
        ),
    ),
    make("ul", {}, ...newest.map((i) => make("li", {}, eventButton(i)))),
  );
}

/** @param {number} i */
function conditionTag(i) {
  const e = data.events[i];
  return make(
    "button",
    {
      type: "button",
      class: "tag",
      "aria-pressed": i === state.selected,
      onclick: () => showEvent(i, true),
      onpointerenter: () => hoverEvent(i),
      onpointerleave: () => hoverEvent(-1),
    },
    markIcon(data.categories[e.cat]),
    make("span", { class: "cut", text: e.title }),
  );
}

/** @param {number} i */
function hoverEvent(i) {
  state.hovered = i;
  changed("hover");
}

// --- legend ------------------------------------------------------------------

/** @param {Set<number>} set @param {number} i */
function toggle(set, i) {
  if (!set.delete(i)) set.add(i);
  changed("filter");
}

/** How many of the events shown each category has.
 * @type {HTMLElement[]} */
let legendCounts = [];

function buildLegend() {
  need("legend")
    .querySelector("summary")
    ?.replaceChildren(
      make("span", {}, word("page-legend")),
      make("span", { class: "marks", "aria-hidden": true }, ...data.categories.map((c) => markIcon(c))),
    );
  legendCounts = data.categories.map(() => make("span", { class: "number" }));
  fill(
    need("legend-body"),
    make(
      "ul",
      { "aria-label": word("page-categories") },
      ...data.categories.map((c, i) =>
        make(
          "li",
          {},
          legendRow(
            markIcon(c),
            c.label,
            () => !state.hidden.has(i),
            () => toggle(state.hidden, i),
            legendCounts[i],
          ),
        ),
      ),
    ),
    make(
      "ul",
      { class: "sources", "aria-label": word("sources") },
      ...data.sources.map((s, i) =>
        make(
          "li",
          {},
          legendRow(
            null,
            s.short,
            () => !state.silent.has(i),
            () => toggle(state.silent, i),
          ),
        ),
      ),
    ),
    make(
      "ul",
      { class: "sources" },
      make(
        "li",
        {},
        legendRow(
          null,
          word("background"),
          () => state.background,
          () => {
            state.background = !state.background;
            changed("filter");
          },
        ),
      ),
    ),
    make("button", { type: "button", class: "all", onclick: showAll }, word("all-shown")),
  );
}

/** @param {SVGElement | null} icon @param {Writing} label @param {() => boolean} on @param {() => void} flip @param {HTMLElement} [count] */
function legendRow(icon, label, on, flip, count) {
  const box = make("input", { type: "checkbox", onchange: flip });
  box.checked = on();
  legendBoxes.push({ box, on });
  return make("label", {}, box, icon, make("span", { text: label }), count);
}

/** @type {{ box: HTMLInputElement, on: () => boolean }[]} */
let legendBoxes = [];

function showAll() {
  state.hidden.clear();
  state.silent.clear();
  state.words = "";
  changed("filter");
}

part(["language"], () => {
  legendBoxes = [];
  buildLegend();
});

part(["filter", "time", "language"], () => {
  for (const { box, on } of legendBoxes) box.checked = on();
  const counts = data.categories.map(() => 0);
  for (const i of shown) counts[data.events[i].cat]++;
  counts.forEach((n, c) => (legendCounts[c].textContent = number(n)));
});
