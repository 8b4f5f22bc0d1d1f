/** What the reader has chosen: view, filters, how much; as our pages' address says it, or as the device remembers. */
import { readAddress, writeAddress } from "../finder/address.ts";
import { type Facet, noWish, type ViewName, type Wish } from "../finder/wish.ts";
import { remember, remembered } from "./memory.ts";

export class Choosing {
  view: ViewName | null = null;
  wish: Wish = noWish();
  pages = 1;
  isOpen = false;
  isRemembered = false;

  /** Takes up what the address, the page and the device's memory say, in this order; gives the name of a place, if they say one. */
  start(search: string, understands: readonly string[], place: string): string {
    const memory = remembered();
    const shared = readAddress(search);
    this.isRemembered = memory !== null;
    this.view = shared.view;
    this.wish = shared.wish;
    if (this.wish.understands.length === 0)
      this.wish.understands = understands.length > 0 ? understands : (memory?.understands ?? []);
    return shared.place || place || memory?.place || "";
  }

  toggle(facet: Facet, value: string): void {
    const others = this.wish[facet].filter((other) => other !== value);
    const isChosen = others.length < this.wish[facet].length;
    const isSingle = facet === "on" || facet === "hours";
    this.wish = { ...this.wish, [facet]: isChosen ? others : [...(isSingle ? [] : others), value] };
  }

  clear(): void {
    this.wish = { ...noWish(), on: this.wish.on };
  }

  /** Whether filters are chosen that the server knows as such. */
  get isFiltered(): boolean {
    const { version, understands, format, access } = this.wish;
    return [version, understands, format, access].some(({ length }) => length > 0);
  }

  /** For who shares the page, or goes back. */
  writeAddress(place: string): void {
    const query = writeAddress(location.search, { view: this.view, place, wish: this.wish });
    if (query !== location.search) history.pushState(null, "", location.pathname + query + location.hash);
  }

  /** For the next time, where it is ticked. */
  keep(place: string): void {
    if (this.isRemembered || remembered())
      remember(this.isRemembered ? { understands: this.wish.understands, place } : null);
  }
}
