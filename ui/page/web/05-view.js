// Where the map looks: Web Mercator, the world from 0 to 1, 256 pixels wide at
// zoom 0.

/** @typedef {{ x: number, y: number, zoom: number, w: number, h: number }} View centre, zoom, size in pixels */

const tile = 256;
const leastZoom = 1;
const mostZoom = 12;

/** The size of map, in pixels, for which the record states views; a smaller or
 * larger one shows the same land at another zoom. */
const stated = { w: 900, h: 600 };

/** @type {View} */
const view = { x: 0.5, y: 0.5, zoom: 2, w: 900, h: 600 };
/** The view of the record that the map shows, and so keeps showing in another size; null for one of the reader's own.
 * @type {[number, number, number] | null} */
let kept = data.home;

const size = (/** @type {View} */ v) => tile * 2 ** v.zoom;

/** @param {number} lon @param {number} lat degrees @returns {[number, number]} */
function project(lon, lat) {
  const sin = Math.sin((Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)];
}

/** A view that the record states, on a map of this size.
 * @param {[number, number, number]} stating longitude, latitude, zoom @returns {View} */
function statedView([lon, lat, zoom]) {
  const [x, y] = project(lon, lat);
  return limited({ ...view, x, y, zoom: zoom + Math.log2(Math.min(view.w / stated.w, view.h / stated.h)) });
}

/** Holds a view on the world.
 * @param {View} v @returns {View} */
function limited(v) {
  const zoom = Math.max(Math.max(leastZoom, Math.log2(v.h / tile)), Math.min(mostZoom, v.zoom));
  const half = v.h / 2 / (tile * 2 ** zoom);
  return { ...v, zoom, x: v.x - Math.floor(v.x), y: Math.max(half, Math.min(1 - half, v.y)) };
}

/** The pixel at which a place of the world stands, in the copy of it that is nearest.
 * @param {View} v @param {readonly [number, number]} at @returns {[number, number]} */
function toScreen(v, [x, y]) {
  let dx = x - v.x;
  dx -= Math.round(dx);
  return [dx * size(v) + v.w / 2, (y - v.y) * size(v) + v.h / 2];
}

/** @param {View} v @param {number} px @param {number} py @returns {[number, number]} */
const toWorld = (v, px, py) => [v.x + (px - v.w / 2) / size(v), v.y + (py - v.h / 2) / size(v)];

/** How many pixels a distance in metres is at a place.
 * @param {View} v @param {number} metres @param {number} y of the world */
function pixels(v, metres, y) {
  const latitude = Math.atan(Math.sinh(Math.PI * (1 - 2 * y)));
  return (metres / (40075016.7 * Math.cos(latitude))) * size(v);
}

/** Looks elsewhere, on a map of the same size.
 * @param {View} to */
function look(to) {
  Object.assign(view, limited({ ...to, w: view.w, h: view.h }));
  changed("view");
}

/** @param {number} dx @param {number} dy pixels by which the ground moves */
function pan(dx, dy) {
  stopFlight();
  kept = null;
  look({ ...view, x: view.x - dx / size(view), y: view.y - dy / size(view) });
}

/** Zooms so that what lies at a pixel stays there.
 * @param {number} levels @param {number} [px] @param {number} [py] */
function zoomBy(levels, px = view.w / 2, py = view.h / 2) {
  kept = null;
  const [x, y] = toWorld(view, px, py);
  const zoom = limited({ ...view, zoom: view.zoom + levels }).zoom;
  const s = tile * 2 ** zoom;
  look({ ...view, zoom, x: x - (px - view.w / 2) / s, y: y - (py - view.h / 2) / s });
}

let flight = 0;

function stopFlight() {
  cancelAnimationFrame(flight);
  flight = 0;
}

const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** Goes to a view: far ways by zooming out, over and in again.
 * Source: J. J. van Wijk, W. A. A. Nuij, "Smooth and efficient zooming and panning" (2003).
 * @param {View} goal */
function flyTo(goal) {
  stopFlight();
  goal = limited(goal);
  const from = { ...view };
  const rho = 1.4;
  let dx = goal.x - from.x;
  dx -= Math.round(dx);
  const dy = goal.y - from.y;
  const way = Math.hypot(dx, dy);
  const [w0, w1] = [view.w / size(from), view.w / size(goal)];
  if (calm.matches || document.hidden) {
    look(goal);
    return;
  }
  const near = way < 1e-9;
  const b = (/** @type {number} */ w, /** @type {number} */ sign) =>
    (w1 * w1 - w0 * w0 + sign * rho ** 4 * way * way) / (2 * w * rho * rho * way);
  const r = (/** @type {number} */ v) => Math.log(Math.sqrt(v * v + 1) - v);
  const r0 = near ? 0 : r(b(w0, 1));
  const length = near ? Math.abs(Math.log(w1 / w0)) / rho : (r(b(w1, -1)) - r0) / rho;
  const time = Math.max(250, Math.min(1600, length * 550));
  const begun = performance.now();
  const frame = (/** @type {number} */ now) => {
    const t = Math.min(1, (now - begun) / time);
    if (t === 1) {
      flight = 0;
      look(goal);
      return;
    }
    const s = length * (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);
    let [share, w] = [t, w0 * Math.exp(Math.sign(Math.log(w1 / w0)) * rho * s)];
    if (!near) {
      const u = (w0 / (rho * rho)) * (Math.cosh(r0) * Math.tanh(rho * s + r0) - Math.sinh(r0));
      share = u / way;
      w = (w0 * Math.cosh(r0)) / Math.cosh(rho * s + r0);
    }
    look({ ...view, x: from.x + dx * share, y: from.y + dy * share, zoom: Math.log2(view.w / tile / w) });
    flight = requestAnimationFrame(frame);
  };
  flight = requestAnimationFrame(frame);
}

function goHome() {
  kept = data.home;
  flyTo(statedView(kept));
}

/** Brings places into sight, as large as they go.
 * @param {(readonly [number, number])[]} places */
function flyOver(places) {
  const xs = places.map(([x]) => x);
  const ys = places.map(([, y]) => y);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = Math.max((x1 - x0) / Math.max(100, view.w - 160), (y1 - y0) / Math.max(100, view.h - 160), 1e-9);
  kept = null;
  flyTo({ ...view, x: (x0 + x1) / 2, y: (y0 + y1) / 2, zoom: Math.min(mostZoom - 1, Math.log2(1 / room / tile)) });
}

/** Moves the map where an event's point lies outside it.
 * @param {Happening} e */
function bringIntoView(e) {
  if (has(e, "area")) return;
  const at = data.places[e.place].at;
  const [x, y] = toScreen(view, at);
  if (x > 40 && x < view.w - 40 && y > 40 && y < view.h - 40) return;
  kept = null;
  flyTo({ ...view, x: at[0], y: at[1] });
}
