/**
 * `<kinonah-showtimes>`: which cinema near the reader shows a film, when and in which version; on our pages and on anyone's.
 * It asks the server coarsely and sorts precisely: the exact position lives in a private field here and nowhere else.
 */
import { html, nothing, type TemplateResult } from "lit/html.js";
import { askAnew, askShowtimes } from "../api/ask.ts";
import { askPlaces, type Place } from "../api/places.ts";
import type { Answer, Question } from "../api/showtimes.ts";
import { readAddress, writeAddress } from "../finder/address.ts";
import { coarsen } from "../finder/coarsen.ts";
import { distanceM } from "../finder/distance.ts";
import { Failed } from "../finder/failed.ts";
import { type Speech, speechOf } from "../finder/messages.ts";
import type { Position } from "../finder/position.ts";
import { byCinema, startsOf } from "../finder/starts.ts";
import { programmeDay, untilDay, windowWishes } from "../finder/window.ts";
import { type Facet, noWish, type ViewName, type Wish } from "../finder/wish.ts";
import { addDays } from "../finder/words.ts";
import { answerView, legend } from "./answer-view.ts";
import { labels, languageTag, slugs } from "./attributes.ts";
import { drawnOf } from "./drawn.ts";
import { emptyAnswer } from "./empty-answer.ts";
import { failureNote } from "./failure-note.ts";
import { filtersView } from "./filters-view.ts";
import { locationBar } from "./location-bar.ts";
import { remember, remembered } from "./memory.ts";
import { SearchBox } from "./search-box.ts";
import { showtimesStyles } from "./showtimes-styles.ts";
import { suggestionsOf } from "./suggestions.ts";
import { TemplateElement } from "./template-element.ts";
import type { View } from "./view.ts";
import { devicePosition, follow, isGranted } from "./whereabouts.ts";

const CINEMAS = 10;
const FILMS = 30;
const LINES = 40;
const MOST = 100;
/** "in 20 min" is to stay true while the page is open, and what is on is asked again after some minutes. */
const TICK_MS = 30_000;
const STALE_MS = 300_000;
/** As far as one walks without a list being another. */
const MOVED_M = 50;
const WEEK_DAYS = 8;
const MOST_EVENINGS = 14;

/** Where the list is sorted from: the device (no name), or a place that the reader chose. */
interface Here extends Position {
  name: string;
  area: string | null;
  /** The name as our pages' address may say it; empty for what is private. */
  shared: string;
}

const ATTRIBUTES = ["film", "cinema", "place", "versions", "understands", "limit", "src"] as const;

export class KinonahShowtimes extends TemplateElement {
  static observedAttributes = [...ATTRIBUTES, "lang"];

  /** Whether a page has asked for something else since it was drawn. */
  #isNew = true;
  #here: Here | null = null;
  /** Where the reader was when the list was put in order. */
  #sortedFrom: Position | null = null;
  #hasMoved = false;
  #wish: Wish = noWish();
  #view: ViewName | null = null;
  #isOpen = false;
  #isRemembered = false;
  #pages = 1;
  #answer: Answer | null = null;
  /** The answer to no filter, of which the filters know what occurs. */
  #base: Answer | null = null;
  #week: Answer | null = null;
  #askedAt = 0;
  #isAsking = false;
  #turn = 0;
  #failure: Failed | null = null;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #locating: AbortController | null = null;
  #leave: AbortController | null = null;
  #unfollow: (() => void) | null = null;
  #isTouched = false;
  #focused: Element | null = null;
  #search = new SearchBox(
    this,
    suggestionsOf(() => ({
      server: this.#server,
      speech: this.#speech,
      chooseFilm: this.film || this.cinema ? null : (slug) => this.#openFilm(slug),
      choosePlace: (place) => this.#goTo(place),
    })),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    const tick = setInterval(() => this.#ticked(), TICK_MS);
    signal.addEventListener("abort", () => clearInterval(tick));
    addEventListener("online", () => this.#failure && void this.refresh(), { signal });
    if (this.#hasAddress) addEventListener("popstate", () => this.#start(), { signal });
    for (const name of ["pointerdown", "pointerup", "pointercancel"])
      addEventListener(name, (event) => (this.#isTouched = event.type === "pointerdown"), { signal, passive: true });
    if (this.hasUpdated) this.#startNear();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.abort();
    this.#locating?.abort();
    this.#unfollow?.();
    this.#unfollow = null;
    this.#turn++;
    clearTimeout(this.#retry);
  }

  override attributeChangedCallback(name?: string): void {
    this.#isNew ||= name !== "lang";
    super.attributeChangedCallback();
  }

  protected override styles(): string {
    return showtimesStyles;
  }

  protected override willUpdate(): void {
    this.#focused = this.shadowRoot?.activeElement ?? null;
    if (!this.#isNew) return;
    this.#isNew = false;
    // What was chosen from one answer means nothing in the next.
    this.#answer = this.#base = this.#week = null;
    this.#pages = 1;
    this.#startNear();
  }

  /** A button that has done its work and is gone leaves the keyboard at the beginning, not nowhere. */
  protected override updated(): void {
    if (this.#focused && !this.#focused.isConnected) this.#inside(".locate, .list")?.focus();
  }

  /** Asks the device for its position, then the server for what is near it; what the main button does. */
  async locate(): Promise<void> {
    await this.#locate(false);
  }

  /** Asks the server again, from the position that is known, if any. */
  async refresh(): Promise<void> {
    askAnew();
    await this.#ask();
  }

  protected override render(): TemplateResult {
    const speech = this.#speech;
    const { say } = speech;
    const answer = this.#answer;
    const isOneCinema = slugs(this.cinema).length === 1;
    return html`
      <div class="finder ${this.#isAsking ? "waiting" : ""}" part="finder" lang=${speech.language}>
        ${
          isOneCinema
            ? nothing
            : locationBar({
                isLocating: this.#locating !== null,
                isLocated: this.#here?.name === "",
                from: answer && this.#here ? this.#here.name : null,
                accuracyM: this.#here?.accuracyM ?? 0,
                speech,
                search: this.#search.render(this.film ? say.searchPlace : say.search, say.noneFound),
                locate: () => void this.locate(),
                cancel: () => this.#locating?.abort(),
                forget: () => this.#forget(),
              })
        }
        ${this.#failure ? this.#note(this.#failure, speech) : nothing}
        ${answer ? this.#drawn(answer, speech, isOneCinema) : this.#waiting(speech)}
      </div>`;
  }

  #note(failure: Failed, speech: Speech): TemplateResult {
    return failureNote(failure, speech, {
      hasProgramme: !this.#answer && this.childElementCount > 0,
      tryAgain: () => void this.refresh(),
      found: (position) => void this.#settle({ ...position, name: "", area: null, shared: "" }),
    });
  }

  #waiting({ say }: Speech): TemplateResult {
    const isBlank = this.#isAsking && this.childElementCount === 0;
    return html`<p class="unseen" role="status">${this.#isAsking ? say.asking : ""}</p>
      ${isBlank ? html`<div class="skeleton" aria-hidden="true"></div>` : html`<slot></slot>`}`;
  }

  #drawn(answer: Answer, speech: Speech, isOneCinema: boolean): TemplateResult {
    const { say } = speech;
    const now = new Date();
    const view: View = {
      answer,
      speech,
      now,
      isOneCinema,
      versions: { ...this.#base?.versions, ...answer.versions },
      server: this.#server,
      isOneFilm: slugs(this.film).length === 1,
      isLocated: this.#sortedFrom !== null,
    };
    const name = this.#viewName;
    const drawn = drawnOf(answer, name, {
      wish: this.#wish,
      from: this.#sortedFrom,
      limit: this.#limit,
      mostLines: LINES * this.#pages,
      facts: view,
    });
    const shown = [...drawn.sure, ...drawn.maybe];
    const total = name === "films" ? (answer.total_films ?? 0) : answer.total_cinemas;
    const hasMore =
      !isOneCinema &&
      this.#limit < MOST &&
      (total > this.#limit || (name === "time" && shown.length > drawn.mostLines));
    return html`
      ${filtersView(
        {
          starts: startsOf(this.#base?.cinemas ?? []),
          evenings: this.#evenings(now),
          today: programmeDay(now),
          wish: this.#wish,
          views: this.#views,
          view: name,
          isOpen: this.#isOpen,
          isRemembered: this.#isRemembered,
          toggle: (facet, value) => this.#toggle(facet, value),
          look: (next) => this.#change(() => (this.#view = next)),
          open: () => this.#redraw(() => (this.#isOpen = !this.#isOpen)),
          clear: () => this.#change(() => (this.#wish = { ...noWish(), on: this.#wish.on })),
          remember: () => {
            this.#redraw(() => (this.#isRemembered = !this.#isRemembered));
            this.#remember();
          },
        },
        view,
      )}
      <p class="unseen" role="status">${this.#isAsking ? say.asking : say.shown(shown.length)}</p>
      <div class="list" part="list" tabindex="-1">
        ${this.#hasMoved ? html`<button type="button" class="moved" @click=${() => this.#reorder()}>${say.moved}</button>` : nothing}
        ${shown.length + drawn.begun.length === 0 ? emptyAnswer(view, this.#sortedFrom) : answerView(name, drawn, view)}
      </div>
      ${hasMore ? html`<button type="button" class="quiet" part="more" @click=${() => this.#change(() => this.#pages++)}>${say.showMore}</button>` : nothing}
      ${answer.truncated ? html`<p class="hint">${say.truncated}</p>` : nothing}
      ${legend(byCinema(shown), view)}`;
  }

  /** Far down a page it waits until the reader comes near. */
  #startNear(): void {
    if (this.getBoundingClientRect().top < innerHeight + 600) {
      this.#start();
      return;
    }
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        this.#start();
      },
      { rootMargin: "600px" },
    );
    observer.observe(this);
    this.#leave?.signal.addEventListener("abort", () => observer.disconnect());
  }

  /** Takes up what the address, the attributes and the device's memory say, in this order. */
  #start(): void {
    const memory = remembered();
    const shared = readAddress(this.#hasAddress ? location.search : "");
    this.#isRemembered = memory !== null;
    this.#view = shared.view;
    this.#wish = shared.wish;
    if (this.#wish.understands.length === 0)
      this.#wish.understands = this.hasAttribute("understands")
        ? slugs(this.getAttribute("understands"))
        : (memory?.understands ?? []);
    const place = shared.place || this.place || memory?.place || "";
    if (this.#here && (this.#here.name === "" || this.#here.shared === place)) void this.#ask();
    else if (place) void this.#seek(place);
    else void this.#startWithout();
  }

  async #startWithout(): Promise<void> {
    this.#here = this.#sortedFrom = null;
    if (!slugs(this.cinema).length && (await isGranted()) && (await this.#locate(true))) return;
    // What a page of ours brings along is narrowed by the address already, but for what only this element knows.
    const isAsked = this.#view !== null || this.#wish.hours.length > 0;
    if (this.isConnected && (isAsked || this.childElementCount === 0)) await this.#ask();
    else this.#redraw(() => (this.#answer = null));
  }

  async #seek(name: string): Promise<void> {
    const [found] = await askPlaces(this.#server, name, this.#speech.language).catch(() => []);
    if (found) return this.#goTo(found, name);
    this.#failWith(new Failed("unknownPlace"));
    await this.#startWithout();
  }

  #goTo(place: Place, shared = place.kind === "address" ? "" : place.name): void {
    const { name, lat, lon, accuracy_m, area } = place;
    void this.#settle({ name, lat, lon, accuracyM: accuracy_m, area, shared });
  }

  async #locate(isSilent: boolean): Promise<boolean> {
    if (this.#locating) return false;
    const locating = new AbortController();
    this.#redraw(() => (this.#locating = locating));
    try {
      const position = await devicePosition(locating.signal, this.#here?.name === "");
      this.#locating = null;
      this.#emit("kinonah-located");
      await this.#settle({ ...position, name: "", area: null, shared: "" });
      return true;
    } catch (failure) {
      if (failure instanceof Failed ? isSilent : locating.signal.aborted) return false;
      this.#failWith(failure);
      return false;
    } finally {
      this.#redraw(() => (this.#locating = null));
    }
  }

  async #settle(here: Here): Promise<void> {
    this.#here = this.#sortedFrom = here;
    this.#hasMoved = false;
    this.#failure = null;
    this.#unfollow?.();
    this.#unfollow = here.name === "" && this.isConnected ? follow((position) => this.#follow(position)) : null;
    this.#remember();
    this.#push();
    await this.#ask();
  }

  /** The list follows a reader who walks, unless it is under their thumb or their eyes: then it waits for a tap. */
  #follow(position: Position): void {
    const here = this.#here;
    if (here?.name !== "" || !this.#sortedFrom || distanceM(this.#sortedFrom, position) < MOVED_M) return;
    this.#here = { ...here, ...position };
    if (this.#isInUse) this.#redraw(() => (this.#hasMoved = true));
    else void this.#reorder();
  }

  async #reorder(): Promise<void> {
    this.#sortedFrom = this.#here;
    this.#hasMoved = false;
    await this.#ask();
  }

  get #isInUse(): boolean {
    const list = this.#inside(".list");
    const isScrolledInto = (list?.getBoundingClientRect().top ?? 0) < 0;
    return this.#isTouched || isScrolledInto || !!list?.contains(this.shadowRoot?.activeElement ?? null);
  }

  /** First without filters, because the filters have to know what occurs; then with them, where that answer was not everything. */
  async #ask(): Promise<void> {
    const turn = ++this.#turn;
    this.#redraw(() => (this.#isAsking = true));
    clearTimeout(this.#retry);
    try {
      for (const isFiltered of [false, true]) {
        if (isFiltered && !this.#isCut) break;
        const answer = await askShowtimes(this.#server, this.#question(isFiltered));
        if (turn !== this.#turn) return;
        if (!isFiltered) this.#base = answer;
        this.#redraw(() => (this.#answer = answer));
      }
      this.#failure = null;
      this.#failures = 0;
      this.#askedAt = Date.now();
      this.#emit("kinonah-shown", { cinemas: this.#answer?.cinemas.length ?? 0 });
      if (this.film && !this.#week)
        this.#week = await askShowtimes(this.#server, this.#question(false, untilDay(new Date(), WEEK_DAYS)));
    } catch (failure) {
      if (turn !== this.#turn) return;
      const code = this.#failWith(failure);
      if (code !== "question") this.#tryLater();
    } finally {
      if (turn === this.#turn) this.#redraw(() => (this.#isAsking = false));
    }
  }

  /** Whether filters may find more than the answer to none holds. */
  get #isCut(): boolean {
    const { version, understands, format, access } = this.#wish;
    if ([version, understands, format, access].every(({ length }) => length === 0) || !this.#base) return false;
    return (
      this.#base.total_films !== undefined ||
      this.#base.truncated ||
      this.#base.total_cinemas > this.#base.cinemas.length
    );
  }

  /** Politely: after two seconds, four, eight, up to a minute, and not while nobody looks. */
  #tryLater(): void {
    const pause = Math.min(60, 2 ** ++this.#failures) * 1000;
    this.#retry = setTimeout(() => (document.hidden ? this.#tryLater() : void this.#ask()), pause);
  }

  #question(isFiltered: boolean, until = ""): Question {
    const near = this.#here && coarsen(this.#here);
    const { version, understands, format, access } = this.#wish;
    const filters = isFiltered ? { understands, format, access } : {};
    const allowed = isFiltered && version.length > 0 ? version : labels(this.getAttribute("versions"));
    const isWeek = until || (slugs(this.cinema).length === 1 && !this.#wish.on.length && !this.#wish.hours.length);
    return {
      path: near && this.#viewName === "films" ? "films/near" : "showtimes",
      near,
      wishes: {
        film: slugs(this.film),
        cinema: slugs(this.cinema),
        version: allowed,
        ...filters,
        ...(this.#here?.area ? { area: [this.#here.area] } : {}),
        ...(isWeek ? { until: [until || untilDay(new Date(), WEEK_DAYS)] } : windowWishes(this.#wish, new Date())),
      },
      limit: this.#limit,
    };
  }

  /** Evenings with a programme: those that were seen, and for all films those that the cinemas have published. */
  #evenings(now: Date): string[] {
    const today = programmeDay(now);
    const seen = startsOf(this.#week?.cinemas ?? []).map(({ screening }) => screening.programme_on);
    if (this.film || this.cinema) return seen;
    const last = (this.#base?.cinemas ?? []).reduce(
      (late, { cinema }) => ((cinema.known_until ?? "") > late ? (cinema.known_until ?? "") : late),
      "",
    );
    return Array.from({ length: MOST_EVENINGS }, (_, index) => addDays(today, index)).filter((day) => day <= last);
  }

  #toggle(facet: Facet, value: string): void {
    this.#change(() => {
      const chosen = this.#wish[facet];
      const isSingle = facet === "on" || facet === "hours";
      const rest = isSingle ? [] : chosen.filter((other) => other !== value);
      this.#wish = {
        ...this.#wish,
        [facet]: chosen.includes(value) ? chosen.filter((other) => other !== value) : [...rest, value],
      };
    });
    this.#remember();
  }

  /** What can be done on the device shows at once; the server's word follows. */
  #change(change: () => void): void {
    this.#redraw(change);
    this.#push();
    void this.#ask();
  }

  #redraw(change: () => void): void {
    change();
    this.requestUpdate();
  }

  #push(): void {
    if (!this.#hasAddress) return;
    const query = writeAddress(location.search, {
      view: this.#view,
      place: this.#here?.shared ?? "",
      wish: this.#wish,
    });
    if (query !== location.search) history.pushState(null, "", location.pathname + query + location.hash);
  }

  #remember(): void {
    const memory = { understands: this.#wish.understands, place: this.#here?.shared ?? "" };
    if (this.#isRemembered || remembered()) remember(this.#isRemembered ? memory : null);
  }

  #openFilm(slug: string): void {
    if (this.#hasAddress) location.assign(`/films/${encodeURIComponent(slug)}?lang=${this.#speech.language}`);
    else this.film = slug;
  }

  #forget(): void {
    this.#unfollow?.();
    this.#unfollow = null;
    this.#turn++;
    this.#here = this.#sortedFrom = this.#answer = this.#base = this.#failure = null;
    this.#isAsking = false;
    this.#push();
    this.#remember();
    if (this.childElementCount === 0) void this.#ask();
    this.requestUpdate();
  }

  #ticked(): void {
    if (document.hidden) return;
    if (this.#answer && !this.#isInUse && Date.now() - this.#askedAt > STALE_MS) void this.#ask();
    this.requestUpdate();
  }

  /** Raises what is no failure that a person can be told about. */
  #failWith(failure: unknown): string {
    if (!(failure instanceof Failed)) throw failure;
    this.#redraw(() => (this.#failure = failure));
    this.#emit("kinonah-error", { code: failure.code });
    return failure.code;
  }

  /** One or several slugs of films; as a property what it is as an attribute, like the two below. */
  get film(): string | null {
    return this.getAttribute("film");
  }

  set film(slugs: string | null) {
    this.#set("film", slugs);
  }

  get cinema(): string | null {
    return this.getAttribute("cinema");
  }

  set cinema(slugs: string | null) {
    this.#set("cinema", slugs);
  }

  get place(): string | null {
    return this.getAttribute("place");
  }

  set place(name: string | null) {
    this.#set("place", name);
  }

  #set(name: string, value: string | null): void {
    if (value === null) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  get #views(): ViewName[] {
    if (this.cinema) return ["cinemas"];
    return this.film ? ["cinemas", "time"] : ["films", "time", "cinemas"];
  }

  get #viewName(): ViewName {
    const [usual = "cinemas"] = this.#views;
    return this.#view && this.#views.includes(this.#view) ? this.#view : usual;
  }

  get #limit(): number {
    const usual = { films: FILMS, time: 2 * CINEMAS, cinemas: CINEMAS }[this.#viewName];
    const wished = Math.floor(Number(this.getAttribute("limit")));
    return Math.min(MOST, (wished >= 1 ? wished : usual) * this.#pages);
  }

  /** Only our own pages say so: nobody else's address bar is ours to write. */
  get #hasAddress(): boolean {
    return this.hasAttribute("address-bar");
  }

  get #speech(): Speech {
    return speechOf(languageTag(this), navigator.language);
  }

  get #server(): string {
    const own = new URL(import.meta.url).origin;
    const src = this.getAttribute("src") ?? own;
    return URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI).origin : own;
  }

  #inside(selector: string): HTMLElement | null {
    return this.shadowRoot?.querySelector(selector) ?? null;
  }

  #emit(name: string, detail: Record<string, unknown> = {}): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
