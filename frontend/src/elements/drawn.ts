/** From an answer to what is drawn of it: sorted from the exact position, filtered, cut, and the uncertain and the begun set apart. */
import type { Answer } from "../api/showtimes.ts";
import { nearestFilms } from "../finder/films.ts";
import { nearest } from "../finder/nearest.ts";
import type { Point } from "../finder/position.ts";
import { byCinema, moment, type Start, startsOf } from "../finder/starts.ts";
import { type Facts, fits, type ViewName, type Wish } from "../finder/wish.ts";
import type { Drawn } from "./answer-view.ts";

export interface Drawing {
  wish: Wish;
  /** Where it is sorted from; null keeps the server's order. */
  from: Point | null;
  limit: number;
  mostLines: number;
  facts: Facts;
}

export function drawnOf(answer: Answer, view: ViewName, { wish, from, limit, mostLines, facts }: Drawing): Drawn {
  const measured = from ? nearest(answer.cinemas, from, answer.cinemas.length) : answer.cinemas;
  const fitting = startsOf(measured).filter((start) => fits(start, wish, facts) !== false);
  const cinemas = new Set(
    byCinema(fitting)
      .slice(0, view === "films" ? fitting.length : limit)
      .map(({ cinema }) => cinema.slug),
  );
  const shown = fitting.filter(({ cinema }) => cinemas.has(cinema.slug));
  const hasBegun = (start: Start) => moment(start) < facts.now.getTime();
  const isSure = (start: Start) => fits(start, wish, facts) === true;
  const coming = shown.filter((start) => !hasBegun(start));
  return {
    sure: coming.filter(isSure),
    maybe: coming.filter((start) => !isSure(start)),
    begun: shown.filter(hasBegun),
    films: (starts) => nearestFilms(starts, answer.window.from, limit),
    mostLines,
  };
}
