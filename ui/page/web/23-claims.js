// Numbers as they are claimed, and where accounts do not fit together.

/** @param {Disagreement} d */
function dispute(d) {
  return make(
    "details",
    { class: "card dispute" },
    make("summary", {}, make("span", { text: d.topic }), make("span", { class: "soft block" }, word("difference-" + d.kind))),
    make("p", { text: d.why }),
    make("ul", {}, ...d.members.map((m) => make("li", {}, memberButton(m)))),
  );
}

/** @param {Member} m */
function memberButton(m) {
  let [event, said, what] = [0, "", ""];
  if (m.f !== undefined) {
    const f = data.figures[m.f];
    [event, said, what] = [f.e, citation(f.s, [f.p]), `${read(f.claim)} ${read(data.measures[f.m].unit)}${f.by ? ". " + f.by : ""}`];
  } else if (m.e !== undefined && m.s !== undefined) {
    const r = data.events[m.e].reports.find((one) => one.s === m.s);
    [event, said, what] = [m.e, citation(m.s, r?.p.slice(0, 1) ?? []), read(r?.note)];
  }
  return make("button", { type: "button", class: "link", onclick: () => showEvent(event, true) }, make("strong", {}, said + ": "), what);
}

part(["language"], () => {
  fill(
    panel("disagreements"),
    make("h2", {}, `${word("disagreements")}: ${number(data.disagreements.length)}`),
    make("p", { class: "soft" }, word("page-disagreements-told")),
    ...data.disagreements.map(dispute),
  );
});

/** Measures that have figures, those with the most first. */
const claimed = data.measures.map((_, m) => ({ m, figures: data.figures.filter((f) => f.m === m) })).filter((c) => c.figures.length > 0);
claimed.sort((a, b) => b.figures.length - a.figures.length);

let measureShown = 0; // index into claimed

part(["language"], drawFigures);

function drawFigures() {
  if (claimed.length === 0) return;
  const choice = make(
    "select",
    {
      id: "measure",
      onchange: () => {
        measureShown = choice.selectedIndex;
        drawFigureTable();
      },
    },
    ...claimed.map((c) => make("option", {}, `${read(data.measures[c.m].label)} (${number(c.figures.length)})`)),
  );
  choice.selectedIndex = measureShown;
  fill(
    panel("figures"),
    make("h2", {}, word("figures")),
    make("p", { class: "soft" }, word("page-figures-told")),
    make("label", { class: "choice", for: "measure" }, make("span", { class: "unseen" }, word("page-measure")), choice),
    figureTable,
  );
  drawFigureTable();
}

const figureTable = make("ol", { class: "claims" });

/** The claims of a measure in order of time, each with a bar as long as its number. */
function drawFigureTable() {
  const { figures } = claimed[measureShown];
  const most = Math.max(...figures.map((f) => f.low ?? 0), 1e-9);
  const inTime = figures.slice().sort((a, b) => a.at - b.at || (a.low ?? 0) - (b.low ?? 0));
  fill(
    figureTable,
    ...inTime.map((f) => {
      const bar = make("span", { class: "bar", "aria-hidden": true, hidden: f.low === undefined });
      bar.style.width = `${(100 * Math.max(0, f.low ?? 0)) / most}%`;
      return make(
        "li",
        {},
        make(
          "button",
          { type: "button", class: "claim", onclick: () => showEvent(f.e, true) },
          make("span", { class: "soft" }, read(f.asOf)),
          make("strong", {}, `${read(f.claim)} ${read(data.measures[f.m].unit)}`),
          bar,
          f.scope && make("span", { class: "block", text: f.scope }),
          make("span", { class: "soft block" }, saidBy(f)),
        ),
      );
    }),
  );
}
