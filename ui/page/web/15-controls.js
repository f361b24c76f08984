// Playing, stepping, and the three ways to read the slider.

/** How long playing through the collection's window takes, in seconds, by pace. */
const paces = [
  [0.4, "page-slow", 150],
  [1, "page-normal", 60],
  [3, "page-fast", 20],
];

let playedAt = 0;

function play() {
  if (state.playing) return;
  if (state.at >= (state.mode === "window" ? data.window[1] : state.to))
    setPlayhead(state.mode === "window" ? data.window[0] + (state.to - state.from) : state.from);
  state.playing = true;
  playedAt = performance.now();
  changed("playing");
  requestAnimationFrame(playOn);
}

function pause() {
  if (!state.playing) return;
  state.playing = false;
  changed("playing");
}

/** @param {number} now */
function playOn(now) {
  if (!state.playing) return;
  const end = state.mode === "window" ? data.window[1] : state.to;
  const speed = (data.window[1] - data.window[0]) / Number(paces[state.pace][2]);
  const wait = calm.matches ? 1000 : 0; // milliseconds between two steps
  if (now - playedAt >= wait) {
    setPlayhead(Math.min(end, state.at + Math.max(1, Math.round(((now - playedAt) / 1000) * speed))));
    playedAt = now;
  }
  if (state.at >= end) {
    pause();
    announce(tally());
    return;
  }
  requestAnimationFrame(playOn);
}

/** What is shown, in a sentence. */
const tally = () => `${fullText(state.at)}. ${word("page-shown-of", { n: number(shown.length), all: number(passing.length) })}`;

const playButton = make("button", { type: "button", class: "play", onclick: () => (state.playing ? pause() : play()) });
const nowText = make("p", { class: "now" });
const countText = make("p", { class: "count" });

function buildControls() {
  const modes = /** @type {const} */ (["cumulative", "window", "day"]);
  fill(
    need("controls"),
    make(
      "div",
      { class: "row", role: "group", "aria-label": word("page-playing") },
      signButton("previous", word("previous-event"), () => step(-1)),
      playButton,
      signButton("next", word("next-event"), () => step(1)),
    ),
    make("label", { class: "choice" }, make("span", { class: "unseen" }, word("page-speed")), paceChoice()),
    make(
      "fieldset",
      { class: "modes" },
      make("legend", { class: "unseen" }, word("page-mode")),
      ...modes.map((m) => make("label", {}, modeBox(m), make("span", {}, word("mode-" + m)))),
    ),
    nowText,
    countText,
    make(
      "div",
      { class: "row zooms", role: "group", "aria-label": word("page-timeline") },
      signButton("plus", word("page-time-in"), () => zoomAxis(0.5, state.at)),
      signButton("minus", word("page-time-out"), () => zoomAxis(2, state.at)),
      signButton("home", word("page-time-whole"), wholeAxis),
    ),
  );
}

/** @type {HTMLInputElement[]} */
let modeBoxes = [];

/** @param {Mode} mode */
function modeBox(mode) {
  const box = make("input", {
    type: "radio",
    name: "mode",
    value: mode,
    onchange: () => {
      setMode(mode);
      redraw();
      announce(tally());
    },
  });
  modeBoxes.push(box);
  return box;
}

function paceChoice() {
  const choice = make(
    "select",
    { onchange: () => (state.pace = choice.selectedIndex) },
    ...paces.map(([, label]) => make("option", {}, word(String(label)))),
  );
  choice.selectedIndex = state.pace;
  return choice;
}

part(["language"], () => {
  modeBoxes = [];
  buildControls();
});

part(["playing", "language"], () => {
  fill(playButton, sign(state.playing ? "pause" : "play"), make("span", {}, word(state.playing ? "pause" : "play")));
});

part(["time", "filter", "language"], () => {
  for (const box of modeBoxes) box.checked = box.value === state.mode;
  const [from, to] = shows();
  nowText.textContent =
    state.mode === "window" ? `${momentText(from)} – ${momentText(to)}` : state.mode === "day" ? fullDay(from) : fullText(state.at);
  countText.textContent = word("page-shown-of", { n: number(shown.length), all: number(passing.length) });
});
