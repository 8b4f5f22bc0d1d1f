/** What a reader wishes for: a view and filters, each a list of chosen values; which starts fit, and which values occur how often. */
import type { Version } from "../api/showtimes.ts";
import { moment, type Start } from "./starts.ts";
import { clockTime } from "./words.ts";

export const FACETS = ["on", "hours", "version", "understands", "format", "access"] as const;
export type Facet = (typeof FACETS)[number];
export type ViewName = "films" | "time" | "cinemas";
export type Wish = Record<Facet, readonly string[]>;

export const HOURS = ["now", "afternoon", "evening", "late"] as const;
/** "Now" is what begins within so many minutes. */
export const NOW_MINUTES = 90;
const MINUTE_MS = 60_000;
/** Unknown, and no words at all. */
const NO_LANGUAGES = ["und", "zxx"];

export const noWish = (): Wish => ({ on: [], hours: [], version: [], understands: [], format: [], access: [] });

export interface Facts {
  versions: Record<string, Version>;
  now: Date;
}

/** Whether a start fits: true, false, or null for perhaps, where the cinema does not say its language. */
export function fits(start: Start, wish: Wish, facts: Facts): boolean | null {
  let sure: boolean | null = true;
  for (const facet of FACETS) {
    const chosen = wish[facet];
    if (chosen.length === 0) continue;
    const has = valuesOf(start, facet, facts);
    const is = (value: string) => has.includes(value);
    if (facet === "access" ? chosen.every(is) : chosen.some(is)) continue;
    if (facet !== "understands" || !isUnknown(facts.versions[start.screening.version])) return false;
    sure = null;
  }
  return sure;
}

/** The values that occur among the starts that fit everything else, each with how often; chosen ones always. */
export function occurring(starts: readonly Start[], facet: Facet, wish: Wish, facts: Facts): Map<string, number> {
  const counts = new Map(wish[facet].map((value) => [value, 0]));
  const others = { ...wish, [facet]: [] };
  for (const start of starts) {
    if (fits(start, others, facts) === false) continue;
    for (const value of valuesOf(start, facet, facts)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function valuesOf(start: Start, facet: Facet, { versions, now }: Facts): string[] {
  const { screening, cinema } = start;
  const version = versions[screening.version];
  switch (facet) {
    case "on":
      return [screening.programme_on];
    case "hours":
      return hoursOf(start, now);
    case "version":
      return version?.label ? [version.label] : [];
    case "understands":
      return [...new Set([...(version?.audio ?? []), ...(version?.subtitles ?? [])].map(primary))].filter(
        (tag) => !NO_LANGUAGES.includes(tag),
      );
    case "format":
      return screening.formats;
    case "access":
      return [
        version?.captions ? "captions" : "",
        version?.audio_description ? "audio-description" : "",
        cinema.wheelchair === "yes" ? "wheelchair" : "",
      ].filter(Boolean);
  }
}

function hoursOf(start: Start, now: Date): string[] {
  const clock = clockTime(start.screening.starts_at);
  const part = clock < "05:00" || clock >= "21:00" ? "late" : clock < "17:00" ? "afternoon" : "evening";
  return moment(start) - now.getTime() <= NOW_MINUTES * MINUTE_MS ? ["now", part] : [part];
}

function isUnknown(version: Version | undefined): boolean {
  return !version?.subtitles || [...version.audio, ...version.subtitles].includes("und");
}

/** Who follows `en` follows `en-GB`. */
function primary(tag: string): string {
  return tag.split("-")[0]?.toLowerCase() ?? tag;
}
