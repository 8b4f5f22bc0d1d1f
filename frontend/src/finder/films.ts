/**
 * The films around an exact position, as the server would order them for it: a minute of waiting costs as much as a hundred
 * metres of way. The answer to the coarse position holds every film and start that could be among the first
 * (data/programme/films_near.py says why), so sorting and cutting is all there is to do.
 */
import { millimetres, nearer } from "./nearest.ts";
import { type FilmStarts, moment, type Start } from "./starts.ts";

const MILLIMETRES_A_MINUTE = 100_000;
const MINUTE_MS = 60_000;

/** `starts` are measured from the exact position; `from` is the beginning of the answer's window. */
export function nearestFilms(starts: readonly Start[], from: string, limit: number, startsEach = 3): FilmStarts[] {
  const begin = Date.parse(from);
  const costs = new Map(starts.map((start) => [start, cost(start, begin)]));
  const dear = (start: Start | undefined) => (start && costs.get(start)) ?? Number.POSITIVE_INFINITY;
  const films = new Map<string, Start[]>();
  for (const start of starts) {
    if (start.screening.status !== "scheduled") continue;
    for (const film of start.screening.films) films.set(film, [...(films.get(film) ?? []), start]);
  }
  return [...films]
    .map(([film, those]) => ({
      film,
      starts: those.sort((a, b) => dear(a) - dear(b) || nearer(a, b)).slice(0, startsEach),
    }))
    .sort((a, b) => dear(a.starts[0]) - dear(b.starts[0]) || (a.film < b.film ? -1 : 1))
    .slice(0, limit);
}

function cost(start: Start, begin: number): number {
  return millimetres(start) + Math.round((moment(start) - begin) / MINUTE_MS) * MILLIMETRES_A_MINUTE;
}
