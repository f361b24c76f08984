// Stories: scenes that follow one another, each a view, a time and a caption
// with questions. What is for the speaker alone is not part of a page.

const captionBox = need("scene");

/** The story that is told, or undefined. */
const story = () => data.stories[state.story];

/** Shows a scene of a story.
 * @param {number} which @param {number} n @param {boolean} [fly] */
function showScene(which, n, fly = true) {
  const s = data.stories[which]?.scenes[n];
  if (!s) return;
  pause();
  state.story = which;
  state.scene = n;
  state.selected = -1;
  state.hovered = -1;
  state.highlights = s.events ?? [];
  state.hidden = new Set(s.hidden ?? []);
  state.silent = new Set(s.sources?.length ? data.sources.map((_, i) => i).filter((i) => !s.sources?.includes(i)) : []);
  state.background = s.background ?? false;
  state.words = "";
  state.mode = s.mode;
  state.from = withinReach(s.from);
  state.to = withinReach(s.to);
  state.at = s.mode === "window" ? state.to : Math.max(state.from, Math.min(state.to, s.at));
  fan = -1;
  state.tab = "stories";
  kept = s.view;
  changed("story", "time", "filter", "selection", "tab");
  redraw();
  const { x, y, zoom } = view;
  resizeMap(); // the caption may have taken room from the map
  look({ ...view, x, y, zoom });
  if (fly) flyTo(statedView(s.view));
  else look(statedView(s.view));
}

/** @param {1 | -1} direction */
function nextScene(direction) {
  const s = story();
  if (!s) return;
  const n = state.scene + direction;
  if (n < 0 || n >= s.scenes.length) return;
  showScene(state.story, n);
  announce(`${word("page-scene", { n: n + 1, all: s.scenes.length })}. ${read(s.scenes[n].caption)}`);
}

/** Leaves the story and shows the collection as it opens. */
function closeStory() {
  state.story = state.scene = -1;
  state.highlights = [];
  state.silent.clear();
  state.hidden.clear();
  state.background = false;
  state.mode = "cumulative";
  [state.from, state.to] = data.window;
  state.at = data.opening;
  changed("story", "time", "filter", "selection");
  redraw();
  goHome();
}

// --- the caption under the map -----------------------------------------------

part(["story", "language"], () => {
  const s = story();
  const scene = s?.scenes[state.scene];
  captionBox.hidden = !scene;
  if (!s || !scene) {
    fill(captionBox);
    return;
  }
  const questions = make(
    "ol",
    { class: "asked", id: "questions", hidden: !asking },
    ...(scene.questions ?? []).map((q) => make("li", { text: q })),
  );
  const asker =
    scene.questions &&
    make(
      "button",
      {
        type: "button",
        class: "small",
        "aria-expanded": asking,
        "aria-controls": "questions",
        onclick: () => {
          asking = !asking;
          questions.hidden = !asking;
          asker?.setAttribute("aria-expanded", String(asking));
        },
      },
      `${word("page-questions")}: ${scene.questions.length}`,
    );
  const back = make(
    "button",
    {
      type: "button",
      class: "plain step",
      "aria-label": word("page-previous-scene"),
      title: word("page-previous-scene"),
      disabled: state.scene === 0,
      onclick: () => keepFocus("back", () => nextScene(-1)),
    },
    sign("left"),
  );
  const on = make(
    "button",
    {
      type: "button",
      class: "plain step",
      "aria-label": word("page-next-scene"),
      title: word("page-next-scene"),
      disabled: state.scene === s.scenes.length - 1,
      onclick: () => keepFocus("on", () => nextScene(1)),
    },
    sign("right"),
  );
  back.dataset.step = "back";
  on.dataset.step = "on";
  fill(
    captionBox,
    back,
    make(
      "div",
      { class: "said" },
      make("p", { class: "soft" }, make("span", { text: s.title }), ` · ${state.scene + 1} / ${s.scenes.length}`, asker),
      make("p", { class: "caption", text: scene.caption }),
      questions,
    ),
    on,
  );
});

/** Whether the questions are unfolded. */
let asking = false;

/** Does what a step's button does, and leaves the focus on it.
 * @param {string} which @param {() => void} act */
function keepFocus(which, act) {
  act();
  const buttons = [...captionBox.querySelectorAll("button")];
  (buttons.find((b) => b.dataset.step === which && !b.disabled) ?? buttons.find((b) => !b.disabled))?.focus();
}

// --- the tab -----------------------------------------------------------------

part(["story", "language"], () => {
  const s = story();
  if (s) fill(panel("stories"), ...tellStory(s));
  else fill(panel("stories"), make("h2", {}, word("page-stories")), ...data.stories.map(storyCard));
});

/** @param {Story} s @param {number} which */
function storyCard(s, which) {
  return make(
    "section",
    { class: "card" },
    make("h3", { text: s.title }),
    s.summary && make("p", { text: s.summary }),
    make(
      "button",
      {
        type: "button",
        class: "main",
        onclick: () => {
          showScene(which, 0);
          captionBox.querySelector("button:not([disabled])")?.dispatchEvent(new Event("focus"));
        },
      },
      sign("play"),
      make("span", {}, word("page-story-open", { n: s.scenes.length })),
    ),
  );
}

/** @param {Story} s @returns {Child[]} */
function tellStory(s) {
  const scene = s.scenes[state.scene];
  return [
    make(
      "div",
      { class: "row back" },
      make(
        "button",
        { type: "button", class: "plain wide", onclick: closeStory },
        sign("close"),
        make("span", {}, word("page-story-close")),
      ),
    ),
    make("h2", { tabindex: "-1", text: s.title }),
    ...(scene.events?.length
      ? [make("h3", {}, word("page-spoken")), make("ul", { class: "events" }, ...scene.events.map((i) => make("li", {}, eventButton(i))))]
      : []),
    ...(scene.questions?.length
      ? [make("h3", {}, word("page-questions")), make("ol", { class: "asked" }, ...scene.questions.map((q) => make("li", { text: q })))]
      : []),
    make("h3", {}, word("page-scenes")),
    make(
      "ol",
      { class: "scenes" },
      ...s.scenes.map((one, n) =>
        make(
          "li",
          {},
          make(
            "button",
            {
              type: "button",
              class: "event",
              "aria-current": n === state.scene ? "step" : undefined,
              onclick: () => showScene(state.story, n),
            },
            make("span", { class: "title", text: one.caption }),
          ),
        ),
      ),
    ),
  ];
}
