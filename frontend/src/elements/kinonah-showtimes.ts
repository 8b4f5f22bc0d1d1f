/**
 * `<kinonah-showtimes>`: which cinema near the reader shows a film, when and in which version; on our pages and on anyone's.
 * It asks the server coarsely and sorts precisely: the exact position lives in a private field here and nowhere else.
 */
import type { TemplateResult } from "lit/html.js";
import { askPlaces, type Place } from "../api/places.ts";
import type { Question } from "../api/showtimes.ts";
import { Failed } from "../finder/failed.ts";
import { type Speech, speechOf } from "../finder/messages.ts";
import type { Position } from "../finder/position.ts";
import { startsOf } from "../finder/starts.ts";
import { fits } from "../finder/wish.ts";
import { Asking } from "./asking.ts";
import { languageTag, serverOf, slugs } from "./attributes.ts";
import { Choosing } from "./choosing.ts";
import { finderView } from "./finder-view.ts";
import { type Extent, limitOf, MOST, questionOf, viewOf, viewsOf } from "./question.ts";
import { SearchBox } from "./search-box.ts";
import { showtimesStyles } from "./showtimes-styles.ts";
import { Standing } from "./standing.ts";
import { suggestionsOf } from "./suggestions.ts";
import { TemplateElement } from "./template-element.ts";
import { whenNear } from "./when-near.ts";
import { onLocated } from "./whereabouts.ts";

/** Long enough for what is drawn to be seen first. */
const A_FRAME_MS = 50;
const TICK_MS = 30_000; // "in 20 min" is to stay true while the page is open
/** A list is taller than the screen: whose focus is led there keeps what they look at. */
const STILL = { preventScroll: true };

/**
 * @tagname kinonah-showtimes
 *
 * @attr {string} film - Slugs of films, between spaces or commas. Without any: what runs near the reader, with a search.
 * @attr {string} cinema - Slugs of cinemas. With one it is that cinema's programme.
 * @attr {string} place - A postcode, a district, a city: the list is there at once, without the reader's position.
 * @attr {string} versions - Labels such as `OmU, OV`, between commas: only these are shown.
 * @attr {string} understands - Languages (BCP 47) that are chosen at first under "I understand".
 * @attr {string} limit - How many cinemas or films at first, 1 to 100.
 * @attr {string} lang - `de` or `en`; otherwise the language of the page around, then the browser's.
 * @attr {string} theme - `light` or `dark`; otherwise the page's own `color-scheme`.
 * @attr {string} src - Another server than the one that the script came from.
 * @attr {boolean} eager - Asks at once, and does not wait until the reader comes near.
 *
 * @slot - What browsers without scripts show, and what stays where the programme cannot be had.
 *
 * @fires {CustomEvent} kinonah-located - The device has told its position, which the event does not hold.
 * @fires {CustomEvent} kinonah-shown - A list is there; `detail.cinemas` says of how many cinemas.
 * @fires {CustomEvent} kinonah-error - Something failed; `detail.code` is one of `refused`, `forbidden`, `timed-out`, `unavailable`, `insecure`, `unknownPlace`, `offline`, `server`, `question`.
 *
 * @csspart finder - All of it.
 * @csspart location - The button, the box and the sentence below them.
 * @csspart locate - The button "My location".
 * @csspart cancel - The button that ends a search for the position.
 * @csspart forget - The button that leads back to the whole city.
 * @csspart failure - The sentence about what went wrong.
 * @csspart try-again - The button below it.
 * @csspart view - A button that chooses by what the list is in order.
 * @csspart filter - The button that shows the filters.
 * @csspart chip - A button that chooses a day or a filter.
 * @csspart list - The list.
 * @csspart cinema - A cinema with its screenings.
 * @csspart cinema-name - Its name.
 * @csspart street - Its street.
 * @csspart distance - How far it is.
 * @csspart day - The heading of a day.
 * @csspart film-card - A film with its next starts.
 * @csspart film - The link to a film.
 * @csspart screening - A screening, as a ticket or a line.
 * @csspart time - Its time.
 * @csspart version - Its version.
 * @csspart format - Its format.
 * @csspart state - That it is sold out or cancelled.
 * @csspart soon - That it begins soon.
 * @csspart booking - The link to its tickets.
 * @csspart more - What unfolds or adds more.
 * @csspart legend - What the labels mean, and whose list it is.
 *
 * @cssprop --kinonah-accent - The main button, and what can be followed.
 * @cssprop --kinonah-on-accent - Text on it.
 * @cssprop --kinonah-ink - Text.
 * @cssprop --kinonah-quiet - Text that matters less.
 * @cssprop --kinonah-line - Lines between things.
 * @cssprop --kinonah-edge - Borders of what can be tapped.
 * @cssprop --kinonah-surface - Tickets and buttons.
 * @cssprop --kinonah-ground - The ground where a theme is chosen.
 * @cssprop --kinonah-alert - Behind what went wrong.
 * @cssprop --kinonah-radius - How round corners are.
 * @cssprop --kinonah-font - The font; otherwise the page's.
 */
export class KinonahShowtimes extends TemplateElement {
  static observedAttributes = ["film", "cinema", "place", "versions", "understands", "limit", "src", "lang"];

  /** What the script in the first line of our own pages has heard from the device (`src/ahead`): taken once, kept by nobody. */
  declare ahead: Position | undefined;
  /** Whether a page has asked for something else since it was drawn. */
  #isNew = true;
  #leave = new AbortController();
  #isTouched = false;
  #hasShown = false;
  protected override styles = showtimesStyles;
  #focused: Element | null = null;
  #dayAt: number | undefined;
  #chosen = new Choosing();
  #asking = new Asking({
    requestUpdate: () => this.requestUpdate(),
    emit: (name, detail) => this.#emit(name, detail),
    server: () => serverOf(this),
    question: (isFiltered) => this.#question({ isFiltered }),
    isFiltered: () => this.#chosen.isFiltered,
    hasFitting: ({ cinemas, versions }) =>
      startsOf(cinemas).some((start) => fits(start, this.#chosen.wish, { versions, now: new Date() }) !== false),
    weekQuestion: () => (this.film ? this.#question({ isWeek: true }) : null),
  });
  #standing = new Standing({
    requestUpdate: () => this.requestUpdate(),
    located: () => this.#emit("kinonah-located", {}),
    failed: (failure) => this.#asking.fail(failure),
    isInUse: () => this.#isInUse,
    moved: () => this.#moved(),
  });
  #search = new SearchBox(
    this,
    suggestionsOf(() => ({
      server: serverOf(this),
      speech: this.#speech,
      chooseFilm: this.film || this.#cinemas.length > 0 ? null : (slug) => this.#openFilm(slug),
      choosePlace: (place, problem) => void this.#goTo(place, problem),
    })),
  );

  /** One or several slugs of films; as a property what it is as an attribute. */
  get film(): string {
    return this.getAttribute("film") ?? "";
  }

  set film(slugs: string) {
    this.setAttribute("film", slugs);
  }

  /** Asks the device for its position, then the server for what is near it; what the main button does. */
  async locate(): Promise<void> {
    this.#asking.failure = null;
    await this.#standing.locate();
  }

  /** Asks the server again, from the position that is known, if any. */
  async refresh(): Promise<void> {
    await this.#asking.askAnew();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    const tick = setInterval(() => this.#ticked(), TICK_MS);
    signal.addEventListener("abort", () => clearInterval(tick));
    // Another element of the page knows where the reader is.
    onLocated((position) => this.#standing.here || this.#isOneCinema || void this.#standing.settle(position), signal);
    addEventListener("online", () => this.#asking.failure && void this.refresh(), { signal });
    if (this.#hasAddress) addEventListener("popstate", () => this.#start(), { signal });
    for (const name of ["pointerdown", "pointerup", "pointercancel"])
      addEventListener(name, () => (this.#isTouched = name === "pointerdown"), { signal, passive: true });
    if (this.hasUpdated) whenNear(this, this.#leave.signal, () => this.#start());
  }

  override disconnectedCallback(): void {
    this.#leave.abort();
    this.#standing.stop();
    this.#asking.stop();
  }

  override attributeChangedCallback(name?: string): void {
    this.#isNew ||= name !== "lang";
    super.attributeChangedCallback();
  }

  protected override willUpdate(): void {
    this.#focused = this.shadowRoot?.activeElement ?? null;
    if (!this.#isNew) return;
    this.#isNew = false;
    // What was chosen from one answer means nothing in the next.
    this.#asking.forget();
    this.#chosen.pages = 1;
    whenNear(this, this.#leave.signal, () => this.#start());
  }

  /** A button that has done its work and is gone leaves the keyboard at the beginning, not nowhere. */
  protected override updated(): void {
    if (this.#focused && !this.#focused.isConnected) this.#inside(".locate, .list")?.focus(STILL);
    this.#inside("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
    this.#showDay();
    if (this.#hasShown || !this.#asking.answer) return;
    this.#hasShown = true;
    setTimeout(() => this.requestUpdate(), A_FRAME_MS);
  }

  protected override render(): TemplateResult {
    const limit = limitOf(this, this.#chosen);
    return finderView({
      asking: this.#asking,
      standing: this.#standing,
      chosen: this.#chosen,
      search: this.#search,
      speech: this.#speech,
      server: serverOf(this),
      films: slugs(this.film),
      cinemas: this.#cinemas,
      view: viewOf(this, this.#chosen),
      views: viewsOf(this),
      limit,
      canShowMore: limit < MOST,
      isFirst: this.#hasAddress && !this.#hasShown,
      hasProgramme: this.#hasProgramme,
      isAtHome: this.#hasAddress,
      hasPlace: this.hasAttribute("place"),
      locate: () => void this.locate(),
      refresh: () => void this.refresh(),
      forget: () => this.#forget(),
      change: (change) => this.#change(change),
      redraw: (change) => this.#redraw(change),
    });
  }

  /** The chosen evening stands in view when it gets its place: then the strip is the reader's. */
  #showDay(): void {
    const day = this.#inside(".strip [aria-pressed=true]");
    const strip = day?.parentElement;
    if (strip && day.offsetLeft !== this.#dayAt) strip.scrollLeft = day.offsetLeft - strip.offsetLeft;
    this.#dayAt = day?.offsetLeft;
  }

  #start(): void {
    const search = this.#hasAddress ? location.search : "";
    const wished = slugs(this.getAttribute("understands"));
    const place = this.#chosen.start(search, wished, this.getAttribute("place") ?? "");
    const { here, isOfDevice } = this.#standing;
    this.#standing.resume();
    if (here && (isOfDevice || here.shared === place)) void this.#asking.ask();
    else if (place) void this.#seek(place);
    else void this.#startWithout();
  }

  async #startWithout(): Promise<void> {
    if (this.#standing.isLocating) return;
    this.#standing.forget();
    const { ahead } = this;
    this.ahead = undefined;
    if (!this.#isOneCinema && (await this.#standing.locate(true, ahead))) return;
    // What a page of ours brings along is narrowed by the address already, but for what only this element knows.
    const isAsked = !this.#hasProgramme || this.#chosen.view !== null || this.#chosen.wish.hours.length > 0;
    if (isAsked && this.isConnected) await this.#asking.ask();
    else this.#redraw(() => (this.#asking.answer = null));
  }

  async #goTo(place?: Place, problem?: string | null): Promise<void> {
    if (place) await this.#standing.goTo(place);
    else this.#asking.fail(new Failed("unknownPlace", problem ? [problem] : []));
    (this.#inside(".list") ?? this.#inside(".locate"))?.focus(STILL);
  }

  async #seek(name: string): Promise<void> {
    const [found] = await askPlaces(serverOf(this), name, this.#speech.language).catch(() => []);
    if (found) return this.#standing.goTo(found, name);
    await this.#startWithout();
    this.#asking.fail(new Failed("unknownPlace"));
  }

  async #moved(): Promise<void> {
    this.#asking.failure = null;
    this.#write();
    await this.#asking.ask();
  }

  #forget(): void {
    this.#standing.forget();
    this.#asking.forget();
    this.#write();
    if (!this.#hasProgramme) void this.#asking.ask();
    this.requestUpdate();
  }

  /** What can be done on the device shows at once; the server's word follows. */
  #change(change: () => void): void {
    change();
    this.#write();
    void this.#asking.ask();
  }

  #redraw(change: () => void): void {
    change();
    this.#chosen.keep(this.#standing.here?.shared ?? "");
    this.requestUpdate();
  }

  #write(): void {
    const place = this.#standing.here?.shared ?? "";
    if (this.#hasAddress) this.#chosen.writeAddress(place);
    this.#chosen.keep(place);
  }

  #question(extent: Extent): Question {
    return questionOf(this, this.#chosen, this.#standing.here, extent);
  }

  #openFilm(slug: string): void {
    if (this.#hasAddress) location.assign(`/films/${encodeURIComponent(slug)}?lang=${this.#speech.language}`);
    else this.film = slug;
  }

  #ticked(): void {
    if (!document.hidden && this.#asking.isStale && !this.#isInUse) void this.#asking.ask();
    this.requestUpdate();
  }

  get #isInUse(): boolean {
    const list = this.#inside(".list");
    const isScrolledInto = (list?.getBoundingClientRect().top ?? 0) < 0;
    const focused = this.shadowRoot?.activeElement;
    return this.#isTouched || isScrolledInto || (focused !== list && !!list?.contains(focused ?? null));
  }

  get #cinemas(): string[] {
    return slugs(this.getAttribute("cinema"));
  }

  get #isOneCinema(): boolean {
    return this.#cinemas.length === 1;
  }

  /** Only our own pages say so: nobody else's address bar is ours to write. */
  get #hasAddress(): boolean {
    return this.hasAttribute("address-bar");
  }

  /** Our pages bring the city's programme along as children; elsewhere these are for browsers without a script. */
  get #hasProgramme(): boolean {
    return this.#hasAddress && this.childElementCount > 0;
  }

  get #speech(): Speech {
    return speechOf(languageTag(this), navigator.language);
  }

  #inside(selector: string): HTMLElement | null {
    return this.shadowRoot?.querySelector(selector) ?? null;
  }

  #emit(name: string, detail: Record<string, unknown>): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
