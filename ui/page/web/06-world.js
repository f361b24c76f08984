// The basemap: land, water and lines from the arcs that the page carries. Each
// arc is kept once; rings name arcs, so that neighbours share their borders.

/** @typedef {{ points: Float64Array, x0: number, y0: number, x1: number, y1: number }} Arc */
/** @typedef {{ arcs: number[], x0: number, y0: number, x1: number, y1: number }} Ring */

/** Reads a line of encoded numbers: five bits a letter, the sign lowest.
 * @param {string} text @returns {Arc} */
function readArc(text) {
  const numbers = [];
  let [value, shift] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const bits = text.charCodeAt(i) - 63;
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits < 32) {
      numbers.push(value & 1 ? ~(value >>> 1) : value >>> 1);
      [value, shift] = [0, 0];
    }
  }
  const points = new Float64Array(numbers.length);
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  let [x, y] = [0, 0];
  for (let i = 0; i < numbers.length; i += 2) {
    x += numbers[i];
    y += numbers[i + 1];
    points[i] = x / data.map.grid;
    points[i + 1] = y / data.map.grid;
    include(box, points[i], points[i + 1]);
  }
  return { points, ...box };
}

/** @param {{ x0: number, y0: number, x1: number, y1: number }} box @param {number} x @param {number} y */
function include(box, x, y) {
  box.x0 = Math.min(box.x0, x);
  box.y0 = Math.min(box.y0, y);
  box.x1 = Math.max(box.x1, x);
  box.y1 = Math.max(box.y1, y);
}

const arcs = data.map.arcs.map(readArc);

/** @param {number[][]} rings @returns {Ring[]} */
const readRings = (rings) =>
  rings.map((refs) => {
    const ring = { arcs: refs, x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
    for (const ref of refs) {
      const arc = arcs[ref >> 1];
      include(ring, arc.x0, arc.y0);
      include(ring, arc.x1, arc.y1);
    }
    return ring;
  });

const land = readRings(data.map.land);
const lakes = readRings(data.map.lakes);
const urban = readRings(data.map.urban);
/** @type {Map<string, Ring[]>} */
const areas = new Map(data.map.areas.map((a) => [a.code, readRings(a.rings)]));
const rivers = data.map.lines[3].map((arc, i) => ({ arc, zoom: data.map.minor[i] / 10 }));

/** Draws lines onto a canvas for one view and one copy of the world, without
 * the points that nobody could see. */
class Pen {
  /** @param {CanvasRenderingContext2D} ctx @param {View} v @param {number} copy */
  constructor(ctx, v, copy) {
    this.ctx = ctx;
    this.size = size(v);
    this.left = (v.x - copy) * this.size - v.w / 2;
    this.top = v.y * this.size - v.h / 2;
    this.w = v.w;
    this.h = v.h;
    this.x = 0;
    this.y = 0;
    this.side = 0;
  }

  /** @param {{ x0: number, y0: number, x1: number, y1: number }} box */
  sees(box) {
    return (
      box.x1 * this.size - this.left > -8 &&
      box.x0 * this.size - this.left < this.w + 8 &&
      box.y1 * this.size - this.top > -8 &&
      box.y0 * this.size - this.top < this.h + 8
    );
  }

  /** Adds an arc to the path. Between points on the same side beyond the view a
   * straight line does; elsewhere points closer than half a pixel are one.
   * @param {Float64Array} points @param {boolean} back @param {boolean} begin whether the pen is lifted first */
  trace(points, back, begin) {
    const n = points.length;
    for (let k = 0; k < n; k += 2) {
      const i = back ? n - 2 - k : k;
      const x = points[i] * this.size - this.left;
      const y = points[i + 1] * this.size - this.top;
      const side = x < -9 ? 1 : x > this.w + 9 ? 2 : y < -9 ? 3 : y > this.h + 9 ? 4 : 0;
      if (begin) {
        this.ctx.moveTo(x, y);
        begin = false;
      } else if (
        k + 2 < n &&
        ((side !== 0 && side === this.side && this.ahead(points, i, back) === side) ||
          (side === 0 && Math.abs(x - this.x) + Math.abs(y - this.y) < 0.7))
      ) {
        continue;
      } else {
        this.ctx.lineTo(x, y);
      }
      this.x = x;
      this.y = y;
      this.side = side;
    }
  }

  /** On which side beyond the view the point after point i lies.
   * @param {Float64Array} points @param {number} i @param {boolean} back */
  ahead(points, i, back) {
    const j = back ? i - 2 : i + 2;
    const x = points[j] * this.size - this.left;
    const y = points[j + 1] * this.size - this.top;
    return x < -9 ? 1 : x > this.w + 9 ? 2 : y < -9 ? 3 : y > this.h + 9 ? 4 : 0;
  }

  /** Adds rings to the path; whether there were any in view.
   * @param {Ring[]} rings */
  rings(rings) {
    let any = false;
    for (const ring of rings) {
      if (!this.sees(ring)) continue;
      any = true;
      ring.arcs.forEach((ref, i) => this.trace(arcs[ref >> 1].points, (ref & 1) === 1, i === 0));
      this.ctx.closePath();
    }
    return any;
  }

  /** Adds an arc as a line to the path.
   * @param {number} arc */
  line(arc) {
    if (this.sees(arcs[arc])) this.trace(arcs[arc].points, false, true);
  }
}

/** The copies of the world that a view shows.
 * @param {View} v */
function copies(v) {
  const half = v.w / 2 / size(v);
  const all = [];
  for (let c = Math.floor(v.x - half); c <= Math.floor(v.x + half); c++) all.push(c);
  return all;
}

/** Paints the basemap.
 * @param {CanvasRenderingContext2D} ctx @param {View} v @param {Look} style */
function paintGround(ctx, v, style) {
  const hue = style.hues;
  ctx.fillStyle = hue.sea;
  ctx.fillRect(0, 0, v.w, v.h);
  ctx.lineJoin = "round";
  const told = areas.get(data.map.focus) ?? [];
  for (const copy of copies(v)) {
    const pen = new Pen(ctx, v, copy);
    const filled = (/** @type {Ring[]} */ rings, /** @type {string} */ colour) => {
      ctx.beginPath();
      if (!pen.rings(rings)) return;
      ctx.fillStyle = colour;
      ctx.fill("evenodd");
    };
    const stroked = (/** @type {number[]} */ lines, /** @type {number} */ width, /** @type {string} */ colour) => {
      ctx.beginPath();
      lines.forEach((arc) => pen.line(arc));
      ctx.lineWidth = width;
      ctx.strokeStyle = colour;
      ctx.stroke();
    };
    filled(land, hue.land);
    filled(told, hue.focus);
    if (v.zoom > 5) filled(urban, hue.urban);
    stroked(
      rivers.filter((r) => r.zoom <= v.zoom).map((r) => r.arc),
      1.1,
      hue.river,
    );
    filled(lakes, hue.lake);
    ctx.lineWidth = 0.7;
    ctx.strokeStyle = hue.coast;
    if (v.zoom > 3) ctx.stroke();
    if (v.zoom > 3) stroked(data.map.lines[2], 1, hue.region);
    stroked(data.map.lines[0], 0.9, hue.coast);
    stroked(data.map.lines[1], 1.2, hue.border);
    ctx.beginPath();
    if (pen.rings(told)) {
      ctx.lineWidth = 1.8;
      ctx.strokeStyle = hue["focus-line"];
      ctx.stroke();
    }
  }
}
