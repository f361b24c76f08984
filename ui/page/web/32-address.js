// What is shown is kept after the # of the page's address, so that it can be
// kept as a bookmark and passed on. Nothing of it leaves the page.

/** @returns {string} */
function address() {
  const set = new URLSearchParams();
  if (language !== data.lang) set.set("lang", language);
  if (chosenLook !== "system") set.set("look", chosenLook);
  const s = story();
  if (s) set.set("story", s.id);
  if (s) set.set("scene", String(state.scene + 1));
  if (!s && (state.at !== data.opening || state.mode !== "cumulative")) {
    set.set("mode", state.mode);
    set.set("time", [state.from, state.at, state.to].join("~"));
  }
  if (state.selected >= 0) set.set("event", data.events[state.selected].id);
  return set.toString();
}

/** Shows what the address says; what it does not know is left as it is. */
function readAddress() {
  const set = new URLSearchParams(location.hash.slice(1));
  const lang = set.get("lang");
  if (lang && languages.includes(/** @type {Language} */ (lang))) language = /** @type {Language} */ (lang);
  const chosen = set.get("look");
  if (chosen && chosen in data.looks) chosenLook = /** @type {typeof chosenLook} */ (chosen);
  const times = (set.get("time") ?? "").split("~").map(Number);
  if (times.length === 3 && times.every(Number.isFinite)) {
    const mode = set.get("mode");
    if (mode === "window" || mode === "day" || mode === "cumulative") state.mode = mode;
    setHandles(times[0], times[2]);
    if (state.mode !== "window") setPlayhead(Math.max(state.from, Math.min(state.to, times[1])));
  }
  changed("language", "look", "time", "filter", "selection", "story", "tab", "playing", "view");
  redraw();
  const which = data.only && !set.has("event") && !set.has("time") ? 0 : data.stories.findIndex((s) => s.id === set.get("story"));
  if (which >= 0) showScene(which, Math.max(0, Math.min(data.stories[which].scenes.length, Number(set.get("scene")) || 1) - 1), false);
  const event = data.events.findIndex((e) => e.id === set.get("event"));
  if (event >= 0) {
    reveal(event);
    showTab("events");
  }
}

let written = "";

part(
  ["time", "selection", "story", "language", "look"],
  after(400, () => {
    if (state.playing) return;
    written = address();
    if (location.hash.slice(1) === written) return;
    try {
      history.replaceState(null, "", "#" + written);
    } catch {
      // a browser that does not allow it here shows the page all the same
    }
  }),
);

addEventListener("hashchange", () => {
  if (location.hash.slice(1) !== written) readAddress();
});
