// The timeline: a histogram of all that passes the filter, stacked by category,
// with what is uncertain hatched, under a slider with a playhead and two handles.

const axis = need("axis");
const axisCanvas = /** @type {HTMLCanvasElement} */ (need("canvas-axis"));
const axisCtx = /** @type {CanvasRenderingContext2D} */ (axisCanvas.getContext("2d"));

/** The part of time that the axis shows, and its size in pixels. */
const scale = { from: data.window[0] - margin(), to: data.window[1] + margin(), w: 0, h: 0 };
const side = 14; // pixels left free at either end
const above = 30; // pixels for the playhead's label
const foot = 26; // pixels for the labels of ticks
const strip = 12; // pixels for the bar of the selected event

/** Time to spare on either side of the window. */
function margin() {
  return (data.window[1] - data.window[0]) * 0.03;
}

/** @param {number} t */
const xOf = (t) => side + ((t - scale.from) / (scale.to - scale.from)) * (scale.w - 2 * side);
/** @param {number} x */
const tOf = (x) => scale.from + ((x - side) / (scale.w - 2 * side)) * (scale.to - scale.from);
/** Seconds in a pixel. */
const perPixel = () => (scale.to - scale.from) / Math.max(1, scale.w - 2 * side);

/** Weights by bin and category, certain and uncertain: each event weighs 1, spread evenly over its time.
 * @typedef {{ edges: number[], certain: number[][], uncertain: number[][], most: number }} Histogram */

/** @returns {Histogram} */
function histogram() {
  const edges = starts(rung(perPixel() * 7), scale.from, scale.to);
  const bins = edges.length - 1;
  const zeros = () => Array.from({ length: bins }, () => data.categories.map(() => 0));
  const h = { edges, certain: zeros(), uncertain: zeros(), most: 0 };
  for (const i of passing) {
    const e = data.events[i];
    const weights = unsure(e) ? h.uncertain : h.certain;
    for (let b = 0; b < bins; b++) {
      const overlap = Math.min(e.to + 1, edges[b + 1]) - Math.max(e.from, edges[b]);
      if (overlap > 0) weights[b][e.cat] += overlap / (e.to + 1 - e.from);
    }
  }
  for (let b = 0; b < bins; b++) {
    const sum = [...h.certain[b], ...h.uncertain[b]].reduce((a, v) => a + v, 0);
    h.most = Math.max(h.most, sum);
  }
  return h;
}

/** @type {{ key: string, counted: Histogram | null }} */
let counted = { key: "", counted: null };

function currentHistogram() {
  const key = `${scale.from} ${scale.to} ${scale.w} ${[...state.hidden]} ${[...state.silent]} ${state.background} ${state.words}`;
  if (counted.key !== key || !counted.counted) counted = { key, counted: histogram() };
  return /** @type {Histogram} */ (counted.counted);
}

/** @param {CanvasRenderingContext2D} ctx @param {Look} style */
function paintAxis(ctx, style) {
  const hue = style.hues;
  const bottom = scale.h - foot;
  ctx.fillStyle = hue.paper;
  ctx.fillRect(0, 0, scale.w, scale.h);
  ctx.save();
  ctx.beginPath();
  ctx.rect(side, 0, scale.w - 2 * side, scale.h);
  ctx.clip();
  ctx.fillStyle = hue.night;
  if (day / perPixel() > 40) for (const [from, to] of data.nights) ctx.fillRect(xOf(from), above, xOf(to) - xOf(from), bottom - above);
  paintBars(ctx, style, bottom - strip);
  veil(ctx, style, bottom);
  paintSelected(ctx, style, bottom);
  ctx.restore();
  paintTicks(ctx, style, bottom);
  const [from, to] = shows();
  ctx.fillStyle = hue.accent;
  ctx.fillRect(Math.max(side, xOf(from)), above - 3, Math.max(2, Math.min(scale.w - side, xOf(to)) - Math.max(side, xOf(from))), 3);
}

/** @param {CanvasRenderingContext2D} ctx @param {Look} style @param {number} base */
function paintBars(ctx, style, base) {
  const h = currentHistogram();
  const room = base - above - 4;
  const perEvent = room / Math.max(1, h.most);
  for (let b = 0; b + 1 < h.edges.length; b++) {
    const [x0, x1] = [xOf(h.edges[b]), xOf(h.edges[b + 1])];
    let y = base;
    for (const sure of [true, false]) {
      (sure ? h.certain : h.uncertain)[b].forEach((weight, c) => {
        if (weight < 1e-6) return;
        const high = weight * perEvent;
        y -= high;
        ctx.fillStyle = sure
          ? (style.palette[data.categories[c].color] ?? style.palette.gray)
          : hatching(ctx, data.categories[c].color, style);
        ctx.fillRect(x0 + 0.5, y, Math.max(1, x1 - x0 - 1), high);
      });
    }
  }
}

/** @type {Map<string, CanvasPattern>} */
const hatchings = new Map();

/** @param {CanvasRenderingContext2D} ctx @param {string} color @param {Look} style @returns {CanvasPattern | string} */
function hatching(ctx, color, style) {
  const key = color + style.hues.paper + ctx.getTransform().a;
  const known = hatchings.get(key);
  if (known) return known;
  const canvas = document.createElement("canvas");
  const cell = 12;
  canvas.width = canvas.height = cell;
  const c = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  c.strokeStyle = style.palette[color] ?? style.palette.gray;
  c.lineWidth = 4.4;
  c.beginPath();
  for (const shift of [-cell, 0, cell]) {
    c.moveTo(shift - 2, cell + 2);
    c.lineTo(shift + cell + 2, -2);
  }
  c.stroke();
  const pattern = ctx.createPattern(canvas, "repeat");
  if (!pattern) return c.strokeStyle;
  pattern.setTransform(new DOMMatrix([0.5, 0, 0, 0.5, 0, 0]));
  hatchings.set(key, pattern);
  return pattern;
}

/** Veils the time of which nothing is shown.
 * @param {CanvasRenderingContext2D} ctx @param {Look} style @param {number} bottom */
function veil(ctx, style, bottom) {
  const [from, to] = shows();
  ctx.globalAlpha = 0.66;
  ctx.fillStyle = style.hues.paper;
  ctx.fillRect(0, above, xOf(from), bottom - above);
  ctx.fillRect(xOf(to), above, scale.w - xOf(to), bottom - above);
  ctx.globalAlpha = 1;
}

/** The selected and the highlighted events as bars: hatched where they are not
 * sure, fading where their bounds are not known.
 * @param {CanvasRenderingContext2D} ctx @param {Look} style @param {number} bottom */
function paintSelected(ctx, style, bottom) {
  for (const i of new Set([...state.highlights, state.hovered, state.selected])) {
    if (i < 0) continue;
    const e = data.events[i];
    const [x0, x1] = [
      xOf(has(e, "openStart") ? Math.min(e.to - 3 * day, scale.from) : e.from),
      xOf(has(e, "openEnd") ? Math.max(e.from + 3 * day, scale.to) : e.to + 1),
    ];
    const w = Math.max(4, x1 - x0);
    const colour = style.palette[data.categories[e.cat].color] ?? style.palette.gray;
    if (unsure(e)) ctx.fillStyle = hatching(ctx, data.categories[e.cat].color, style);
    else if (has(e, "sharp") || has(e, "lasting")) ctx.fillStyle = colour;
    else ctx.fillStyle = fading(ctx, x0, w, colour);
    ctx.fillRect(x0, bottom - strip + 3, w, strip - 6);
    if (i === state.selected || i === state.hovered) {
      ctx.lineWidth = 2;
      ctx.strokeStyle = i === state.selected ? style.hues.accent : style.hues["ink-soft"];
      ctx.strokeRect(x0 - 1, bottom - strip + 2, w + 2, strip - 4);
    }
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} w @param {string} colour */
function fading(ctx, x, w, colour) {
  const g = ctx.createLinearGradient(x, 0, x + w, 0);
  g.addColorStop(0, colour + "33");
  g.addColorStop(0.25, colour);
  g.addColorStop(0.75, colour);
  g.addColorStop(1, colour + "33");
  return g;
}

/** @param {CanvasRenderingContext2D} ctx @param {Look} style @param {number} bottom */
function paintTicks(ctx, style, bottom) {
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.fillStyle = style.hues.rule;
  ctx.fillRect(0, bottom, scale.w, 1);
  let free = -Infinity;
  const all = ticks(scale.from, scale.to, perPixel() * 64 * letterScale()).filter((t) => t.at >= scale.from && t.at <= scale.to);
  for (const tick of all) {
    const x = xOf(tick.at);
    ctx.fillStyle = tick.major ? style.hues.rule : style.hues.grid;
    ctx.fillRect(x, above, 1, bottom - above + (tick.major ? foot : 6));
    ctx.font = `${tick.major ? "bold " : ""}${16 * letterScale()}px ${typeface}`;
    const width = ctx.measureText(tick.text).width;
    if (x + 5 < free || x + 5 + width > scale.w) continue;
    ctx.fillStyle = tick.major ? style.hues.ink : style.hues["ink-soft"];
    ctx.fillText(tick.text, x + 5, bottom + foot / 2 + 1);
    free = x + 5 + width + 10;
  }
}

function drawAxis() {
  scale.w = axis.clientWidth;
  scale.h = axis.clientHeight;
  fit(axisCanvas, axisCtx, scale.w, scale.h);
  paintAxis(axisCtx, style());
  placeHandles();
}
part(["time", "filter", "selection", "hover", "look", "language", "story"], drawAxis);
new ResizeObserver(() => changed("time")).observe(axis);
