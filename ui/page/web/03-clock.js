// Moments, in Unix seconds, as the collection's time zone tells them. The zone's
// offsets come with the data, so that every browser tells the same time.

const hour = 3600;
const day = 24 * hour;

/** The offset from UTC at a moment, in seconds.
 * @param {number} t */
function offsetAt(t) {
  let offset = data.zone.offsets[0][1];
  for (const [from, seconds] of data.zone.offsets) {
    if (from > t) break;
    offset = seconds;
  }
  return offset;
}

/** The date whose UTC fields are those of a moment in the zone.
 * @param {number} t */
const local = (t) => new Date((t + offsetAt(t)) * 1000);

/** The moment at which the zone's clocks show what a date's UTC fields say.
 * @param {number} milliseconds */
function moment(milliseconds) {
  const t = milliseconds / 1000;
  return t - offsetAt(t - offsetAt(t));
}

/** The first second of the day of a moment.
 * @param {number} t */
function dayStart(t) {
  const d = local(t);
  return moment(Date.UTC(d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate()));
}

const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
const clockText = (/** @type {Date} */ d) => two(d.getUTCHours()) + ":" + two(d.getUTCMinutes());
const dayText = (/** @type {Date} */ d) => d.getUTCDate() + " " + data.dates[language].ShortMonths[d.getUTCMonth()];

/** @param {number} t */
const momentText = (t) => `${dayText(local(t))} ${local(t).getUTCFullYear()}, ${clockText(local(t))}`;

/** "Wed 5 January 2022, 18:00 (Almaty, UTC+6)".
 * @param {number} t */
function fullText(t) {
  const d = local(t);
  return `${fullDay(t)}, ${clockText(d)} (${read(data.zone.city)}, ${offsetText(t)})`;
}

/** @param {number} t */
function fullDay(t) {
  const d = local(t);
  const words = data.dates[language];
  return words.FullDate.replace("{weekday}", words.Weekdays[d.getUTCDay()])
    .replace("{day}", String(d.getUTCDate()))
    .replace("{month}", words.Months[d.getUTCMonth()])
    .replace("{year}", String(d.getUTCFullYear()));
}

/** @param {number} t */
function offsetText(t) {
  const minutes = Math.round(offsetAt(t) / 60);
  const size = Math.abs(minutes);
  if (size === 0) return "UTC";
  return `UTC${minutes < 0 ? "−" : "+"}${Math.floor(size / 60)}${size % 60 ? ":" + two(size % 60) : ""}`;
}

/** The distances that ticks and bins may have: seconds, and what they count. */
const ladder = /** @type {[number, "clock" | "day" | "month" | "year", number][]} */ ([
  [60, "clock", 1],
  [300, "clock", 5],
  [900, "clock", 15],
  [1800, "clock", 30],
  [hour, "clock", 60],
  [2 * hour, "clock", 120],
  [3 * hour, "clock", 180],
  [6 * hour, "clock", 360],
  [12 * hour, "clock", 720],
  [day, "day", 1],
  [2 * day, "day", 2],
  [7 * day, "day", 7],
  [30.4 * day, "month", 1],
  [91.3 * day, "month", 3],
  [365.25 * day, "year", 1],
  [5 * 365.25 * day, "year", 5],
  [20 * 365.25 * day, "year", 20],
  [100 * 365.25 * day, "year", 100],
]);

/** The finest step of at least so many seconds.
 * @param {number} seconds */
const rung = (seconds) => ladder.find((step) => step[0] >= seconds) ?? ladder[ladder.length - 1];

/** The starts of a step from the last one before `from` to the first one after `to`.
 * @param {typeof ladder[number]} step @param {number} from @param {number} to */
function starts([seconds, unit, n], from, to) {
  const all = [];
  const d = local(from);
  const [y, m] = [d.getUTCFullYear(), d.getUTCMonth()];
  const midnight = dayStart(from);
  for (let i = 0; i < 5000; i++) {
    let t;
    if (unit === "clock") t = midnight + (Math.floor((from - midnight) / seconds) + i) * seconds;
    else if (unit === "day") t = moment(Date.UTC(y, m, d.getUTCDate() - (dayNumber(d) % n) + i * n));
    else if (unit === "month") t = moment(Date.UTC(y, m - (m % n) + i * n, 1));
    else t = moment(Date.UTC(y - (y % n) + i * n, 0, 1));
    all.push(t);
    if (t > to) break;
  }
  return all;
}

/** Days from a Monday, so that steps of seven are weeks.
 * @param {Date} d */
const dayNumber = (d) => Math.floor(d.getTime() / 86400000) + 3;

/** The labels of an axis: what a tick begins says how it is written.
 * @param {number} from @param {number} to @param {number} spacing seconds between two labels at least
 * @returns {{ at: number, text: string, major: boolean }[]} */
function ticks(from, to, spacing) {
  const step = rung(spacing);
  return starts(step, from, to).map((at) => {
    const d = local(at);
    const midnight = d.getUTCHours() === 0 && d.getUTCMinutes() === 0;
    switch (step[1]) {
      case "clock":
        return { at, text: midnight ? dayText(d) : clockText(d), major: midnight };
      case "day":
        return { at, text: dayText(d), major: true };
      case "month":
        return d.getUTCMonth() === 0
          ? { at, text: String(d.getUTCFullYear()), major: true }
          : { at, text: data.dates[language].MonthsAlone[d.getUTCMonth()], major: false };
      default:
        return { at, text: String(d.getUTCFullYear()), major: true };
    }
  });
}
