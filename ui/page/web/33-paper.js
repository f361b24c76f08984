// On paper: the map, what is told, and the list of what is shown with its
// reports, in dark ink on a white ground.

function layPaper() {
  printing = true;
  const s = story();
  const scene = s?.scenes[state.scene];
  const [from, to] = shows();
  fill(
    need("paper"),
    make("h1", { text: data.title }),
    s &&
      scene &&
      make(
        "p",
        { class: "caption" },
        `${read(s.title)}, ${state.scene + 1} / ${s.scenes.length}: `,
        make("strong", { text: scene.caption }),
      ),
    make(
      "p",
      {},
      `${word("mode-" + state.mode)}: ${momentText(from)} – ${momentText(to)} (${read(data.zone.city)}, ${offsetText(to)}). ${word("page-shown-of", { n: number(shown.length), all: number(passing.length) })}`,
    ),
    paperMap(),
    make(
      "ul",
      { class: "legend" },
      ...data.categories.map((c, i) => !state.hidden.has(i) && make("li", {}, markIcon(c), " ", make("span", { text: c.label }))),
    ),
    ...(scene?.questions?.length
      ? [make("h2", {}, word("page-questions")), make("ol", {}, ...scene.questions.map((q) => make("li", { text: q })))]
      : []),
    make("h2", {}, word("list-heading")),
    make("ol", { class: "told" }, ...shown.map(paperEvent)),
    make("h2", {}, word("sources")),
    make(
      "ul",
      {},
      ...data.sources.map((one) =>
        make("li", {}, make("strong", { text: one.short }), ": ", make("cite", {}, one.title), `, ${read(one.published)}`),
      ),
    ),
    make("p", { class: "credit" }, [...data.attribution, `${data.id}, SHA-256 ${data.hash}`].join(" · ")),
  );
  changed("look");
}

/** The map as a picture, finer than a screen. */
function paperMap() {
  const canvas = make("canvas", { width: 1800, height: 1080, role: "img", "aria-label": word("page-map") });
  const ctx = canvas.getContext("2d");
  if (!ctx) return null;
  const v = limited({ ...view, w: 900, h: 540, zoom: view.zoom + Math.log2(Math.min(900 / view.w, 540 / view.h)) });
  ctx.scale(2, 2);
  const light = data.looks.light;
  paintGround(ctx, v, light);
  paintShades(ctx, v, shadesNow(light));
  paintNames(ctx, v, light);
  paintMarks(ctx, v, light, groupsOf(shown, v.zoom));
  return canvas;
}

/** @param {number} i */
function paperEvent(i) {
  const e = data.events[i];
  const told = e.reports.map((r) => citation(r.s, r.p) + (r.by ? ` (${r.by})` : "")).join("; ");
  return make(
    "li",
    {},
    markIcon(data.categories[e.cat], unsure(e) || has(e, "inferred")),
    " ",
    make("strong", { text: e.title }),
    ` — ${whenText(e)}. ${whereText(e)}. `,
    e.summary && make("span", { text: e.summary }),
    make("span", { class: "soft block" }, `${word("kind-" + e.kind)} · ${told}`),
  );
}

addEventListener("beforeprint", layPaper);
addEventListener("afterprint", () => {
  printing = false;
  need("paper").replaceChildren();
  changed("look");
});
