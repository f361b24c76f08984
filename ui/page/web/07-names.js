// The names on the map. Where they stand is settled for the whole world at one
// step of the zoom, so that they hold still while the map is moved.

const typeface = '"Noto Sans", system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif';

/** How the sorts of names are set: size in pixels, style, spacing, colour, and the mark of the place itself. */
const sorts =
  /** @type {Record<string, { size: number, style: string, tracking: number, capitals?: boolean, hue: string, mark: number }>} */ ({
    country: { size: 16, style: "", tracking: 3, capitals: true, hue: "text-soft", mark: 0 },
    region: { size: 14, style: "", tracking: 1.5, capitals: true, hue: "text-soft", mark: 0 },
    sea: { size: 17, style: "italic", tracking: 1, hue: "water-text", mark: 0 },
    lake: { size: 15, style: "italic", tracking: 0, hue: "water-text", mark: 0 },
    river: { size: 15, style: "italic", tracking: 0, hue: "water-text", mark: 0 },
    capital: { size: 17, style: "bold", tracking: 0, hue: "text", mark: 4.6 },
    seat: { size: 16, style: "", tracking: 0, hue: "text", mark: 4 },
    town: { size: 16, style: "", tracking: 0, hue: "text", mark: 2.8 },
  });

/** How large the page's letters are, in units of 16 pixels; those in pictures follow. */
const letterScale = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

/** @typedef {{ name: Name, text: string, size: number, at: [number, number], dx: number, dy: number, width: number }} Label placed: the middle of its left edge stands dx, dy pixels from its place */

/** Where marks stand at one time or other; names keep away from there. */
const busy = [...new Set(data.events.filter((e) => !has(e, "area")).map((e) => e.place))].map((p) => data.places[p].at);

const measuring = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
/** @type {Map<string, number>} */
const widths = new Map();

/** @param {string} text @param {number} pixels @param {string} style @param {number} tracking */
function textWidth(text, pixels, style, tracking) {
  const key = `${pixels}${style}${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    measuring.font = `${style} ${pixels}px ${typeface}`;
    width = measuring.measureText(text).width;
    widths.set(key, width);
  }
  return width + tracking * text.length;
}

/** Boxes on the map that are taken, found by the cells that they touch. */
class Taken {
  /** @type {Map<string, [number, number, number, number][]>} */
  cells = new Map();

  /** @param {[number, number, number, number]} box left, top, right, bottom @param {(cell: string) => boolean | void} visit */
  static each(box, visit) {
    const cell = 128;
    for (let x = Math.floor(box[0] / cell); x <= Math.floor(box[2] / cell); x++) {
      for (let y = Math.floor(box[1] / cell); y <= Math.floor(box[3] / cell); y++) if (visit(x + "," + y)) return true;
    }
    return false;
  }

  /** @param {[number, number, number, number]} box */
  meets(box) {
    return Taken.each(box, (cell) => this.cells.get(cell)?.some((o) => o[0] < box[2] && o[2] > box[0] && o[1] < box[3] && o[3] > box[1]));
  }

  /** @param {[number, number, number, number]} box */
  take(box) {
    Taken.each(box, (cell) => {
      const here = this.cells.get(cell);
      if (here) here.push(box);
      else this.cells.set(cell, [box]);
    });
  }
}

/** @type {{ key: string, labels: Label[] }} */
let settled = { key: "", labels: [] };

/** The labels at a zoom, in the language of the moment.
 * @param {number} zoom @returns {Label[]} */
function labelsAt(zoom) {
  const stepped = Math.floor(zoom * 2 + 0.01) / 2;
  const key = `${stepped} ${language} ${letterScale()}`;
  if (settled.key !== key) settled = { key, labels: settle(stepped) };
  return settled.labels;
}

/** @param {number} zoom @returns {Label[]} */
function settle(zoom) {
  const world = tile * 2 ** zoom;
  const taken = new Taken();
  /** @type {Label[]} */
  const placed = [];
  for (const name of data.map.names) {
    if (name.z > zoom + 0.6) continue;
    const label = place(name, zoom, world, taken);
    if (label) placed.push(label);
  }
  return placed;
}

/** Finds a free spot for a name.
 * @param {Name} name @param {number} zoom @param {number} world its size in pixels @param {Taken} taken @returns {Label | null} */
function place(name, zoom, world, taken) {
  const sort = sorts[name.k];
  const text = sort.capitals ? read(name.n).toLocaleUpperCase(language) : read(name.n);
  const wide = (name.w ?? 0) * world;
  const letters = (name.k === "country" && wide > 450 ? sort.size + 3 : sort.size) * letterScale();
  const width = textWidth(text, letters, sort.style, sort.tracking);
  if (name.k === "country" && width > wide * 1.1) return null;
  if (name.k === "region" && zoom < 5.5) return null;
  const [x, y] = [name.at[0] * world, name.at[1] * world];
  const marks = busy.map((b) => [b[0] * world, b[1] * world]).filter(([bx, by]) => Math.abs(bx - x) < 400 && Math.abs(by - y) < 100);
  const own = marks.filter(([bx, by]) => sort.mark > 0 && Math.hypot(bx - x, by - y) < 12);
  const others = marks.filter((m) => !own.includes(m));
  const crowded = own.length > 0;
  const high = letters * 0.62;
  for (const [dx, dy] of spotsFor(sort.mark, crowded, width, high)) {
    /** @type {[number, number, number, number]} */
    const box = [x + dx - 2, y + dy - high, x + dx + width + 2, y + dy + high];
    if (taken.meets(box) || others.some(([bx, by]) => bx > box[0] - 19 && bx < box[2] + 19 && by > box[1] - 17 && by < box[3] + 17))
      continue;
    taken.take(box);
    if (sort.mark > 0 && !crowded) taken.take([x - sort.mark, y - sort.mark, x + sort.mark, y + sort.mark]);
    return { name, text, size: letters, at: name.at, dx, dy, width };
  }
  return null;
}

/** Where a name may stand, in pixels from its place, the best first.
 * @param {number} mark @param {boolean} crowded whether marks stand there @param {number} width @param {number} high @returns {[number, number][]} */
function spotsFor(mark, crowded, width, high) {
  const middle = -width / 2;
  if (mark === 0)
    return [
      [middle, 0],
      [middle, -high * 1.6],
      [middle, high * 1.6],
    ];
  const gap = crowded ? 28 : mark + 4;
  const rise = crowded ? 27 + high : mark + high + 1;
  /** @type {[number, number][]} */
  const beside = [
    [gap, 0],
    [-gap - width, 0],
  ];
  /** @type {[number, number][]} */
  const above = [
    [middle, rise],
    [middle, -rise],
  ];
  return crowded ? [...above, ...beside] : [...beside, ...above];
}

/** @param {CanvasRenderingContext2D} ctx @param {View} v @param {Look} style */
function paintNames(ctx, v, style) {
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  for (const label of labelsAt(v.zoom)) {
    const sort = sorts[label.name.k];
    for (const copy of copies(v)) {
      const x = (label.at[0] + copy - v.x) * size(v) + v.w / 2;
      const y = (label.at[1] - v.y) * size(v) + v.h / 2;
      if (x + label.dx < 2 || x + label.dx + label.width > v.w - 2 || y + label.dy < 8 || y + label.dy > v.h - 8) continue;
      paintPlace(ctx, label.name.k, x, y, sort.mark, style);
      ctx.font = `${sort.style} ${label.size}px ${typeface}`;
      ctx.letterSpacing = sort.tracking + "px";
      ctx.lineWidth = 3.4;
      ctx.strokeStyle = style.hues.halo;
      ctx.strokeText(label.text, x + label.dx, y + label.dy);
      ctx.fillStyle = style.hues[sort.hue];
      ctx.fillText(label.text, x + label.dx, y + label.dy);
    }
  }
  ctx.letterSpacing = "0px";
}

/** The mark of a town: a dot, that of a seat in a ring, that of a capital in a frame.
 * @param {CanvasRenderingContext2D} ctx @param {string} sort @param {number} x @param {number} y @param {number} r @param {Look} style */
function paintPlace(ctx, sort, x, y, r, style) {
  if (r === 0) return;
  const shapes = /** @type {Record<string, [number, string][]>} */ ({
    capital: [
      [r + 1.2, "halo"],
      [r, "text"],
      [r - 1.4, "halo"],
      [r - 2.6, "text"],
    ],
    seat: [
      [r + 1.2, "halo"],
      [r, "text"],
      [r - 1.2, "halo"],
      [r - 2.2, "text"],
    ],
    town: [
      [r + 1.2, "halo"],
      [r, "text"],
    ],
  });
  for (const [reach, hue] of shapes[sort]) {
    ctx.fillStyle = style.hues[hue];
    ctx.beginPath();
    if (sort === "capital") ctx.rect(x - reach, y - reach, 2 * reach, 2 * reach);
    else ctx.arc(x, y, reach, 0, 2 * Math.PI);
    ctx.fill();
  }
}
