/** A start: a screening with its cinema and how far that is; what every view is a list of. */

import type { Cinema, CinemaShowtimes, Screening } from "../api/showtimes.ts";
import { nearer } from "./nearest.ts";

export interface Start {
  cinema: Cinema;
  distance_m: number | null;
  screening: Screening;
}

/** A film's slug and its starts, the nearest and soonest first. */
export interface FilmStarts {
  film: string;
  starts: Start[];
}

export function startsOf(cinemas: readonly CinemaShowtimes[]): Start[] {
  return cinemas.flatMap(({ cinema, distance_m, screenings }) =>
    screenings.map((screening) => ({ cinema, distance_m, screening })),
  );
}

/** Back to cinemas, in the order in which they come. */
export function byCinema(starts: readonly Start[]): CinemaShowtimes[] {
  return [...grouped(starts, ({ cinema }) => cinema.slug).values()].map(([first, ...others]) => ({
    ...first,
    screenings: [first, ...others].map(({ screening }) => screening),
  }));
}

/** `Map.groupBy`, which phones of some years ago do not have. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** In order of time; at the same time the nearest cinema first. */
export function byTime(starts: readonly Start[]): Start[] {
  return [...starts].sort((one, other) => moment(one) - moment(other) || nearer(one, other));
}

export function moment({ screening }: Start): number {
  return Date.parse(screening.starts_at);
}
