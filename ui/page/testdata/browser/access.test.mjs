// What axe-core finds wrong for those who read with a keyboard, a screen reader
// or weak eyes: nothing.

import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { open, shown } from "./open.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function check(page, where) {
  await page.evaluate(() => Promise.all(document.getAnimations().map((a) => a.finished)));
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  assert.ok(found.passes.length > 15, `${where}: only ${found.passes.length} rules apply`);
  const told = found.violations.map(
    (v) =>
      `${where}: ${v.id}: ${v.help}: ${v.nodes
        .map((n) => n.html.slice(0, 160) + " " + n.failureSummary)
        .slice(0, 3)
        .join(" | ")}`,
  );
  assert.deepEqual(told, []);
}

for (const colorScheme of ["light", "dark"]) {
  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 375, height: 812 },
  ]) {
    test(`nothing is wrong in ${colorScheme}, ${viewport.width} pixels wide`, () =>
      open("shipped", { colorScheme, viewport, reducedMotion: "reduce" }, async (page) => {
        await page.evaluate(axe);
        await shown(page);
        await check(page, "list");
        await page.locator("#list button").nth(12).click();
        await check(page, "event");
        for (const tab of ["figures", "disagreements", "sources", "stories"]) {
          await page.locator("#tab-" + tab).click();
          await check(page, tab);
        }
        await page.locator("#panel-stories .main").first().click();
        await page.locator("#scene .small").click();
        await check(page, "scene");
        await page.locator("#legend summary").click();
        await check(page, "legend");
        await page.locator("#legend summary").click();
        await page.locator("#help").click();
        await check(page, "keys");
      }));
  }
}

test("the keyboard reaches everything in the order of the page", () =>
  open("shipped", {}, async (page) => {
    await shown(page);
    const seen = [];
    for (let i = 0; i < 60 && !seen.includes("data-event"); i++) {
      await page.keyboard.press("Tab");
      seen.push(
        await page.evaluate(() => {
          const at = document.activeElement;
          return at.dataset?.event !== undefined ? "data-event" : at.id || at.closest("[id]")?.id || at.tagName;
        }),
      );
    }
    const order = [
      "languages",
      "looks",
      "print",
      "help",
      "ground",
      "buttons",
      "controls",
      "handle-from",
      "handle-to",
      "handle-at",
      "tab-events",
      "search",
      "data-event",
    ];
    const places = order.map((id) => seen.indexOf(id));
    assert.deepEqual(
      places.filter((p) => p < 0),
      [],
      seen.join(" "),
    );
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
      seen.join(" "),
    );
    await page.keyboard.press("Enter");
    assert.ok(await page.locator(".event-view").isVisible());
  }));
