// The keys of the whole page.

/** @param {KeyboardEvent} event */
function typing(event) {
  const at = /** @type {HTMLElement} */ (event.target);
  return at.matches?.("input:not([type=checkbox]):not([type=radio]), select, textarea");
}

const keys = /** @type {Record<string, (event: KeyboardEvent) => void>} */ ({
  " ": () => (state.playing ? pause() : play()),
  ArrowLeft: (e) => stepBy(e, -1),
  ArrowRight: (e) => stepBy(e, 1),
  Home: () => stepToEnd(false),
  End: () => stepToEnd(true),
  PageDown: () => nextScene(1),
  PageUp: () => nextScene(-1),
  "+": () => zoomBy(1),
  "=": () => zoomBy(1),
  "-": () => zoomBy(-1),
  0: goHome,
  "/": () => {
    showTab("events");
    select(-1);
    redraw();
    search.focus();
  },
  Escape: () => {
    fan = -1;
    if (state.selected >= 0) closeEvent();
    changed("view");
  },
  "?": showKeys,
});

/** @param {KeyboardEvent} e @param {1 | -1} direction */
function stepBy(e, direction) {
  if (e.shiftKey) {
    setPlayhead(state.at + direction * hour);
    redraw();
    announce(tally());
  } else step(direction);
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || typing(event)) return;
  if (/** @type {HTMLDialogElement} */ (need("keys")).open) return;
  const at = /** @type {HTMLElement} */ (event.target);
  if (event.key === " " && at.closest?.("button, summary, input, [role=slider]")) return;
  if (/^Arrow|Home|End/.test(event.key) && at.closest?.("input")) return;
  if (event.key.startsWith("Page") && state.story < 0) return;
  const category = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1;
  if (category >= 0 && category < data.categories.length) toggle(state.hidden, category);
  else if (event.key in keys) keys[event.key](event);
  else return;
  event.preventDefault();
});

function showKeys() {
  const dialog = /** @type {HTMLDialogElement} */ (need("keys"));
  const lines = [
    ["␣", "key-space"],
    ["← →", "key-step"],
    ["⇧ ← →", "key-step-hour"],
    ["Home End", "key-ends"],
    ["PgUp PgDn", "page-key-scenes"],
    ["+ − 0", "key-zoom"],
    ["W A S D", "page-key-pan"],
    ["1 … 9", "key-categories"],
    ["/", "key-search"],
    ["Esc", "page-key-escape"],
    ["?", "key-help"],
  ];
  const close = make("button", { type: "button", class: "main", onclick: () => dialog.close() }, word("close"));
  fill(
    dialog,
    make("h2", { id: "keys-title" }, word("keys")),
    make("dl", {}, ...lines.flatMap(([key, label]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, word(label))])),
    close,
  );
  dialog.showModal();
}
