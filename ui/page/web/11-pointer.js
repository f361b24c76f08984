// Pointer, fingers, wheel and keys on the map.

/** @type {Map<number, { x: number, y: number }>} */
const fingers = new Map();
let moved = 0;

/** @param {MouseEvent} event @returns {{ x: number, y: number }} */
function spotIn(event) {
  const box = ground.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

/** The middle of all fingers and how far they are apart. */
function grip() {
  const all = [...fingers.values()];
  const x = all.reduce((sum, f) => sum + f.x, 0) / all.length;
  const y = all.reduce((sum, f) => sum + f.y, 0) / all.length;
  return { x, y, apart: all.length > 1 ? Math.hypot(all[0].x - all[1].x, all[0].y - all[1].y) : 0 };
}

ground.addEventListener("pointerdown", (event) => {
  if (event.button > 0) return;
  if (fingers.size === 0) moved = 0;
  stopFlight();
  fingers.set(event.pointerId, spotIn(event));
  ground.setPointerCapture(event.pointerId);
});

ground.addEventListener("pointermove", (event) => {
  const at = spotIn(event);
  if (!fingers.has(event.pointerId)) {
    hoverAt(at);
    return;
  }
  const before = grip();
  fingers.set(event.pointerId, at);
  const now = grip();
  moved += Math.hypot(now.x - before.x, now.y - before.y) + Math.abs(now.apart - before.apart);
  if (moved < 5) return;
  pan(now.x - before.x, now.y - before.y);
  if (before.apart > 0 && now.apart > 0) zoomBy(Math.log2(now.apart / before.apart), now.x, now.y);
  need("tip").hidden = true;
});

/** @param {PointerEvent} event */
function lift(event) {
  if (!fingers.delete(event.pointerId) || event.type === "pointercancel") return;
  if (moved < 5 && fingers.size === 0) {
    const { x, y } = spotIn(event);
    openGroup(groupAt(x, y, event.pointerType === "mouse" ? 4 : 12));
  }
}
ground.addEventListener("pointerup", lift);
ground.addEventListener("pointercancel", lift);
ground.addEventListener("pointerleave", () => hoverAt(null));

ground.addEventListener(
  "wheel",
  (event) => {
    event.preventDefault();
    stopFlight();
    const { x, y } = spotIn(event);
    const lines = event.deltaMode === 1 ? 30 : event.deltaMode === 2 ? 300 : 1;
    zoomBy(Math.max(-1, Math.min(1, (-event.deltaY * lines * (event.ctrlKey ? 4 : 1)) / 320)), x, y);
  },
  { passive: false },
);

ground.addEventListener("dblclick", (event) => {
  const { x, y } = spotIn(event);
  if (!groupAt(x, y, 6)) zoomBy(1, x, y);
});

/** @param {{ x: number, y: number } | null} at */
function hoverAt(at) {
  const g = at ? groupAt(at.x, at.y, 3) : undefined;
  const tip = need("tip");
  const one = g?.events.length === 1 ? g.events[0] : -1;
  if (one !== state.hovered) {
    state.hovered = one;
    changed("hover");
  }
  tip.hidden = !g;
  ground.style.cursor = g ? "pointer" : "grab";
  if (!g || !at) return;
  const place = g.place >= 0 ? read(data.places[g.place].name) + " · " : "";
  tip.textContent =
    one >= 0
      ? `${read(data.events[one].title)} · ${whenText(data.events[one])}`
      : place + word("page-group", { n: number(g.events.length) });
  const left = Math.max(4, Math.min(view.w - tip.offsetWidth - 4, at.x + 14));
  tip.style.transform = `translate(${left}px, ${Math.max(4, at.y - tip.offsetHeight - 10)}px)`;
}

ground.addEventListener("keydown", (event) => {
  const reach = event.shiftKey ? 240 : 80;
  const acts = /** @type {Record<string, () => void>} */ ({
    ArrowLeft: () => pan(reach, 0),
    ArrowRight: () => pan(-reach, 0),
    ArrowUp: () => pan(0, reach),
    ArrowDown: () => pan(0, -reach),
    a: () => pan(reach, 0),
    d: () => pan(-reach, 0),
    w: () => pan(0, reach),
    s: () => pan(0, -reach),
  });
  const act = acts[event.key];
  if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  act();
});
