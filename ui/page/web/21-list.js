// The list says in words everything that the map shows.

const search = make("input", {
  type: "search",
  id: "search",
  autocomplete: "off",
  spellcheck: "false",
  oninput: after(150, () => {
    state.words = search.value;
    changed("filter");
  }),
});
const searchLabel = make("label", { for: "search", class: "unseen" });
const listHead = make("h2", { tabindex: "-1" });
const list = make("ol", { id: "list", class: "events" });
const nothing = make("p", { class: "soft" });
const listView = make("div", { class: "list-view" }, make("div", { class: "searching" }, searchLabel, search), listHead, nothing, list);
const eventView = make("article", { class: "event-view", hidden: true });
panel("events").append(listView, eventView);

/** A button that names an event, with its mark, its date and its place.
 * @param {number} i */
function eventButton(i) {
  const e = data.events[i];
  const kind = e.kind === "happening" ? "" : ` · ${word("kind-" + e.kind)}`;
  return make(
    "button",
    {
      type: "button",
      class: "event",
      "data-event": i,
      "aria-current": i === state.selected,
      onclick: () => showEvent(i, true),
      onpointerenter: () => hoverEvent(i),
      onpointerleave: () => hoverEvent(-1),
    },
    markIcon(data.categories[e.cat], unsure(e) || has(e, "inferred")),
    make("span", { class: "unseen" }, read(data.categories[e.cat].label) + ": "),
    make("span", { class: "title", text: e.title }),
    make(
      "span",
      { class: "facts" },
      `${whenText(e)} · ${read(data.places[e.place].name)}${data.places[e.place].area ? ` (${word("whole-area")})` : ""}${kind}`,
    ),
  );
}

/** @type {Map<number, HTMLElement>} rows by event, in the language of the moment */
let rows = new Map();
let listed = "";
let drawnAt = 0;

function drawList() {
  const count = word("list-heading");
  listHead.textContent = `${count}: ${number(shown.length)} / ${number(passing.length)}`;
  nothing.hidden = shown.length > 0;
  const now = shown.join();
  if (now === listed) return;
  listed = now;
  drawnAt = performance.now();
  const items = shown.map((i) => {
    let row = rows.get(i);
    if (!row) {
      row = make("li", {}, eventButton(i));
      rows.set(i, row);
    }
    return row;
  });
  list.replaceChildren(...items);
  if (state.playing && items.length > 0) panel("events").scrollTop = panel("events").scrollHeight;
}

const drawListLater = after(180, drawList);

part(["language"], () => {
  rows = new Map();
  listed = "-";
  searchLabel.textContent = word("search");
  search.placeholder = word("search");
  nothing.textContent = word("nothing-shown");
});

part(["time", "filter", "language"], (changes) => {
  if (search !== document.activeElement) search.value = state.words;
  if (changes.has("time") && !changes.has("language") && performance.now() - drawnAt < 180) drawListLater();
  else drawList();
});

part(["selection"], () => {
  for (const [i, row] of rows) row.firstElementChild?.setAttribute("aria-current", String(i === state.selected));
});

/** Shows an event beside the map.
 * @param {number} i @param {boolean} move whether time and map go there too, and the keyboard's focus */
function showEvent(i, move) {
  if (move) reveal(i);
  else select(i);
  showTab("events");
  redraw();
  if (move) {
    eventView.querySelector("h2")?.focus({ preventScroll: true });
    if (document.documentElement.scrollHeight > innerHeight + 1) need("record").scrollIntoView({ block: "start" });
  } else announce(`${read(data.events[i].title)}. ${whenText(data.events[i])}`);
}

/** Back from the event to the list, at the event's row. */
function closeEvent() {
  const i = state.selected;
  select(-1);
  redraw();
  const row = rows.get(i)?.querySelector("button");
  if (row?.isConnected) row.focus();
  else listHead.focus();
}
