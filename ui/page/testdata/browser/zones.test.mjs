// The page writes every moment as the app does, whatever its clocks do.

import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folder, open, settled } from "./open.mjs";

for (const { page: name, at, expect } of JSON.parse(readFileSync(join(folder, "zones.json"), "utf8"))) {
  test(`tells the time of ${expect[0].en}`, () =>
    open(name, { reducedMotion: "reduce" }, async (page) => {
      for (const [i, moment] of at.entries()) {
        const lang = ["en", "kk", "ru"][i % 3];
        await page.evaluate((hash) => (location.hash = hash), `lang=${lang}&mode=cumulative&time=${at[0]}~${moment}~${at.at(-1)}`);
        await settled(page);
        assert.equal(await page.locator("#controls .now").textContent(), expect[i][lang]);
      }
    }));
}
