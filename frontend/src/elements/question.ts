/** What is asked of the server: the attributes' part, the reader's, and the position, coarsened. */
import type { Question } from "../api/showtimes.ts";
import { coarsen } from "../finder/coarsen.ts";
import { untilDay, windowWishes } from "../finder/window.ts";
import type { ViewName, Wish } from "../finder/wish.ts";
import type { Here } from "./standing.ts";

const WEEK_DAYS = 8;

export interface Asked {
  films: readonly string[];
  cinemas: readonly string[];
  /** The labels that a page allows; none means all. */
  versions: readonly string[];
  here: Here | null;
  view: ViewName;
  wish: Wish;
  limit: number;
  /** With the reader's filters, of which an answer without them knows what occurs. */
  isFiltered: boolean;
  /** All of the coming week, whatever evening is chosen. */
  isWeek: boolean;
}

export function questionOf({ films, cinemas, versions, here, view, wish, limit, isFiltered, isWeek }: Asked): Question {
  const near = here && coarsen(here);
  const { version, understands, format, access } = wish;
  const now = new Date();
  return {
    path: near && view === "films" ? "films/near" : "showtimes",
    near,
    wishes: {
      film: films,
      cinema: cinemas,
      version: isFiltered && version.length > 0 ? version : versions,
      ...(isFiltered ? { understands, format, access } : {}),
      area: here?.area ? [here.area] : [],
      ...(isWeek ? { until: [untilDay(now, WEEK_DAYS)] } : windowWishes(wish, now)),
    },
    limit,
  };
}
