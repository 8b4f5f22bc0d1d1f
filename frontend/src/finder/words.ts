/** How numbers, moments and days are written: distances in the reader's units, times always in the cinema's own, never the browser's. */
import type { Speech } from "./messages.ts";

const METRES_PER_MILE = 1609.344;
const MILE_REGIONS = new Set(["US", "GB", "LR", "MM"]);
const MINUTE_MS = 60_000;

/** `850 m`, `2,4 km`, `12 km`; miles where the locale names a region that uses them. */
export function distanceWords(metres: number, { locale }: Speech): string {
  const number = (value: number, digits: number) =>
    value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  if (MILE_REGIONS.has(regionOf(locale))) {
    const miles = metres / METRES_PER_MILE;
    return `${number(Math.max(miles, 0.1), miles < 9.95 ? 1 : 0)}\u00a0mi`;
  }
  if (metres < 995) return `${number(Math.round(metres / 10) * 10, 0)}\u00a0m`;
  return `${number(metres / 1000, metres < 9950 ? 1 : 0)}\u00a0km`;
}

function regionOf(locale: string): string {
  return /-([a-z]{2})\b/i.exec(locale)?.[1]?.toUpperCase() ?? "";
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
    new Intl.DateTimeFormat(language === "de" ? "de" : "en-GB", { ...options, timeZone: "UTC" }).format(date);
  const weekday = part({ weekday: "short" }).replace(".", "");
  if (language === "de") return `${weekday} ${date.getUTCDate()}.${date.getUTCMonth() + 1}.`;
  return `${weekday} ${date.getUTCDate()} ${part({ month: "short" })}`;
}

/** `So 22.11., 18:00` from an ISO moment. */
export function momentWords(moment: string, speech: Speech): string {
  return `${dayWords(moment.slice(0, 10), speech)}, ${clockTime(moment)}`;
}

/** The heading of a programme day; after midnight the evening that is still running is "tonight", so that "today" stays what the calendar says. */
export function dayHeading(programmeOn: string, today: string, speech: Speech): string {
  const names: Record<string, string> = {
    [addDays(today, -1)]: speech.say.tonight,
    [today]: speech.say.today,
    [addDays(today, 1)]: speech.say.tomorrow,
  };
  const name = names[programmeOn];
  return name ? `${name}, ${dayWords(programmeOn, speech)}` : dayWords(programmeOn, speech);
}

/** The calendar day at the cinema; where the zone is unknown to this browser, by the offset of one of its moments. */
export function dayAtCinema(now: Date, timeZone: string, moment: string): string {
  try {
    return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(now);
  } catch {
    return new Date(now.getTime() + offsetMinutes(moment) * MINUTE_MS).toISOString().slice(0, 10);
  }
}

function offsetMinutes(moment: string): number {
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})$/.exec(moment) ?? [];
  return sign ? (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
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

/** `in 20 min` for a start within the hour, "has started" for one that has, else nothing. */
export function soonWords(startsAt: string, now: Date, { say }: Speech): string {
  const minutes = Math.ceil((Date.parse(startsAt) - now.getTime()) / MINUTE_MS);
  if (!(minutes <= 60)) return "";
  if (minutes < 0) return say.started;
  return minutes === 0 ? say.startsNow : say.startsIn(minutes);
}

const FORMATS: Record<string, string> = {
  "35mm": "35\u00a0mm",
  "70mm": "70\u00a0mm",
  "16mm": "16\u00a0mm",
  "3d": "3D",
  imax: "IMAX",
  "dolby-atmos": "Dolby Atmos",
  "dolby-cinema": "Dolby Cinema",
};

export function formatWords(format: string): string {
  return FORMATS[format.toLowerCase()] ?? format;
}
