// What the page shows, as it stands in the block of data. Nouns refer to each
// other by index; moments are Unix seconds; positions on the map are parts of
// the world from 0 to 1, x to the east, y to the south.

/** A text: one string, or one for each language in the order of `languages`.
 * @typedef {string | [string, string, string]} Writing */

/** @typedef {{ id: string, label: Writing, shape: string, color: string }} Category */
/** @typedef {{ id: string, short: Writing, publisher: Writing, title: string, byline?: string, agency?: string, published: Writing, lang: string, rights?: Writing, note?: Writing, paragraphs: number, file: string, sha256: string }} Source */
/** @typedef {{ id: string, name: Writing, kind: string, at: [number, number], r?: number, area?: string }} Place */
/** @typedef {{ s: number, p: number[], by?: string, note?: Writing }} Account */
/** @typedef {{ id: string, title: Writing, summary?: Writing, kind: string, cat: number, imp: number, from: number, to: number, flags: number, when: Writing, whenNote?: Writing, place: number, placeNote?: Writing, areas?: number[], people?: number[], reports: Account[] }} Happening */
/** @typedef {{ e: number, m: number, claim: Writing, low?: number, asOf: Writing, at: number, scope?: Writing, by?: string, s: number, p: number, note?: Writing }} Figure */
/** @typedef {{ f?: number, e?: number, s?: number }} Member */
/** @typedef {{ topic: Writing, kind: string, why: Writing, members: Member[] }} Disagreement */
/** @typedef {{ view: [number, number, number], mode: Mode, from: number, to: number, at: number, hidden?: number[], sources?: number[], background?: boolean, events?: number[], caption: Writing, questions?: Writing[], stay: number }} Scene */
/** @typedef {{ id: string, title: Writing, summary?: Writing, scenes: Scene[] }} Story */
/** @typedef {"cumulative" | "window" | "day"} Mode */
/** @typedef {{ Weekdays: string[], Months: string[], ShortMonths: string[], MonthsAlone: string[], FullDate: string }} Calendar */
/** @typedef {{ hues: Record<string, string>, palette: Record<string, string> }} Look */
/** @typedef {{ n: Writing, at: [number, number], z: number, k: string, w?: number }} Name */
/** @typedef {{ grid: number, arcs: string[], land: number[][], lakes: number[][], urban: number[][], areas: { code: string, rings: number[][] }[], lines: number[][], minor: number[], names: Name[], focus: string }} WorldCut */
/** @typedef {{
 *   id: string, title: Writing, summary?: Writing, lang: Language, hash: string, attribution: string[], whole: number,
 *   zone: { city: Writing, offsets: [number, number][] }, window: [number, number], extent: [number, number], opening: number, nights: [number, number][],
 *   home: [number, number, number], categories: Category[], sources: Source[], places: Place[], people: { name: Writing, role?: Writing }[],
 *   events: Happening[], measures: { label: Writing, unit?: Writing }[], figures: Figure[], disagreements: Disagreement[], stories: Story[], only: boolean,
 *   flags: Record<string, number>, words: Record<Language, Record<string, string>>, dates: Record<Language, Calendar>,
 *   looks: Record<string, Look>, shapes: Record<string, [number, number][][]>, map: WorldCut
 * }} Data */

/** @type {Data} */
const data = JSON.parse(need("data").textContent || "");

/** The element with an id, which the page always has.
 * @param {string} id @returns {HTMLElement} */
function need(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element ${id}.`);
  return element;
}

/** Whether an event has a flag of store.Flags.
 * @param {Happening} e @param {string} flag */
const has = (e, flag) => (e.flags & data.flags[flag]) !== 0;

/** @param {Happening} e */
const unsure = (e) => has(e, "unsure");

/** Figures and disagreements by the event that they speak of. */
const figuresOf = data.events.map(() => /** @type {number[]} */ ([]));
const disputesOf = data.events.map(() => /** @type {number[]} */ ([]));
data.figures.forEach((f, i) => figuresOf[f.e].push(i));
data.disagreements.forEach((d, i) => {
  for (const e of new Set(d.members.map((m) => (m.f === undefined ? m.e : data.figures[m.f].e)))) {
    if (e !== undefined) disputesOf[e].push(i);
  }
});

/** Whether no other source gives a figure's number, or its word, for the same thing.
 * @param {Figure} f */
function onlyHere(f) {
  const claim = (/** @type {Figure} */ g) => (g.low === undefined ? String(g.claim) : g.low);
  return !data.figures.some((g) => g.s !== f.s && g.m === f.m && claim(g) === claim(f));
}
