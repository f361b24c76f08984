// Painting what happened: shades over areas, marks, rings.

/** Unit outlines of the marks, as paths.
 * @type {Record<string, Path2D>} */
const unitShapes = {};
for (const shape of Object.keys(data.shapes)) {
  const path = new Path2D(outline(shape));
  if (shape === "circle" || shape === "ring") path.arc(0, 0, 1, 0, 2 * Math.PI);
  unitShapes[shape] = path;
}

/** @param {CanvasRenderingContext2D} ctx @param {string} shape @param {number} x @param {number} y @param {number} r @param {string} fill @param {string} edge @param {boolean} hollow */
function paintSymbol(ctx, shape, x, y, r, fill, edge, hollow) {
  const path = unitShapes[shape] ?? unitShapes.circle;
  const dot = new Path2D();
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(r, r);
  ctx.lineJoin = "round";
  ctx.strokeStyle = edge;
  ctx.lineWidth = 3.2 / r;
  ctx.stroke(path);
  ctx.fillStyle = fill;
  ctx.fill(path);
  ctx.fillStyle = edge;
  if (shape === "ring") {
    dot.arc(0, 0, 0.66, 0, 2 * Math.PI);
    ctx.fill(dot);
    ctx.fillStyle = hollow ? edge : fill;
    ctx.beginPath();
    ctx.arc(0, 0, 0.36, 0, 2 * Math.PI);
    ctx.fill();
  } else if (hollow) {
    const core = shape === "bars" ? 0.3 : 0.55;
    ctx.scale(core, core);
    ctx.fill(path);
  }
  ctx.restore();
}

/** @param {CanvasRenderingContext2D} ctx @param {Group} g @param {number} x @param {number} y @param {Look} style */
function paintRing(ctx, g, x, y, style) {
  const r = groupRadius(g);
  const counts = data.categories.map(() => 0);
  let strength = 0;
  for (const i of g.events) {
    counts[data.events[i].cat]++;
    strength += opacity(i) / g.events.length;
  }
  disc(ctx, x, y, r + 1.6, style.hues.halo);
  let from = -Math.PI / 2;
  ctx.globalAlpha = strength;
  counts.forEach((n, c) => {
    if (n === 0) return;
    const to = from + (2 * Math.PI * n) / g.events.length;
    ctx.beginPath();
    ctx.arc(x, y, r - 2.5, from, to);
    ctx.lineWidth = 5;
    ctx.strokeStyle = style.palette[data.categories[c].color] ?? style.palette.gray;
    ctx.stroke();
    from = to;
  });
  ctx.globalAlpha = 1;
  ctx.font = `bold ${16 * letterScale()}px ${typeface}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = style.hues.text;
  ctx.fillText(String(g.events.length), x, y + 1);
  ctx.textAlign = "left";
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} r @param {string} colour */
function disc(ctx, x, y, r, colour) {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.fillStyle = colour;
  ctx.fill();
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} r @param {string} colour @param {number} width */
function circle(ctx, x, y, r, colour, width) {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.lineWidth = width;
  ctx.strokeStyle = colour;
  ctx.stroke();
}

/** The middle of a group on the map, in pixels.
 * @param {View} v @param {Group} g @returns {[number, number]} */
function spotOf(v, g) {
  const [x, y] = toScreen(v, g.at);
  return g.fan ? [x + g.fan.dx, y + g.fan.dy] : [x, y];
}

/** Paints all groups, the selected one last.
 * @param {CanvasRenderingContext2D} ctx @param {View} v @param {Look} style @param {Group[]} groups */
function paintMarks(ctx, v, style, groups) {
  const order = groups.slice().sort((a, b) => Number(a.events.includes(state.selected)) - Number(b.events.includes(state.selected)));
  for (const g of order) {
    const [x, y] = spotOf(v, g);
    if (x < -200 || x > v.w + 200 || y < -200 || y > v.h + 200) continue;
    paintHalo(ctx, v, g, style);
    const chosen = g.events.includes(state.selected);
    const r = groupRadius(g);
    if (g.fan) {
      const [fx, fy] = toScreen(v, g.at);
      ctx.beginPath();
      ctx.moveTo(fx, fy);
      ctx.lineTo(x, y);
      ctx.lineWidth = 1.4;
      ctx.strokeStyle = style.hues["text-soft"];
      ctx.stroke();
    }
    if (chosen || g.events.includes(state.hovered)) {
      circle(ctx, x, y, r * 1.15 + 5, style.hues.halo, 4);
      circle(ctx, x, y, r * 1.15 + 5, style.hues.accent, chosen ? 3 : 1.8);
    } else if (g.events.some((i) => state.highlights.includes(i))) {
      circle(ctx, x, y, r * 1.15 + 4, style.hues.halo, 3.6);
      circle(ctx, x, y, r * 1.15 + 4, style.hues.ink, 2);
    }
    if (g.events.length > 1) {
      paintRing(ctx, g, x, y, style);
      continue;
    }
    const e = data.events[g.events[0]];
    ctx.globalAlpha = opacity(g.events[0]);
    paintSymbol(
      ctx,
      data.categories[e.cat].shape,
      x,
      y,
      r,
      style.palette[data.categories[e.cat].color] ?? style.palette.gray,
      style.hues.halo,
      unsure(e) || has(e, "inferred"),
    );
    ctx.globalAlpha = 1;
  }
}

/** The circle within which what is known only to a city or a site lies: strong
 * for the selected event, faint for others.
 * @param {CanvasRenderingContext2D} ctx @param {View} v @param {Group} g @param {Look} style */
function paintHalo(ctx, v, g, style) {
  const one = g.events.includes(state.selected) ? data.events[state.selected].place : g.place;
  const place = data.places[one];
  if (!place?.r || (g.fan && !g.events.includes(state.selected))) return;
  const [x, y] = toScreen(v, place.at);
  const r = pixels(v, place.r, place.at[1]);
  if (r < groupRadius(g) + 3) return;
  const strong = g.events.includes(state.selected);
  const hue = strong ? style.hues.accent : style.hues["text-soft"];
  ctx.globalAlpha = strong ? 0.12 : 0.06;
  disc(ctx, x, y, r, hue);
  ctx.globalAlpha = strong ? 0.7 : 0.3;
  circle(ctx, x, y, r, hue, strong ? 1.5 : 1);
  ctx.globalAlpha = 1;
}

/** @typedef {{ code: string, colour: string, slant: number, sparse: boolean, tint: number, outline: boolean }} Shade slant: of its stripes, -1 for none */

/** What lies over areas now: stripes for what holds there, a tint for what
 * happened over a whole region, an outline for the selected event.
 * @param {Look} style @returns {Shade[]} */
function shadesNow(style) {
  /** @type {Shade[]} */
  const all = [];
  /** @type {Map<string, Set<number>>} */
  const laid = new Map();
  for (const i of passing) {
    const e = data.events[i];
    if (!has(e, "area") || !holds(e)) continue;
    const colour = style.palette[data.categories[e.cat].color] ?? style.palette.gray;
    const whole = data.places[e.place].kind;
    for (const code of codesOf(e)) {
      const here = laid.get(code) ?? new Set();
      if (has(e, "condition") && !here.has(e.cat) && here.size < 2) {
        all.push({ code, colour, slant: here.size, sparse: !code.includes("-"), tint: 0, outline: false });
        laid.set(code, here.add(e.cat));
      } else if (!has(e, "condition") && e.kind === "happening" && whole === "region") {
        all.push({ code, colour, slant: -1, sparse: false, tint: 0.1, outline: false });
      }
    }
  }
  for (const i of new Set([state.selected, state.hovered])) {
    if (i >= 0)
      for (const code of codesOf(data.events[i]))
        all.push({ code, colour: style.hues.accent, slant: -1, sparse: false, tint: 0.14, outline: true });
  }
  return all;
}

/** The codes of the areas that an event shades.
 * @param {Happening} e */
function codesOf(e) {
  if (!has(e, "area")) return [];
  return /** @type {string[]} */ ([e.place, ...(e.areas ?? [])].map((p) => data.places[p].area).filter(Boolean));
}

/** @param {CanvasRenderingContext2D} ctx @param {View} v @param {Shade[]} shades */
function paintShades(ctx, v, shades) {
  const strength = 0.5 - 0.34 * Math.max(0, Math.min(1, (v.zoom - 4.5) / 3));
  for (const shade of shades) {
    const rings = areas.get(shade.code);
    if (!rings) continue;
    for (const copy of copies(v)) {
      ctx.beginPath();
      if (!new Pen(ctx, v, copy).rings(rings)) continue;
      ctx.save();
      ctx.strokeStyle = ctx.fillStyle = shade.colour;
      if (shade.tint > 0) {
        ctx.globalAlpha = shade.tint;
        ctx.fill("evenodd");
        ctx.globalAlpha = 1;
      }
      if (shade.outline) {
        ctx.lineWidth = 2.5;
        ctx.stroke();
      }
      if (shade.slant >= 0) {
        ctx.clip("evenodd");
        ctx.globalAlpha = strength;
        stripe(ctx, v, shade.slant, shade.sparse ? 22 : 12);
      }
      ctx.restore();
    }
  }
}

/** Draws stripes over the whole view that stand still on the ground.
 * @param {CanvasRenderingContext2D} ctx @param {View} v @param {number} slant 0: /, 1: \ @param {number} period pixels across */
function stripe(ctx, v, slant, period) {
  const run = period * Math.SQRT2;
  const sign = slant % 2 === 0 ? 1 : -1;
  const [left, top] = [v.x * size(v) - v.w / 2, v.y * size(v) - v.h / 2];
  const phase = (left + sign * top) % run;
  ctx.beginPath();
  for (let s = -phase - run + (sign > 0 ? 0 : -v.h); s < v.w + (sign > 0 ? v.h : 0) + run; s += run) {
    ctx.moveTo(s, 0);
    ctx.lineTo(s - sign * v.h, v.h);
  }
  ctx.lineWidth = 2;
  ctx.stroke();
}
