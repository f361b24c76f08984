// Opens pages in a browser, and watches that nothing goes wrong in them: no
// error on the console, no request, no breach of the policy, no dialog.

import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before } from "node:test";
import { chromium } from "playwright-core";

export const folder = process.env.PAGES ?? "";

/** @type {import("playwright-core").Browser} */
let browser;

before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.BROWSER,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
});
after(() => browser?.close());

/** What a page has to show. */
export function dataOf(name) {
  const html = readFileSync(join(folder, name + ".html"), "utf8");
  return JSON.parse(html.match(/<script type="application\/json" id="data">(.*?)<\/script>/s)[1]);
}

/** Has what a test does with pages end only when it can be seen: a page draws itself in the next frame. */
function patient(page) {
  const wait = (kind, names) => {
    for (const name of names) {
      const act = kind[name];
      kind[name] = async function (...args) {
        const result = await act.apply(this, args);
        await settled(this.page?.() ?? page);
        return result;
      };
    }
  };
  wait(page.keyboard, ["press"]);
  wait(page.mouse, ["up", "click", "wheel"]);
  const locators = Object.getPrototypeOf(page.locator("body"));
  if (!locators.patient) wait(locators, ["click", "check", "uncheck", "focus", "selectOption"]);
  locators.patient = true;
}

/** Opens a page and hands it to a test; afterwards nothing may have gone wrong. */
export async function open(name, options, use) {
  const { hash = "", ...rest } = options;
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...rest });
  const wrong = [];
  const address = pathToFileURL(join(folder, name + ".html")).href;
  await context.route("**", (route) => {
    const url = route.request().url();
    if (url.split("#")[0] === address) return route.continue();
    if (!url.startsWith("data:")) wrong.push("a request for " + url);
    return route.abort();
  });
  await context.addInitScript(() => {
    window.breaches = [];
    window.hacked = (how) => window.breaches.push("ran " + how);
    document.addEventListener("securitypolicyviolation", (e) => window.breaches.push(`policy: ${e.violatedDirective} ${e.blockedURI}`));
  });
  const page = await context.newPage();
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(error.stack ?? error.message));
  page.on("dialog", (dialog) => {
    wrong.push("a dialog: " + dialog.message());
    dialog.dismiss();
  });
  page.on("websocket", (socket) => wrong.push("a socket to " + socket.url()));
  await page.goto(address + hash);
  await settled(page);
  patient(page);
  try {
    await use(page);
    assert.deepEqual([...wrong, ...(await page.evaluate(() => window.breaches))], []);
  } finally {
    await context.close();
  }
}

/** The numbers in a text. */
export const numbers = (text) =>
  (text ?? "")
    .replace(/[,\u00a0]/g, "")
    .match(/\d+/g)
    ?.map(Number) ?? [];

/** Waits until what has been done can be seen. */
export const settled = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** How many events the page says that it shows, once the list agrees. */
export async function shown(page) {
  await settled(page);
  await page.waitForFunction(() => {
    const told = document
      .querySelector("#controls .count")
      .textContent.replace(/[,\u00a0]/g, "")
      .match(/\d+/);
    return told && Number(told[0]) === document.querySelectorAll("#list > li").length;
  });
  return page.locator("#list > li").count();
}

/** The moment that the playhead stands at, in Unix seconds. */
export const playhead = async (page) => Number(await page.locator("#handle-at").getAttribute("aria-valuenow"));

/** What a canvas shows: how many colours it has, and a number that is another one for another picture. */
export const picture = (page, id) =>
  page.evaluate((id) => {
    const canvas = document.getElementById(id);
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    const pixels = new Uint32Array(copy.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    return { colours: new Set(pixels).size, hash: pixels.reduce((hash, p) => (Math.imul(hash, 31) + p) | 0, 7) };
  }, id);
