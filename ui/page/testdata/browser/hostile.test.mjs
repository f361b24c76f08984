// A collection of which every text would run wherever it is taken for markup.

import { strict as assert } from "node:assert";
import { test } from "node:test";
import { dataOf, open, shown } from "./open.mjs";

test("hostile texts are shown and run nothing", () =>
  open("hostile", { reducedMotion: "reduce" }, async (page) => {
    const data = dataOf("hostile");
    const evil = data.title[0];
    assert.ok(evil.includes("<img src=x onerror="));
    assert.equal(await page.locator("h1").first().textContent(), evil);
    assert.ok((await shown(page)) > 0);
    for (const lang of ["kk", "ru", "en"]) await page.locator(`#languages [lang=${lang}]`).click();
    for (let i = 0; i < data.events.length; i++) {
      await page.keyboard.press("ArrowRight");
      assert.equal(await page.locator(".event-view h2").textContent(), evil);
    }
    for (const tab of ["stories", "figures", "disagreements", "sources"]) {
      await page.locator("#tab-" + tab).click();
      assert.ok((await page.locator("#panel-" + tab).textContent()).includes("<img src=x"), tab);
    }
    for (const summary of await page.locator("details > summary").all()) if (await summary.isVisible()) await summary.click();
    await page.locator("#tab-stories").click();
    await page.locator("#panel-stories .main").click();
    assert.equal(await page.locator("#scene .caption").textContent(), evil);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await page.locator("img, iframe, object, embed, body script:not([id=data]):not(:last-of-type)").count(), 0);
    assert.equal(await page.locator("[onload], [onerror], [style*=expression]").count(), 0);
  }));
