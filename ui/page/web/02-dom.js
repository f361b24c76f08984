// Building the page's elements. Texts go in as text, never as markup.

/** @typedef {Node | string | null | undefined | false} Child */

/** Makes an element: attributes by name, "on…" as listeners, `text` as a text of the record.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, any>} [set] @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]} */
function make(tag, set = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(set)) {
    if (value === undefined || (value === false && !name.startsWith("aria-"))) continue;
    if (name === "text") tell(element, value);
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true && !name.startsWith("aria-") ? "" : String(value));
  }
  for (const child of children) if (child || child === "") element.append(child);
  return element;
}

/** Writes a text of the record into an element, and says which language it is in.
 * @param {HTMLElement} element @param {Writing | undefined} text */
function tell(element, text) {
  element.textContent = read(text);
  const lang = languageOf(text);
  if (lang) element.lang = lang;
  else element.removeAttribute("lang");
}

/** Replaces what an element holds.
 * @param {HTMLElement} element @param {...Child} children */
function fill(element, ...children) {
  element.replaceChildren(...children.filter((c) => c !== null && c !== undefined && c !== false));
}

const svgSpace = "http://www.w3.org/2000/svg";

/** @param {string} tag @param {Record<string, string | number>} set @param {...SVGElement} children */
function draw(tag, set, ...children) {
  const element = document.createElementNS(svgSpace, tag);
  for (const [name, value] of Object.entries(set)) element.setAttribute(name, String(value));
  element.append(...children);
  return /** @type {SVGElement} */ (element);
}

/** The rings of a mark's shape as the data of a path.
 * @param {string} shape */
function outline(shape) {
  const rings = data.shapes[shape] ?? [];
  return rings.map((ring) => "M" + ring.map(([x, y]) => `${x} ${y}`).join("L") + "Z").join("");
}

/** A category's mark as a picture beside a text that names it.
 * @param {Category} category @param {boolean} [hollow] the event's date or place is not sure */
function markIcon(category, hollow = false) {
  const svg = draw("svg", { viewBox: "-1.45 -1.45 2.9 2.9", class: hollow ? "mark hollow" : "mark", "aria-hidden": "true" });
  svg.style.color = `var(--mark-${category.color})`;
  switch (category.shape) {
    case "ring":
      svg.append(draw("circle", { r: 0.83, class: "band" }), draw("circle", { r: 0.36 }));
      break;
    case "circle":
      svg.append(draw("circle", { r: 1 }));
      break;
    default:
      svg.append(draw("path", { d: outline(category.shape) }));
  }
  return svg;
}

/** The signs on buttons, drawn in a square of 24. */
const signs = {
  play: "M7 4v16l13-8z",
  pause: "M6 4h4v16H6zM14 4h4v16h-4z",
  next: "M5 4l10 8-10 8zM16 4h3v16h-3z",
  previous: "M19 4L9 12l10 8zM5 4h3v16H5z",
  plus: "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z",
  minus: "M5 11h14v2H5z",
  home: "M12 4l9 8h-3v8h-4v-5h-4v5H6v-8H3z",
  left: "M15 5l2 2-5 5 5 5-2 2-7-7z",
  right: "M9 5L7 7l5 5-5 5 2 2 7-7z",
  up: "M5 15l2 2 5-5 5 5 2-2-7-7z",
  down: "M5 9l2-2 5 5 5-5 2 2-7 7z",
  close: "M6 4.6L12 10.600l6-6L19.400 6l-6 6 6 6-1.400 1.400-6-6-6 6L4.600 18l6-6-6-6z",
  print: "M7 3h10v4H7zM5 8h14a2 2 0 0 1 2 2v7h-4v4H7v-4H3v-7a2 2 0 0 1 2-2zm4 7v4h6v-4z",
  help: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm-1 14h2v2h-2zm1-11a4 4 0 0 1 2.200 7.300c-.9.6-1.200 1-1.200 1.700h-2c0-1.800.9-2.600 2-3.400A2 2 0 1 0 10 9H8a4 4 0 0 1 4-4z",
};

/** @param {keyof typeof signs} name */
function sign(name) {
  return draw("svg", { viewBox: "0 0 24 24", class: "sign", "aria-hidden": "true" }, draw("path", { d: signs[name] }));
}

/** A button that shows a sign and is named by a word.
 * @param {keyof typeof signs} name @param {string} label @param {() => void} click @param {Record<string, any>} [set] */
function signButton(name, label, click, set = {}) {
  return make("button", { type: "button", class: "plain", "aria-label": label, title: label, onclick: click, ...set }, sign(name));
}

/** A moment after the last call, and not before.
 * @param {number} milliseconds @param {() => void} act */
function after(milliseconds, act) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
}
