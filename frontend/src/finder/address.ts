/** What of a view stands in the address of our own pages, so that it can be shared and the back button works; never a position. */
import { FACETS, noWish, type ViewName, type Wish } from "./wish.ts";

export interface Shared {
  view: ViewName | null;
  /** The public name of a district, town or postcode; what somebody typed, or an address, is as private as a position. */
  place: string;
  wish: Wish;
}

const VIEWS: readonly unknown[] = ["films", "time", "cinemas"];

export function readAddress(search: string): Shared {
  const asked = new URLSearchParams(search);
  const wish = noWish();
  for (const facet of FACETS) wish[facet] = asked.getAll(facet).filter((value) => value.length <= 60);
  const view = asked.get("view");
  return { view: VIEWS.includes(view) ? (view as ViewName) : null, place: asked.get("place") ?? "", wish };
}

/** The query with the view written into it; parameters that are not ours stay. */
export function writeAddress(search: string, { view, place, wish }: Shared): string {
  const asked = new URLSearchParams(search);
  const values = { ...wish, view: view ? [view] : [], place: place ? [place] : [] };
  for (const [name, those] of Object.entries(values)) {
    asked.delete(name);
    for (const value of those) asked.append(name, value);
  }
  return asked.size > 0 ? `?${asked}` : "";
}
