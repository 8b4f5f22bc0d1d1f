/** The window of time that a chosen evening and time of day mean, as parameters of a question; moments without an offset are local to the cinemas. */

import { NOW_MINUTES, type Wish } from "./wish.ts";
import { addDays } from "./words.ts";

const MINUTE_MS = 60_000;
/** An evening lasts until five in the morning. */
const DAY_BEGINS_HOUR = 5;
const CLOCKS: Record<string, readonly [string, string]> = {
  afternoon: ["05:00", "17:00"],
  evening: ["17:00", "21:00"],
  late: ["21:00", "05:00"],
};

/** The wall time of this device, `2026-11-22T18:40`: finder and cinemas are in the same city, or an hour's error is a small one. */
export function wallTime(now: Date): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16);
}

/** The programme day that runs now. */
export function programmeDay(now: Date): string {
  return wallTime(new Date(now.getTime() - DAY_BEGINS_HOUR * 60 * MINUTE_MS)).slice(0, 10);
}

/** The next so many programme days. */
export function untilDay(now: Date, days: number): string {
  return `${addDays(programmeDay(now), days)}T05:00`;
}

export function windowWishes({ on, hours }: Wish, now: Date): Record<string, string[]> {
  const [hour] = hours;
  if (hour === "now") return { until: [wallTime(new Date(now.getTime() + NOW_MINUTES * MINUTE_MS))] };
  const clocks = CLOCKS[hour ?? ""];
  if (!clocks) return on.length > 0 ? { on: [...on] } : {};
  const day = on[0] ?? programmeDay(now);
  const [from, until] = [`${day}T${clocks[0]}`, `${addDays(day, hour === "late" ? 1 : 0)}T${clocks[1]}`];
  const isRunning = from <= wallTime(now) && wallTime(now) < until;
  return { ...(isRunning ? {} : { from: [from] }), until: [until] };
}
