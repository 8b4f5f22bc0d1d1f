/**
 * `<kinonah-showtimes>`: which cinema near the reader shows a film, when and in which version; on our pages and on anyone's.
 * It asks the server coarsely and sorts precisely: the exact position lives in a private field here and nowhere else.
 */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { AskingFailed, askShowtimes } from "../api/ask.ts";
import type { Answer, CinemaShowtimes, Question } from "../api/showtimes.ts";
import { coarsen } from "../finder/coarsen.ts";
import { type Speech, speechOf } from "../finder/messages.ts";
import { nearest } from "../finder/nearest.ts";
import type { Position } from "../finder/position.ts";
import { labelsOf, withLabels } from "../finder/versions.ts";
import { addDays } from "../finder/words.ts";
import { answerView, type WaysOn } from "./answer-view.ts";
import { labels, languageTag, slugs } from "./attributes.ts";
import { devicePosition, PositionFailed } from "./device-position.ts";
import { type Failure, failureNote } from "./failure-note.ts";
import { locationBar } from "./location-bar.ts";
import { showtimesStyles } from "./showtimes-styles.ts";
import { versionChips } from "./version-chips.ts";

const DEFAULT_LIMIT = 10;
const MOST_CINEMAS = 100;
const MORE_CINEMAS = 10;
const MORE_DAYS = 7;
/** "in 20 min" is to stay true while the page is open. */
const TICK_MS = 30_000;

interface Shown {
  answer: Answer;
  position: Position | null;
}

export class KinonahShowtimes extends LitElement {
  static override styles = showtimesStyles;

  static override properties = {
    film: {},
    cinema: {},
    versions: {},
    lang: {},
    src: {},
    limit: { type: Number },
  };

  declare film: string | null;
  declare cinema: string | null;
  declare versions: string | null;
  declare lang: string;
  declare src: string | null;
  declare limit: number;

  #position: Position | null = null;
  #shown: Shown | null = null;
  #failure: Failure | null = null;
  #locating: AbortController | null = null;
  #asking: AbortController | null = null;
  #labels = new Set<string>();
  #labelsAsked: string[] = [];
  #cinemasAdded = 0;
  #until: string | null = null;
  #tick: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.limit = DEFAULT_LIMIT;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick = setInterval(() => this.requestUpdate(), TICK_MS);
    if (this.hasUpdated) this.#askUnlessProgramme();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
    this.#locating?.abort();
    this.#asking?.abort();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!["film", "cinema", "versions", "limit", "src"].some((name) => changed.has(name))) return;
    // What was chosen from one answer means nothing in the next.
    this.#labels.clear();
    this.#labelsAsked = [];
    this.#cinemasAdded = 0;
    this.#shown = null;
    this.#askUnlessProgramme();
  }

  /** Asks the device for its position, then the server for what is near it; what the main button does. */
  async locate(): Promise<void> {
    if (this.#locating) return;
    const locating = new AbortController();
    this.#locating = locating;
    this.#failure = null;
    this.requestUpdate();
    try {
      this.#position = await devicePosition(locating.signal, this.#position !== null);
      this.#locating = null;
      this.#emit("kinonah-located");
      await this.refresh();
    } catch (failure) {
      if (failure instanceof PositionFailed) this.#fail({ code: failure.code, sentences: [] });
      else if (!locating.signal.aborted) throw failure;
    } finally {
      this.#locating = null;
      this.requestUpdate();
    }
  }

  /** Asks the server again, from the position that is known, if any. */
  async refresh(): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    this.requestUpdate();
    const position = this.#position;
    try {
      const answer = await askShowtimes(this.#server, this.#question(position), asking.signal);
      this.#shown = { answer, position };
      this.#failure = null;
      this.#emit("kinonah-shown", { cinemas: this.#cinemas(this.#shown).length });
    } catch (failure) {
      if (failure instanceof AskingFailed) this.#fail({ code: failure.code, sentences: failure.sentences });
      else if (!asking.signal.aborted) throw failure;
    } finally {
      if (this.#asking === asking) this.#asking = null;
      this.requestUpdate();
    }
  }

  protected override render(): TemplateResult {
    const speech = speechOf(languageTag(this));
    const shown = this.#shown;
    return html`
      <div class="finder ${this.#asking ? "waiting" : ""}" part="finder" lang=${speech.language}>
        ${locationBar({
          state: this.#locating ? "locating" : this.#position ? "located" : "unlocated",
          isSorted: shown?.position != null,
          accuracyM: this.#position?.accuracyM ?? 0,
          speech,
          locate: () => void this.locate(),
          cancel: () => this.#locating?.abort(),
          forget: () => this.#forget(),
        })}
        <p class=${this.#asking && !shown ? "asking" : "unseen"} role="status">${this.#status(speech)}</p>
        ${this.#failure ? failureNote(this.#failure, speech, shown ? !shown.position : this.#hasProgramme, () => void this.refresh()) : nothing}
        ${shown ? this.#drawn(shown, speech) : html`<slot></slot>`}
      </div>`;
  }

  #drawn(shown: Shown, speech: Speech): TemplateResult {
    const { answer, position } = shown;
    const cinemas = this.#cinemas(shown);
    const view = {
      answer,
      position,
      speech,
      cinemas: withLabels(cinemas, answer.versions, this.#labels),
      now: new Date(),
      server: this.#server,
      showsTitles: slugs(this.film).length !== 1,
    };
    const chips = versionChips(labelsOf(cinemas, answer.versions), this.#labels, speech, (label) =>
      this.#toggle(label),
    );
    return html`${chips}${answerView(view, this.#waysOn(shown))}`;
  }

  /** What the server would say to the exact position: sorted and cut here, because it was only asked coarsely. */
  #cinemas({ answer, position }: Shown): CinemaShowtimes[] {
    return position ? nearest(answer.cinemas, position, this.#limit) : answer.cinemas.slice(0, this.#limit);
  }

  #waysOn({ answer }: Shown): WaysOn {
    const hasMore = answer.total_cinemas > this.#limit && this.#limit < MOST_CINEMAS;
    const isFiltered = this.#labels.size > 0 && this.#labelsAsked.length === 0;
    return {
      moreCinemas: hasMore && !isFiltered ? () => this.#askMore(() => (this.#cinemasAdded += MORE_CINEMAS)) : null,
      moreDays: this.#until ? null : () => this.#askMore(() => (this.#until = later(answer.window.until))),
      farther: hasMore && isFiltered ? () => this.#askMore(() => (this.#labelsAsked = [...this.#labels])) : null,
      fartherLabel: [...this.#labels].sort().join(", "),
    };
  }

  #askMore(widen: () => void): void {
    widen();
    void this.refresh();
  }

  #toggle(label: string): void {
    if (!this.#labels.delete(label)) this.#labels.add(label);
    // An answer to some labels only cannot be filtered by others: ask for all again.
    if (this.#labelsAsked.length > 0) this.#askMore(() => (this.#labelsAsked = []));
    this.requestUpdate();
  }

  #forget(): void {
    this.#asking?.abort();
    this.#position = null;
    this.#shown = null;
    this.#failure = null;
    this.#askUnlessProgramme();
    this.requestUpdate();
  }

  #fail(failure: Failure): void {
    this.#failure = failure;
    this.#emit("kinonah-error", { code: failure.code });
  }

  #status(speech: Speech): string {
    const { say } = speech;
    if (this.#locating && !this.#position) return say.locating;
    if (this.#asking) return say.asking;
    return this.#shown ? say.cinemasShown(this.#cinemas(this.#shown).length) : "";
  }

  /** A server-rendered page brings the city's programme as children; elsewhere it is fetched. */
  get #hasProgramme(): boolean {
    return this.childElementCount > 0;
  }

  #askUnlessProgramme(): void {
    if (!this.#shown && (this.#position || !this.#hasProgramme)) void this.refresh();
  }

  #question(position: Position | null): Question {
    return {
      near: position && coarsen(position),
      films: slugs(this.film),
      cinemas: slugs(this.cinema),
      versions: this.#labelsAsked.length > 0 ? this.#labelsAsked : labels(this.versions),
      until: this.#until,
      limit: this.#limit,
    };
  }

  get #limit(): number {
    const wished = Number.isFinite(this.limit) && this.limit >= 1 ? Math.floor(this.limit) : DEFAULT_LIMIT;
    return Math.min(MOST_CINEMAS, wished + this.#cinemasAdded);
  }

  get #server(): string {
    const own = new URL(import.meta.url).origin;
    return this.src && URL.canParse(this.src, document.baseURI) ? new URL(this.src, document.baseURI).origin : own;
  }

  #emit(name: string, detail: Record<string, unknown> = {}): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** The same clock time some days later; an hour's error across a change of daylight saving falls between programme days. */
function later(moment: string): string {
  return addDays(moment.slice(0, 10), MORE_DAYS) + moment.slice(10);
}
