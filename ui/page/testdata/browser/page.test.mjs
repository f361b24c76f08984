// A reader uses the page.

import { strict as assert } from "node:assert";
import { test } from "node:test";
import { dataOf, numbers, open, picture, playhead, settled, shown } from "./open.mjs";

const data = dataOf("shipped");
const read = (text, n = 0) => (typeof text === "string" ? text : text[n] || text[0]);

test("opens from the disk with map, timeline and list", () =>
  open("shipped", {}, async (page) => {
    assert.equal(await page.title(), "Kazakhstan, January 2022");
    for (const id of ["canvas-ground", "canvas-cover", "canvas-marks", "canvas-axis"]) {
      const { colours } = await picture(page, id);
      assert.ok(colours > 20, `${id} has ${colours} colours`);
    }
    const n = await shown(page);
    assert.ok(n > 50 && n < data.events.length, `${n} events`);
    assert.equal(numbers(await page.locator("#controls .count").textContent())[0], n);
    assert.match(await page.locator("#controls .now").textContent(), /^Wed 5 January 2022, 18:00 \(Almaty, UTC\+6\)$/);
    assert.ok((await page.locator("#foot").textContent()).includes(data.hash.slice(0, 16)));
    assert.ok((await page.locator("#panel-sources").textContent()).includes(data.hash));
  }));

test("the slider is scrubbed by pointer and by key", () =>
  open("shipped", {}, async (page) => {
    const box = await page.locator("#axis").boundingBox();
    const [before, at] = [await shown(page), await playhead(page)];
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.55, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.7, y, { steps: 5 });
    await page.mouse.move(box.x + box.width * 0.8, y, { steps: 5 });
    await page.mouse.up();
    assert.ok((await playhead(page)) > at);
    assert.ok((await shown(page)) > before);
    const later = await playhead(page);
    await page.keyboard.press("ArrowLeft");
    assert.equal(await playhead(page), later - 3600);
    await page.keyboard.press("Shift+ArrowLeft");
    assert.equal(await playhead(page), later - 3600 - 86400);
    await page.keyboard.press("Home");
    assert.equal(await playhead(page), data.window[0]);
    await page.locator("#handle-from").focus();
    await page.keyboard.press("PageUp");
    assert.equal(Number(await page.locator("#handle-from").getAttribute("aria-valuenow")), data.window[0] + 86400);
  }));

test("the slider is read in three ways", () =>
  open("shipped", {}, async (page) => {
    const during = (from, to) => data.events.filter((e) => e.from <= to && e.to >= from && !(e.flags & data.flags.before)).length;
    const midnight = data.window[0] + 4 * 86400;
    assert.equal(await shown(page), during(data.window[0], data.opening));
    await page.locator("input[value=window]").check();
    assert.equal(await shown(page), during(data.opening - 86400, data.opening));
    assert.equal(await page.locator("#controls .now").textContent(), "4 Jan 2022, 18:00 – 5 Jan 2022, 18:00");
    await page.locator("input[value=day]").check();
    assert.equal(await shown(page), during(midnight, midnight + 86399));
    assert.equal(await page.locator("#controls .now").textContent(), "Wed 5 January 2022");
  }));

test("playing goes on and pauses", () =>
  open("shipped", {}, async (page) => {
    const at = await playhead(page);
    await page.keyboard.press("Space");
    await page.waitForFunction((t) => Number(document.getElementById("handle-at").getAttribute("aria-valuenow")) > t + 3600, at);
    assert.equal((await page.locator(".play").textContent()).trim(), "Pause");
    await page.keyboard.press("Space");
    await settled(page);
    const still = await playhead(page);
    await settled(page);
    assert.equal(await playhead(page), still);
  }));

test("an event is chosen from the list, read, and left again", () =>
  open("shipped", {}, async (page) => {
    await shown(page);
    const n = data.events.findIndex((e) => e.id === "almaty-city-hall-stormed");
    const e = data.events[n];
    await page.locator(`#list [data-event="${n}"]`).click();
    const view = page.locator(".event-view");
    assert.equal(await view.locator("h2").textContent(), read(e.title));
    assert.ok(await view.locator("h2").evaluate((h) => h === document.activeElement), "the heading has the focus");
    const cards = view.locator("section.card");
    assert.equal(await cards.count(), e.reports.length);
    for (const [i, r] of e.reports.entries()) {
      const text = await cards.nth(i).textContent();
      for (const part of [read(data.sources[r.s].short), data.sources[r.s].title, r.p.join(", "), r.by, read(r.note)])
        assert.ok(!part || text.includes(part), `${part} is missing in ${text}`);
    }
    await page.locator(".event-view .back button").first().click();
    assert.equal(await page.evaluate(() => document.activeElement.dataset.event), String(n));
  }));

test("figures are told with who said them, disagreements with their sides", () =>
  open("shipped", {}, async (page) => {
    await shown(page);
    const n = data.events.findIndex(
      (e, i) =>
        e.from < data.opening &&
        data.figures.some((f) => f.e === i && f.by) &&
        data.disagreements.some((d) => d.members.some((m) => m.f !== undefined && data.figures[m.f].e === i)) &&
        !(e.flags & data.flags.before),
    );
    await page.locator(`#list [data-event="${n}"]`).click();
    const text = await page.locator(".event-view").textContent();
    for (const f of data.figures.filter((f) => f.e === n))
      for (const part of [read(f.claim), f.by ?? ""]) assert.ok(text.includes(part), part);
    const dispute = page.locator(".event-view .dispute").first();
    await dispute.locator("summary").click();
    assert.ok((await dispute.locator("li").count()) > 0);
    await page.locator("#tab-disagreements").click();
    assert.equal(await page.locator("#panel-disagreements .dispute").count(), data.disagreements.length);
    await page.locator("#tab-figures").click();
    assert.ok((await page.locator(".claims li").count()) > 1);
  }));

test("steps go from event to event", () =>
  open("shipped", {}, async (page) => {
    await page.keyboard.press("Home");
    const first = await page.locator(".event-view h2").textContent();
    await page.keyboard.press("ArrowRight");
    const second = await page.locator(".event-view h2").textContent();
    assert.notEqual(first, second);
    assert.ok((await page.locator("#status").textContent()).startsWith(second));
    await page.locator("#controls button").first().click();
    assert.equal(await page.locator(".event-view h2").textContent(), first);
    await page.keyboard.press("Escape");
    assert.ok(await page.locator("#list").isVisible());
  }));

test("the map answers the pointer, the wheel and keys", () =>
  open("shipped", { reducedMotion: "reduce" }, async (page) => {
    const box = await page.locator("#ground").boundingBox();
    const ground = await picture(page, "canvas-ground");
    const scale = await page.locator("#scale-text").textContent();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    for (let i = 0; i < 4; i++) await page.mouse.wheel(0, -300);
    await page.waitForFunction((s) => document.getElementById("scale-text").textContent !== s, scale);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 90, box.y + box.height / 2 + 40, { steps: 4 });
    await page.mouse.up();
    await page.locator("#buttons button").nth(2).click();
    await page.waitForFunction((s) => document.getElementById("scale-text").textContent === s, scale);
    assert.equal((await picture(page, "canvas-ground")).hash, ground.hash, "the home view is the one that the page opened with");
    await page.locator("#ground").focus();
    await page.keyboard.press("ArrowRight");
    await settled(page);
    assert.notEqual((await picture(page, "canvas-ground")).hash, ground.hash);
  }));

test("a mark on the map opens its event", () =>
  open("shipped", {}, async (page) => {
    const title = read(data.events.find((e) => e.id === "almaty-city-hall-stormed").title);
    await page.locator("#search").fill(title);
    await page.waitForFunction(() => document.querySelectorAll("#list > li").length === 1);
    const box = await page.locator("#ground").boundingBox();
    const place = data.places[data.events.find((e) => e.id === "almaty-city-hall-stormed").place].at;
    const [lon, lat, zoom] = data.home; // stated for a map of 900 by 600 pixels
    const world = 256 * 2 ** zoom * Math.min(box.width / 900, box.height / 600);
    const middle = [lon / 360 + 0.5, 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)];
    const spot = [box.x + box.width / 2 + (place[0] - middle[0]) * world, box.y + box.height / 2 + (place[1] - middle[1]) * world];
    await page.mouse.move(...spot);
    assert.ok((await page.locator("#tip").textContent()).startsWith(title));
    await page.mouse.click(...spot);
    assert.equal(await page.locator(".event-view h2").textContent(), title);
  }));

test("categories, sources and words filter", () =>
  open("shipped", {}, async (page) => {
    const all = await shown(page);
    await page.keyboard.press("1");
    const fewer = await shown(page);
    assert.ok(fewer < all);
    await page.keyboard.press("1");
    await page.locator("#legend summary").click();
    await page.locator("#legend .sources input").first().uncheck();
    const without = await shown(page);
    assert.ok(without < all && without > 0);
    await page.locator("#legend .all").click();
    assert.equal(await shown(page), all);
    await page.locator("#search").fill("airport");
    await page.waitForFunction((n) => document.querySelectorAll("#list > li").length < n, all);
    for (const text of await page.locator("#list > li").allTextContents()) assert.ok(text.length > 10);
  }));

test("speaks English, Kazakh and Russian", () =>
  open("shipped", {}, async (page) => {
    for (const [n, lang, tab, month] of [
      [1, "kk", "Оқиғалар", "қаңтар"],
      [2, "ru", "События", "января"],
      [0, "en", "Events", "January"],
    ]) {
      await page.locator(`#languages [lang=${lang}]`).click();
      assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
      assert.equal(await page.title(), read(data.title, n));
      assert.equal(await page.locator("#tab-events").textContent(), tab);
      assert.ok((await page.locator("#controls .now").textContent()).includes(month));
      const i = Number(await page.locator("#list [data-event]").first().getAttribute("data-event"));
      assert.equal(await page.locator("#list .title").first().textContent(), read(data.events[i].title, n));
      const keys = (await page.locator("body").innerText()).match(/\bpage-[a-z-]+|\bkind-[a-z]+/);
      assert.equal(keys, null, "texts are missing");
    }
  }));

test("a story is told from its first scene to its last", () =>
  open("story", { reducedMotion: "reduce" }, async (page) => {
    const scenes = dataOf("story").stories[0].scenes;
    const caption = page.locator("#scene .caption");
    for (const [i, scene] of scenes.entries()) {
      assert.equal(await caption.textContent(), read(scene.caption, 2));
      assert.ok((await page.locator("#scene .soft").first().textContent()).includes(`${i + 1} / ${scenes.length}`));
      assert.equal(await page.locator(`input[value=${scene.mode}]`).isChecked(), true);
      assert.equal(await page.locator("#panel-stories .asked li").count(), scene.questions?.length ?? 0);
      if (i % 2) await page.keyboard.press("PageDown");
      else if (i + 1 < scenes.length) await page.locator("[data-step=on]").click();
    }
    assert.ok(await page.locator("[data-step=on]").isDisabled());
    await page.keyboard.press("PageUp");
    assert.equal(await caption.textContent(), read(scenes.at(-2).caption, 2));
    await page.locator("#panel-stories .back button").click();
    assert.ok(await page.locator("#scene").isHidden());
  }));

test("a map that gets another size on its way keeps its proportions", () =>
  open("story", {}, async (page) => {
    await page.locator("[data-step=on]").click();
    await page.locator("#scene .small").click();
    await page.waitForFunction(() => {
      const [box, canvas] = [document.getElementById("ground"), document.getElementById("canvas-marks")];
      return canvas.width === box.clientWidth && canvas.height === box.clientHeight;
    });
    const before = await page.locator("#scale-text").textContent();
    await page.locator("[data-step=back]").click();
    await page.waitForFunction((s) => document.getElementById("scale-text").textContent !== s, before);
    await page.locator("[data-step=on]").click();
    await page.waitForFunction((s) => document.getElementById("scale-text").textContent === s, before);
    const [box, canvas] = await page.evaluate(() =>
      ["ground", "canvas-marks"]
        .map((id) => document.getElementById(id))
        .map((e) => [e.width ?? e.clientWidth, e.height ?? e.clientHeight]),
    );
    assert.deepEqual(canvas, box);
  }));

test("what is shown is kept in the address", () =>
  open("shipped", { reducedMotion: "reduce" }, async (page) => {
    await page.locator("#languages [lang=kk]").click();
    await page.locator("#tab-stories").click();
    await page.locator("#panel-stories .main").nth(1).click();
    await page.keyboard.press("PageDown");
    const caption = await page.locator("#scene .caption").textContent();
    await page.waitForFunction(() => location.hash.includes("scene=2") && location.hash.includes("lang=kk"));
    await page.reload();
    assert.equal(await page.locator("#scene .caption").textContent(), caption);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "kk");
  }));

test("an address of nonsense opens the page all the same", () =>
  open("shipped", { hash: "#lang=xx&look=none&time=a~b~c&story=none&scene=-7&event=none&mode=%3Cimg%3E" }, async (page) => {
    assert.ok((await shown(page)) > 0);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  }));

test("follows the reader's look, and the one that is chosen", async () => {
  const look = (page) =>
    page.evaluate(() => [document.documentElement.dataset.look, getComputedStyle(document.documentElement).backgroundColor]);
  await open("shipped", { colorScheme: "dark" }, async (page) => {
    assert.deepEqual(await look(page), ["dark", "rgb(27, 31, 35)"]);
    await page.locator("#looks").selectOption("light");
    await page.waitForFunction(() => document.documentElement.dataset.look === "light");
    await page.locator("#looks").selectOption("contrast");
    await page.waitForFunction(() => document.documentElement.dataset.look === "contrast");
    assert.deepEqual(await look(page), ["contrast", "rgb(0, 0, 0)"]);
  });
  for (const [options, name] of [
    [{ forcedColors: "active", colorScheme: "dark" }, "contrast"],
    [{ forcedColors: "active" }, "light"],
    [{ contrast: "more" }, "contrast"],
  ]) {
    await open("shipped", options, async (page) => assert.equal((await look(page))[0], name));
  }
});

test("prints the map and what is shown, with whose work it is", () =>
  open("story", {}, async (page) => {
    const n = await shown(page);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("#paper .told > li").count(), n);
    assert.ok(await page.locator("#paper canvas").isVisible());
    assert.ok(await page.locator("#main").isHidden());
    assert.ok((await page.locator("#paper .credit").textContent()).includes(data.hash));
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.emulateMedia({ media: null });
    const pdf = await page.pdf({ format: "A4" });
    assert.ok(pdf.length > 20000, `${pdf.length} bytes`);
    assert.equal(await page.locator("#paper .told > li").count(), 0);
  }));

for (const [width, height] of [
  [375, 812],
  [768, 1024],
  [1366, 768],
  [1920, 1080],
]) {
  test(`fits ${width} by ${height} in every language`, () =>
    open("shipped", { viewport: { width, height }, hasTouch: width < 900 }, async (page) => {
      for (const lang of ["en", "kk", "ru"]) {
        await page.locator(`#languages [lang=${lang}]`).click();
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${lang}: ${wide} pixels too wide`);
        for (const id of ["map", "axis", "record"]) {
          const box = await page.locator("#" + id).boundingBox();
          assert.ok(box.width > 200 && box.height > 100, `${id} has ${box.width} by ${box.height} pixels`);
        }
      }
    }));
}

test("fingers move the map", () =>
  open("shipped", { viewport: { width: 375, height: 812 }, hasTouch: true, reducedMotion: "reduce" }, async (page) => {
    const before = await page.locator("#scale-text").textContent();
    const box = await page.locator("#ground").boundingBox();
    const session = await page.context().newCDPSession(page);
    const touch = (type, ...points) =>
      session.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x: box.x + x, y: box.y + y, id })) });
    await touch("touchStart", [150, 200], [200, 200]);
    await touch("touchMove", [100, 200], [250, 200]);
    await touch("touchMove", [60, 200], [300, 200]);
    await touch("touchEnd");
    await page.waitForFunction((s) => document.getElementById("scale-text").textContent !== s, before);
  }));
