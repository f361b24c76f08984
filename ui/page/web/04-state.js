// What is shown now. Whoever changes it says what has changed; the parts of the
// page draw themselves anew in the next frame.

/** @typedef {"time" | "filter" | "selection" | "hover" | "language" | "look" | "view" | "story" | "playing" | "tab"} Change */

const state = {
  /** @type {Mode} */ mode: "cumulative",
  from: data.window[0], // the handles
  to: data.window[1],
  at: data.opening, // the playhead, between the handles; at `to` in a window
  /** @type {Set<number>} */ hidden: new Set(), // categories
  /** @type {Set<number>} */ silent: new Set(), // sources
  background: false,
  words: "",
  selected: -1,
  hovered: -1,
  /** @type {number[]} */ highlights: [],
  story: -1,
  scene: -1,
  playing: false,
  pace: 1,
  tab: "events",
};

/** @type {{ on: Set<Change>, draw: (changes: Set<Change>) => void }[]} */
const parts = [];
/** @type {Set<Change>} */
let pending = new Set();

/** Has a part of the page drawn after changes.
 * @param {Change[]} on @param {(changes: Set<Change>) => void} draw */
function part(on, draw) {
  parts.push({ on: new Set(on), draw });
}

/** @param {...Change} what */
function changed(...what) {
  if (pending.size === 0) requestAnimationFrame(redraw);
  what.forEach((w) => pending.add(w));
}

/** Draws what has changed, at once. */
function redraw() {
  const now = pending;
  pending = new Set();
  if (now.has("filter")) sieve();
  if (now.has("filter") || now.has("time")) reshow();
  for (const p of parts) {
    for (const change of now) {
      if (p.on.has(change)) {
        p.draw(now);
        break;
      }
    }
  }
}

/** @type {number[]} events that pass the filter, whatever their time */
let passing = [];
/** @type {number[]} events that are shown, in order of time */
let shown = [];

/** All that can be searched of an event, in every language. @type {string[]} */
const haystacks = data.events.map((e) => {
  const all = (/** @type {Writing | undefined} */ t) => (t === undefined ? "" : typeof t === "string" ? t : t.join(" "));
  const told = e.reports.map((r) => `${r.by ?? ""} ${all(r.note)}`).join(" ");
  const people = (e.people ?? []).map((p) => all(data.people[p].name)).join(" ");
  return " " + fold(`${all(e.title)} ${all(e.summary)} ${all(data.places[e.place].name)} ${people} ${told}`);
});

function sieve() {
  const needles = fold(state.words).split(/\s+/).filter(Boolean);
  passing = [];
  data.events.forEach((e, i) => {
    if (state.hidden.has(e.cat) || (!state.background && has(e, "before"))) return;
    if (state.silent.size > 0 && e.reports.every((r) => state.silent.has(r.s))) return;
    if (needles.every((n) => haystacks[i].includes(n))) passing.push(i);
  });
}

/** The time of which events are shown, both ends included.
 * @returns {[number, number]} */
function shows() {
  switch (state.mode) {
    case "window":
      return [state.from, state.to];
    case "day": {
      const start = dayStart(state.at === data.window[1] ? state.at - 1 : state.at);
      return [start, dayStart(start + day + 2 * hour) - 1];
    }
    default:
      return [state.from, state.at];
  }
}

function reshow() {
  const [from, to] = shows();
  shown = passing.filter((i) => data.events[i].from <= to && data.events[i].to >= from);
}

/** Whether an event still goes on at the time shown.
 * @param {Happening} e */
function holds(e) {
  const [from, to] = shows();
  return e.from <= to && e.to >= (state.mode === "cumulative" ? to : from);
}

/** Holds a moment within what the collection speaks of, with a day to spare.
 * @param {number} t */
const withinReach = (t) => Math.round(Math.max(data.extent[0] - day, Math.min(data.extent[1] + day, t)));

/** Moves the playhead. A window goes with it; otherwise it pushes the handles where it must.
 * @param {number} t */
function setPlayhead(t) {
  t = withinReach(t);
  if (state.mode === "window") {
    state.from += t - state.at;
    state.to = t;
  } else {
    state.from = Math.min(state.from, t);
    state.to = Math.max(state.to, t);
  }
  state.at = t;
  changed("time");
}

/** Moves the handles, and the playhead where it would be left outside.
 * @param {number} from @param {number} to */
function setHandles(from, to) {
  from = withinReach(from);
  to = withinReach(to);
  if (to - from < hour) {
    if (to === state.to) from = to - hour;
    else to = from + hour;
  }
  state.from = from;
  state.to = to;
  state.at = state.mode === "window" ? to : Math.max(from, Math.min(to, state.at));
  changed("time");
}

/** @param {Mode} mode */
function setMode(mode) {
  if (mode === state.mode) return;
  if (mode === "window") {
    state.from = state.at - day;
    state.to = state.at;
  } else if (state.mode === "window") {
    state.from = Math.min(data.window[0], state.at);
    state.to = Math.max(data.window[1], state.at);
  }
  state.mode = mode;
  changed("time");
}

/** Selects an event, -1 for none.
 * @param {number} i */
function select(i) {
  if (i === state.selected) return;
  state.selected = i;
  changed("selection");
}

/** Selects an event and moves time and map so that it can be seen.
 * @param {number} i */
function reveal(i) {
  select(i);
  if (i < 0) return;
  const e = data.events[i];
  if (state.hidden.has(e.cat) || (has(e, "before") && !state.background) || !e.reports.some((r) => !state.silent.has(r.s))) {
    state.hidden.delete(e.cat);
    state.background ||= has(e, "before");
    state.silent.clear();
    changed("filter");
  }
  const [from, to] = shows();
  if (e.from > to || e.to < from) setPlayhead(has(e, "lasting") || e.to - e.from > 3 * day ? e.from : e.to);
  bringIntoView(e);
}

/** The events that steps go through: what passes the filter between the handles. */
function stepOrder() {
  const [from, to] = state.mode === "window" ? data.window : [state.from, state.to];
  return passing.filter((i) => data.events[i].from <= to && data.events[i].to >= from);
}

/** Selects the event that follows the selected one, or the playhead, or precedes it.
 * @param {1 | -1} direction */
function step(direction) {
  const order = stepOrder();
  if (order.length === 0) return;
  let next = order.indexOf(state.selected);
  if (next >= 0) next += direction;
  else {
    const t = state.selected >= 0 ? data.events[state.selected].from : state.at;
    next = order.findIndex((i) => data.events[i].from > t);
    if (next < 0) next = order.length;
    if (direction < 0) next--;
  }
  revealStep(order[Math.max(0, Math.min(order.length - 1, next))]);
}

/** @param {boolean} last */
function stepToEnd(last) {
  const order = stepOrder();
  if (order.length > 0) revealStep(order[last ? order.length - 1 : 0]);
}

/** @param {number} i */
function revealStep(i) {
  reveal(i);
  showTab("events");
  announce(`${read(data.events[i].title)}. ${whenText(data.events[i])}. ${whereText(data.events[i])}`);
}

/** Says something to a screen reader.
 * @param {string} text */
function announce(text) {
  need("status").textContent = text;
}
