// The head of the page: title, language, look, print, keys.

/** @type {"system" | "light" | "dark" | "contrast"} */
let chosenLook = "system";
const dark = matchMedia("(prefers-color-scheme: dark)");
const contrast = matchMedia("(prefers-contrast: more)");
const forced = matchMedia("(forced-colors: active)");

/** The look of the moment: the chosen one, or the one that the reader's system has. */
function lookName() {
  if (printing) return "light";
  if (chosenLook !== "system") return chosenLook;
  if (forced.matches) return dark.matches ? "contrast" : "light"; // as the ground that is forced on the rest of the page
  if (contrast.matches) return "contrast";
  return dark.matches ? "dark" : "light";
}

let printing = false;

for (const query of [dark, contrast, forced]) query.addEventListener("change", () => changed("look"));

const lookChoice = /** @type {HTMLSelectElement} */ (need("looks"));
lookChoice.addEventListener("change", () => {
  chosenLook = /** @type {typeof chosenLook} */ (lookChoice.value);
  changed("look");
});

part(["look", "language"], () => {
  document.documentElement.dataset.look = lookName();
});

part(["language"], () => {
  document.documentElement.lang = language;
  document.title = read(data.title);
  tell(need("title"), data.title);
  need("subtitle").textContent = word("page-subtitle", { events: number(data.whole), sources: number(data.sources.length) });
  for (const element of document.querySelectorAll("[data-word]"))
    element.textContent = word(/** @type {HTMLElement} */ (element).dataset.word ?? "");
  for (const element of document.querySelectorAll("[data-label]"))
    element.setAttribute("aria-label", word(/** @type {HTMLElement} */ (element).dataset.label ?? ""));
  for (const [id, key, shape] of /** @type {const} */ ([
    ["print", "page-print", "print"],
    ["help", "keys", "help"],
  ])) {
    const button = need(id);
    button.setAttribute("aria-label", word(key));
    button.title = word(key);
    fill(button, sign(shape));
  }
  fill(
    lookChoice,
    ...["system", "light", "dark", "contrast"].map((name) =>
      make("option", { value: name, selected: name === chosenLook }, word("theme-" + name)),
    ),
  );
  fill(
    need("languages"),
    ...languages.map((l) =>
      make(
        "button",
        {
          type: "button",
          lang: l,
          title: languageNames[l],
          "aria-label": languageNames[l],
          "aria-pressed": l === language,
          onclick: () => setLanguage(l),
        },
        l.toUpperCase(),
      ),
    ),
  );
});

/** @param {Language} to */
function setLanguage(to) {
  const held = document.activeElement instanceof HTMLElement && need("languages").contains(document.activeElement);
  language = to;
  changed("language");
  redraw();
  if (held) /** @type {HTMLElement | null} */ (need("languages").querySelector(`[lang=${to}]`))?.focus();
}

need("print").addEventListener("click", () => window.print());
need("help").addEventListener("click", showKeys);
