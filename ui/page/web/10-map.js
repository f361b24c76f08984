// The map: three canvases over each other, so that only what has changed is
// painted anew.

const ground = need("ground");
const layers = ["canvas-ground", "canvas-cover", "canvas-marks"].map((id) => {
  const canvas = /** @type {HTMLCanvasElement} */ (need(id));
  return { canvas, ctx: /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")), key: "" };
});

/** @type {Group[]} */
let groups = [];
let fan = -1; // the place whose events are fanned out

/** The colours of the moment. */
const style = () => data.looks[lookName()];

/** Fits a canvas to its box at the density of the screen.
 * @param {HTMLCanvasElement} canvas @param {CanvasRenderingContext2D} ctx @param {number} w @param {number} h */
function fit(canvas, ctx, w, h) {
  const dense = Math.min(2.5, window.devicePixelRatio || 1);
  const [width, height] = [Math.round(w * dense), Math.round(h * dense)];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  ctx.setTransform(dense, 0, 0, dense, 0, 0);
  ctx.clearRect(0, 0, w, h);
}

/** What the groups were made of last; they stay while the map is only moved. */
let grouped = { of: shown, zoom: 0, fan: 0 };

/** The groups as they are drawn, with the open fan.
 * @returns {Group[]} */
function regroup() {
  const zoom = Math.round(view.zoom * 2) / 2;
  if (grouped.of === shown && grouped.zoom === zoom && grouped.fan === fan) return groups;
  grouped = { of: shown, zoom, fan };
  const all = groupsOf(shown, zoom);
  if (fan < 0) return all;
  return all.flatMap((g) => (g.place === fan && g.events.length > 1 ? fanOf(g) : [g]));
}

/** Paints a layer where it would look another.
 * @param {number} n @param {string} key @param {(ctx: CanvasRenderingContext2D) => void} paint */
function layer(n, key, paint) {
  const l = layers[n];
  const whole = `${key} ${view.x} ${view.y} ${view.zoom} ${view.w} ${view.h} ${lookName()} ${devicePixelRatio}`;
  if (whole === l.key) return;
  l.key = whole;
  fit(l.canvas, l.ctx, view.w, view.h);
  paint(l.ctx);
}

function drawMap() {
  const shades = shadesNow(style());
  layer(0, JSON.stringify(shades), (ctx) => {
    paintGround(ctx, view, style());
    paintShades(ctx, view, shades);
  });
  layer(1, language, (ctx) => paintNames(ctx, view, style()));
  groups = regroup();
  layers[2].key = "";
  layer(2, "", (ctx) => paintMarks(ctx, view, style(), groups));
  drawScale();
  drawEdges();
}

part(["view", "time", "filter", "selection", "hover", "look", "language", "story"], drawMap);

part(["time", "filter", "language"], () => {
  need("told").textContent = word("page-map-told", { n: number(shown.length) });
});

/** The largest round distance that a bar of some pixels can show. */
function drawScale() {
  const perPixel = 1 / pixels(view, 1, view.y);
  const room = 110 * perPixel;
  const power = 10 ** Math.floor(Math.log10(room));
  const metres = [5, 2, 1].map((n) => n * power).find((m) => m <= room) ?? power;
  need("scale-bar").style.width = `${metres / perPixel}px`;
  need("scale-text").textContent = metres >= 1000 ? `${number(metres / 1000)} ${word("page-km")}` : `${metres} ${word("page-m")}`;
}

/** Buttons at the edges count what is shown beyond them; a click goes there. */
const edges = /** @type {const} */ ([
  ["west", "left"],
  ["east", "right"],
  ["north", "up"],
  ["south", "down"],
]).map(([side, arrow]) => {
  const count = make("span");
  const button = make(
    "button",
    { type: "button", class: `edge ${side}`, hidden: true, onclick: () => flyOver(beyond[side]) },
    sign(arrow),
    count,
  );
  need("edges").append(button);
  return { side, button, count };
});
/** @type {Record<string, [number, number][]>} */
let beyond = {};

function drawEdges() {
  beyond = { west: [], east: [], north: [], south: [] };
  for (const i of shown) {
    if (has(data.events[i], "area")) continue;
    const at = data.places[data.events[i].place].at;
    const [x, y] = toScreen(view, at);
    const over = /** @type {[string, number][]} */ ([
      ["west", -x / view.w],
      ["east", x / view.w - 1],
      ["north", -y / view.h],
      ["south", y / view.h - 1],
    ]);
    const [side, far] = over.reduce((a, b) => (b[1] > a[1] ? b : a));
    if (far > 0) beyond[side].push(at);
  }
  for (const { side, button, count } of edges) {
    const n = beyond[side].length;
    button.hidden = n === 0;
    if (n > 0 && count.textContent !== number(n)) count.textContent = number(n);
    button.setAttribute("aria-label", word("page-beyond-" + side, { n: number(n) }));
  }
}

/** The group under a pixel, or undefined.
 * @param {number} x @param {number} y @param {number} slack */
function groupAt(x, y, slack) {
  /** @type {Group | undefined} */
  let best;
  let least = Infinity;
  for (const g of groups) {
    const [gx, gy] = spotOf(view, g);
    const away = Math.hypot(gx - x, gy - y);
    if (away <= groupRadius(g) + slack && away < least) [best, least] = [g, away];
  }
  return best;
}

/** What a click on a group does: selects, zooms in until it parts, or opens a fan.
 * @param {Group | undefined} g */
function openGroup(g) {
  need("tip").hidden = true;
  if (!g) {
    fan = -1;
    select(-1);
  } else if (g.events.length === 1) {
    select(g.events[0]);
    showEvent(g.events[0], false);
  } else if (g.place >= 0 || view.zoom >= mostZoom - 0.01) {
    fan = fan === g.place ? -1 : g.place;
  } else {
    const places = [...new Set(g.events.map((i) => data.events[i].place))].map((p) => data.places[p].at);
    flyOver(places);
  }
  changed("view");
}

// --- size --------------------------------------------------------------------

/** Gives the map another size: it keeps showing the view of the record that it shows, at once. */
function resizeMap() {
  const [w, h] = [ground.clientWidth, ground.clientHeight];
  if (w === 0 || h === 0 || (w === view.w && h === view.h)) return;
  Object.assign(view, { w, h });
  if (kept) stopFlight();
  look(kept ? statedView(kept) : view);
}

new ResizeObserver(resizeMap).observe(ground);

function buildMapButtons() {
  fill(
    need("buttons"),
    signButton("plus", word("zoom-in"), () => zoomBy(1)),
    signButton("minus", word("zoom-out"), () => zoomBy(-1)),
    signButton("home", word("home-view"), goHome),
  );
  need("credit").textContent = word("attribution");
}
part(["language"], buildMapButtons);
