// Events that would cover each other on the map stand together in a ring.

/** @typedef {{ at: [number, number], events: number[], place: number, fan?: { dx: number, dy: number } }} Group place: the one place that all of them share, or -1 */

/** How close two marks may come, in pixels, before they are joined. */
const spread = 30;

/** The groups of what is shown at a zoom, of one size over half a level. The largest places gather others around them.
 * @param {number[]} events @param {number} zoom @returns {Group[]} */
function groupsOf(events, zoom) {
  const stepped = Math.round(zoom * 2) / 2;
  const reach = spread / (tile * 2 ** stepped);
  /** @type {Map<number, number[]>} */
  const byPlace = new Map();
  for (const i of events) {
    if (has(data.events[i], "area")) continue;
    const here = byPlace.get(data.events[i].place);
    if (here) here.push(i);
    else byPlace.set(data.events[i].place, [i]);
  }
  /** @type {Group[]} */
  const groups = [];
  const places = [...byPlace].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
  for (const [place, here] of places) {
    const at = data.places[place].at;
    const near = groups.find((g) => Math.hypot(g.at[0] - at[0], g.at[1] - at[1]) < reach);
    if (near) {
      near.events.push(...here);
      if (data.places[near.place]?.at.join() !== at.join()) near.place = -1;
    } else {
      groups.push({ at: [at[0], at[1]], events: here.slice(), place });
    }
  }
  for (const g of groups) g.events.sort((a, b) => a - b);
  return groups;
}

/** Marks of a group opened around the place that they share.
 * @param {Group} group @returns {Group[]} */
function fanOf(group) {
  const most = 60;
  const events = group.events.slice(-most);
  return events.map((i, k) => ({ at: group.at, events: [i], place: group.place, fan: fanOffset(k, events.length) }));
}

/** Where mark k of n stands: in circles, each wider one holding more.
 * @param {number} k @param {number} n */
function fanOffset(k, n) {
  let [radius, before] = [36, 0];
  for (;;) {
    const room = Math.floor((2 * Math.PI * radius) / 26);
    if (k - before < room) {
      const angle = (2 * Math.PI * (k - before + 0.5)) / Math.min(room, n - before);
      return { dx: radius * Math.sin(angle), dy: -radius * Math.cos(angle) };
    }
    before += room;
    radius += 27;
  }
}

/** @param {number} n */
const ringRadius = (n) => Math.min(26, 12 + 2.2 * Math.log2(n));

/** The radii of single marks by importance, in pixels. */
const radii = [7.5, 7.5, 9, 10.5];

/** @param {Group} g */
const groupRadius = (g) =>
  letterScale() * (g.events.length > 1 ? ringRadius(g.events.length) : (radii[data.events[g.events[0]].imp] ?? radii[0]));

/** How strongly an event is drawn: it fades by age where everything up to now is shown.
 * @param {number} i */
function opacity(i) {
  if (state.mode !== "cumulative" || i === state.selected) return 1;
  const age = state.at - data.events[i].to;
  return 1 - 0.5 * Math.max(0, Math.min(1, age / (5 * day)));
}
