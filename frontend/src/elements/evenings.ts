/** Which evenings the strip offers. */
import type { CinemaShowtimes } from "../api/showtimes.ts";
import { startsOf } from "../finder/starts.ts";
import { programmeDay } from "../finder/window.ts";
import { addDays } from "../finder/words.ts";

const MOST_EVENINGS = 14;

/** Those with a screening; for all films, too many to ask for, those to come that the cinemas have published. */
export function eveningsOf(cinemas: readonly CinemaShowtimes[], isOfAll: boolean, now: Date): string[] {
  if (!isOfAll) return startsOf(cinemas).map(({ screening }) => screening.programme_on);
  const last = cinemas
    .map(({ cinema }) => cinema.known_until ?? "")
    .sort()
    .at(-1);
  const today = programmeDay(now);
  return Array.from({ length: MOST_EVENINGS }, (_, days) => addDays(today, days + 1)).filter(
    (day) => day <= (last ?? ""),
  );
}
