/** How numbers, moments and days are written: distances in the reader's units, times always in the cinema's own, never the browser's. */
import { formatter } from "./formatter.ts";
import type { Speech } from "./messages.ts";

const METRES_PER_MILE = 1609.344;
const MILE_REGIONS = /-(us|gb|lr|mm)\b/i;
const MINUTE_MS = 60_000;

/** `850 m`, `2,4 km`, `12 km`; miles where the locale names a region that uses them; in full (`2,4 Kilometer`) for those who listen. */
export function distanceWords(metres: number, { locale }: Speech, unitDisplay: "short" | "long" = "short"): string {
  const say = (value: number, unit: string, digits: number) =>
    formatter(Intl.NumberFormat, locale, {
      style: "unit",
      unit,
      unitDisplay,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
      .format(value)
      .replace(" ", "\u00a0");
  if (MILE_REGIONS.test(locale)) {
    const miles = metres / METRES_PER_MILE;
    return say(Math.max(miles, 0.1), "mile", miles < 9.95 ? 1 : 0);
  }
  if (metres < 995) return say(Math.round(metres / 10) * 10, "meter", 0);
  return say(metres / 1000, "kilometer", metres < 9950 ? 1 : 0);
}

/** `20:15`, as the clock at the cinema shows it: the moment is sent with the cinema's offset. */
export function clockTime(startsAt: string): string {
  return startsAt.slice(11, 16);
}

/** Whether a start stands under the evening before, because it is after midnight. */
export function isAfterMidnight(startsAt: string, programmeOn: string): boolean {
  return startsAt.slice(0, 10) > programmeOn;
}

/** `Do 26.11.`, `Thu 26 Nov`. */
export function dayWords(day: string, { language }: Speech): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const part = (options: Intl.DateTimeFormatOptions) =>
    formatter(Intl.DateTimeFormat, language === "de" ? "de" : "en-GB", { ...options, timeZone: "UTC" }).format(date);
  const weekday = part({ weekday: "short" }).replace(".", "");
  if (language === "de") return `${weekday} ${date.getUTCDate()}.${date.getUTCMonth() + 1}.`;
  return `${weekday} ${date.getUTCDate()} ${part({ month: "short" })}`;
}

/** The heading of a programme day; after midnight the evening that is still running is "tonight", so that "today" stays what the calendar says. */
export function dayHeading(programmeOn: string, today: string, speech: Speech, isShort = false): string {
  const { say } = speech;
  const names: Record<string, string> = {
    [addDays(today, -1)]: say.tonight,
    [today]: say.today,
    [addDays(today, 1)]: say.tomorrow,
  };
  const name = names[programmeOn];
  return name && isShort ? name : [name, dayWords(programmeOn, speech)].filter(Boolean).join(", ");
}

/** The calendar day at the cinema, by the offset of one of its moments. */
export function dayAtCinema(now: Date, moment: string): string {
  const offsetMs = Date.parse(`${moment.slice(0, 19)}Z`) - Date.parse(moment);
  return new Date(now.getTime() + offsetMs).toISOString().slice(0, 10);
}

/** The last programme day of a window: what ends by five in the morning belongs to the evening before. */
export function lastProgrammeDay(until: string): string {
  return clockTime(until) <= "05:00" ? addDays(until.slice(0, 10), -1) : until.slice(0, 10);
}

/** `2026-11-22` and 1 give `2026-11-23`. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** `in 20 min` for a start within the hour, else nothing; what has begun says so elsewhere. */
export function soonWords(startsAt: string, now: Date, { say }: Speech): string {
  const minutes = Math.ceil((Date.parse(startsAt) - now.getTime()) / MINUTE_MS);
  if (!(minutes >= 0 && minutes <= 60)) return "";
  return minutes === 0 ? say.startsNow : say.startsIn(minutes);
}

/** `Deutsch` for `de`; a tag that is none as it came. */
export function languageName(tag: string, { language }: Speech): string {
  try {
    return formatter(Intl.DisplayNames, language, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** `35 mm`; the rest as posters have it. */
export function formatWords(format: string): string {
  return format.replace(/^(\d+)mm$/, "$1\u00a0mm");
}
