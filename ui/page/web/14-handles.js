// The playhead and the two handles on the timeline: dragged, scrubbed, stepped
// by keys; and the wheel, which zooms and moves the axis.

const handles = /** @type {const} */ ([
  ["from", "page-window-start"],
  ["to", "page-window-end"],
  ["at", "page-moment"],
]).map(([what, label]) => ({ what, label, element: need("handle-" + what) }));

/** Sets one of the handles, or the playhead.
 * @param {"from" | "to" | "at"} what @param {number} t */
function setHandle(what, t) {
  if (what === "at") setPlayhead(t);
  else if (what === "from") setHandles(Math.min(t, state.to - hour), state.to);
  else setHandles(state.from, Math.max(t, state.from + hour));
}

function placeHandles() {
  for (const { what, label, element } of handles) {
    const t = state[what];
    element.style.left = `${Math.max(0, Math.min(scale.w, xOf(t)))}px`;
    element.setAttribute("aria-label", word(label));
    element.setAttribute("aria-valuemin", String(withinReach(-Infinity)));
    element.setAttribute("aria-valuemax", String(withinReach(Infinity)));
    element.setAttribute("aria-valuenow", String(t));
    element.setAttribute("aria-valuetext", fullText(t));
  }
  const label = need("handle-text");
  label.textContent = state.mode === "day" ? dayText(local(state.at)) : `${dayText(local(state.at))}, ${clockText(local(state.at))}`;
  const half = label.offsetWidth / 2;
  const x = xOf(state.at);
  label.style.transform = `translateX(calc(-50% + ${Math.max(0, half - x) - Math.max(0, x + half - scale.w)}px))`;
}

/** A picked time as a round one that the eye cannot tell from it.
 * @param {number} t */
function snapped(t) {
  const finest = [...ladder].reverse().find(([seconds]) => seconds <= 2 * perPixel() && seconds <= hour) ?? ladder[0];
  const start = dayStart(t);
  return start + Math.round((t - start) / finest[0]) * finest[0];
}

/** @type {"from" | "to" | "at" | null} */
let dragged = null;

axis.addEventListener("pointerdown", (event) => {
  if (event.button > 0) return;
  const x = event.clientX - axis.getBoundingClientRect().left;
  const handle = handles.find(({ element }) => element.contains(/** @type {Node} */ (event.target)));
  dragged = handle ? handle.what : "at";
  axis.setPointerCapture(event.pointerId);
  pause();
  if (!handle) setHandle("at", snapped(tOf(x)));
  need("handle-" + dragged).focus({ preventScroll: true });
  event.preventDefault();
});

axis.addEventListener("pointermove", (event) => {
  if (dragged) setHandle(dragged, snapped(tOf(event.clientX - axis.getBoundingClientRect().left)));
});

for (const type of ["pointerup", "pointercancel"]) axis.addEventListener(type, () => (dragged = null));

axis.addEventListener(
  "wheel",
  (event) => {
    event.preventDefault();
    const x = event.clientX - axis.getBoundingClientRect().left;
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) shiftAxis(event.deltaX * perPixel());
    else zoomAxis(2 ** (event.deltaY / 300), tOf(x));
  },
  { passive: false },
);

/** @param {number} factor @param {number} around a moment that stays where it is */
function zoomAxis(factor, around) {
  const span = Math.max(6 * hour, Math.min(1.1 * (data.extent[1] - data.extent[0]) + 4 * day, (scale.to - scale.from) * factor));
  const share = (around - scale.from) / (scale.to - scale.from);
  scale.from = around - span * share;
  scale.to = scale.from + span;
  changed("time");
}

/** @param {number} seconds */
function shiftAxis(seconds) {
  const room = Math.max(data.extent[0] - 2 * day - scale.from, Math.min(data.extent[1] + 2 * day - scale.to, seconds));
  scale.from += room;
  scale.to += room;
  changed("time");
}

/** Shows the collection's whole window again. */
function wholeAxis() {
  scale.from = data.window[0] - margin();
  scale.to = data.window[1] + margin();
  changed("time");
}

for (const { what, element } of handles) {
  element.addEventListener("keydown", (event) => {
    const big = event.shiftKey || event.key.startsWith("Page") ? day : hour;
    const steps = /** @type {Record<string, number>} */ ({
      ArrowLeft: -big,
      ArrowDown: -big,
      PageDown: -big,
      ArrowRight: big,
      ArrowUp: big,
      PageUp: big,
    });
    if (event.key === "Home") setHandle(what, data.window[0]);
    else if (event.key === "End") setHandle(what, data.window[1]);
    else if (event.key in steps && !event.ctrlKey && !event.altKey && !event.metaKey) setHandle(what, state[what] + steps[event.key]);
    else return;
    pause();
    event.preventDefault();
    event.stopPropagation();
  });
}
