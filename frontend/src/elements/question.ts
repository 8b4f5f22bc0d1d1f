/** What is asked of the server: the page's part, the reader's, and the position, coarsened. */
import type { Question } from "../api/showtimes.ts";
import { coarsen } from "../finder/coarsen.ts";
import { untilDay, windowWishes } from "../finder/window.ts";
import type { ViewName } from "../finder/wish.ts";
import { labels, slugs } from "./attributes.ts";
import type { Choosing } from "./choosing.ts";
import type { Here } from "./standing.ts";

const USUAL = { films: 30, time: 20, cinemas: 10 };
export const MOST = 100;
const WEEK_DAYS = 8;

/** With the reader's filters, of which an answer without them knows what occurs; or all of the coming week, whatever evening is chosen. */
export interface Extent {
  isFiltered?: boolean;
  isWeek?: boolean;
}

type Asker = Pick<Element, "getAttribute">;

export function questionOf(
  asker: Asker,
  chosen: Choosing,
  here: Here | null,
  { isFiltered, isWeek }: Extent,
): Question {
  const near = here && coarsen(here);
  const view = viewOf(asker, chosen);
  const cinemas = slugs(asker.getAttribute("cinema"));
  const { version, understands, format, access, on, hours } = chosen.wish;
  const now = new Date();
  return {
    path: near && view === "films" ? "films/near" : "showtimes",
    near,
    wishes: {
      film: slugs(asker.getAttribute("film")),
      cinema: cinemas,
      version: isFiltered && version.length > 0 ? version : labels(asker.getAttribute("versions")),
      ...(isFiltered ? { understands, format, access } : {}),
      area: here?.area ? [here.area] : [],
      ...(isWeek || (cinemas.length === 1 && on.length + hours.length === 0)
        ? { until: [untilDay(now, WEEK_DAYS)] }
        : windowWishes(chosen.wish, now)),
    },
    limit: limitOf(asker, chosen),
  };
}

export function viewsOf(asker: Asker): ViewName[] {
  if (slugs(asker.getAttribute("cinema")).length > 0) return ["cinemas"];
  return asker.getAttribute("film") ? ["cinemas", "time"] : ["films", "time", "cinemas"];
}

/** The one that is chosen, where there is a choice of it; else the first. */
export function viewOf(asker: Asker, chosen: Choosing): ViewName {
  const [usual = "cinemas", ...others] = viewsOf(asker);
  return others.find((name) => name === chosen.view) ?? usual;
}

/** How many cinemas or films. */
export function limitOf(asker: Asker, chosen: Choosing): number {
  const wished = Math.floor(Number(asker.getAttribute("limit")));
  return Math.min(MOST, (wished >= 1 ? wished : USUAL[viewOf(asker, chosen)]) * chosen.pages);
}
