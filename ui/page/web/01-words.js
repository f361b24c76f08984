// Texts in the language of the moment.

/** @typedef {"en" | "kk" | "ru"} Language */

/** @type {Language[]} */
const languages = ["en", "kk", "ru"];
const languageNames = { en: "English", kk: "Қазақша", ru: "Русский" };

/** @type {Language} */
let language = data.lang;

/** The interface's text for a key, with {blanks} filled in.
 * @param {string} key @param {Record<string, string | number>} [blanks] */
function word(key, blanks = {}) {
  const text = data.words[language][key] ?? key;
  return text.replace(/\{([a-z]+)\}/g, (all, name) => String(blanks[name] ?? all));
}

/** A text of the record in the language of the moment, in English where it has none.
 * @param {Writing | undefined} text */
function read(text) {
  if (text === undefined) return "";
  if (typeof text === "string") return text;
  return text[languages.indexOf(language)] || text[0];
}

/** The language that read() finds a text in; "" where the text is the same in all of them.
 * @param {Writing | undefined} text */
function languageOf(text) {
  if (text === undefined) return "";
  if (typeof text === "string") return /[A-Za-z]{3}/.test(text) && language !== "en" ? "en" : "";
  return text[languages.indexOf(language)] ? "" : "en";
}

/** A whole number as the language writes it.
 * @param {number} n */
const number = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, language === "en" ? "," : "\u00a0");

/** @param {number[]} paragraphs */
function paragraphText(paragraphs) {
  if (paragraphs.length === 0) return "";
  return word(paragraphs.length > 1 ? "paragraphs" : "paragraph") + " " + paragraphs.join(", ");
}

/** Where an event was, with what is sure of it.
 * @param {Happening} e */
function whereText(e) {
  const place = data.places[e.place];
  let text = read(place.name);
  if (place.area) text += ` (${word("whole-area")})`;
  else if (place.r) text += ", " + word("radius", { km: decimal(Math.round(place.r / 100) / 10) });
  return text;
}

/** When an event was, with what is sure of it.
 * @param {Happening} e */
const whenText = (e) => read(e.when) + (unsure(e) ? ` (${word("uncertain")})` : "");

/** @param {number} n */
const decimal = (n) => (language === "en" ? String(n) : String(n).replace(".", ","));

/** Letters alike, for searching.
 * @param {string} s */
const fold = (s) =>
  s
    .toLocaleLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
