/** From an answer to what is drawn of it: sorted from the exact position, filtered, cut, and the uncertain and the begun set apart. */
import { nearestFilms } from "../finder/films.ts";
import { nearest } from "../finder/nearest.ts";
import { byCinema, type FilmStarts, moment, type Start, startsOf } from "../finder/starts.ts";
import { fits, type ViewName, type Wish } from "../finder/wish.ts";
import type { View } from "./view.ts";

export interface Drawn {
  sure: readonly Start[];
  /** What perhaps fits: nobody says its language. */
  maybe: readonly Start[];
  begun: readonly Start[];
  /** How starts stand under their films. */
  films: (starts: readonly Start[]) => FilmStarts[];
  /** So many lines in the view by time. */
  mostLines: number;
  hasMore: boolean;
}

export function drawnOf(view: View, name: ViewName, wish: Wish, limit: number, mostLines: number): Drawn {
  const { answer, from, now } = view;
  const measured = from ? nearest(answer.cinemas, from, answer.cinemas.length) : answer.cinemas;
  const fitting = startsOf(measured).filter((start) => fits(start, wish, view) !== false);
  const isOfFilms = name === "films";
  const cinemas = byCinema(fitting).slice(0, isOfFilms ? fitting.length : limit);
  const shown = startsOf(cinemas);
  const hasBegun = (start: Start) => moment(start) < now.getTime();
  const isSure = (start: Start) => fits(start, wish, view) === true;
  const coming = shown.filter((start) => !hasBegun(start));
  const total = (isOfFilms ? answer.total_films : answer.total_cinemas) ?? 0;
  return {
    sure: coming.filter(isSure),
    maybe: coming.filter((start) => !isSure(start)),
    begun: shown.filter(hasBegun),
    films: (starts) => nearestFilms(starts, answer.window.from, limit),
    mostLines,
    hasMore: !view.isOneCinema && (total > limit || (name === "time" && coming.length > mostLines)),
  };
}
