/** The answers behind the list: asked, kept while others are on their way, and asked for again, politely, where there was none. */
import { askAnew, askShowtimes } from "../api/ask.ts";
import type { Answer, Question } from "../api/showtimes.ts";
import { Failed } from "../finder/failed.ts";

/** What is on is asked again after some minutes. */
const STALE_MS = 300_000;
const LONGEST_PAUSE_SECONDS = 60;

export interface Asker {
  requestUpdate: () => void;
  emit: (name: string, detail: Record<string, unknown>) => void;
  server: () => string;
  question: (isFiltered: boolean) => Question;
  /** Whether filters are chosen that the server knows, too. */
  isFiltered: () => boolean;
  /** Whether they leave something of an answer. */
  hasFitting: (answer: Answer) => boolean;
  /** For the evenings of one film. */
  weekQuestion: () => Question | null;
}

export class Asking {
  answer: Answer | null = null;
  /** The answer to no filter, of which the filters know what occurs. */
  base: Answer | null = null;
  week: Answer | null = null;
  failure: Failed | null = null;
  isAsking = false;
  #host: Asker;
  #turn = 0;
  #askedAt = 0;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Asker) {
    this.#host = host;
  }

  get isStale(): boolean {
    return this.answer !== null && Date.now() - this.#askedAt > STALE_MS;
  }

  /** First without filters, because the filters have to know what occurs; then with them, where that answer was not everything. */
  async ask(): Promise<void> {
    this.stop();
    const host = this.#host;
    const turn = this.#turn;
    this.isAsking = true;
    host.requestUpdate();
    try {
      for (const isFiltered of [false, true]) {
        if (isFiltered && !this.#needsFilters(host)) break;
        const answer = await askShowtimes(host.server(), host.question(isFiltered));
        if (turn !== this.#turn) return;
        if (!isFiltered) this.base = answer;
        this.answer = answer;
        host.requestUpdate();
      }
      this.failure = null;
      this.#failures = 0;
      this.#askedAt = Date.now();
      host.emit("kinonah-shown", { cinemas: this.answer?.cinemas.length ?? 0 });
      const week = this.week ? null : host.weekQuestion();
      if (week) this.week = await askShowtimes(host.server(), week);
    } catch (failure) {
      if (turn === this.#turn && this.fail(failure) !== "question") this.#tryLater();
    } finally {
      if (turn === this.#turn) this.isAsking = false;
      host.requestUpdate();
    }
  }

  async askAnew(): Promise<void> {
    askAnew();
    await this.ask();
  }

  /** Gives its code. Raises what is no failure that a person can be told about. */
  fail(failure: unknown): string {
    if (!(failure instanceof Failed)) throw failure;
    this.failure = failure;
    this.#host.emit("kinonah-error", { code: failure.code });
    this.#host.requestUpdate();
    return failure.code;
  }

  forget(): void {
    this.stop();
    this.answer = this.base = this.week = this.failure = null;
  }

  /** What is on its way counts no longer. */
  stop(): void {
    this.#turn++;
    this.isAsking = false;
    clearTimeout(this.#retry);
  }

  /** Whether filters may find more than the answer to none holds; where they find nothing, the server knows what there is instead. */
  #needsFilters({ isFiltered, hasFitting }: Asker): boolean {
    const { base } = this;
    if (!base || !isFiltered()) return false;
    const isCut = base.total_films !== undefined || base.truncated || base.total_cinemas > base.cinemas.length;
    return isCut || !hasFitting(base);
  }

  /** After two seconds, four, eight, up to a minute, and not while nobody looks. */
  #tryLater(): void {
    const seconds = Math.min(LONGEST_PAUSE_SECONDS, 2 ** ++this.#failures);
    this.#retry = setTimeout(() => (document.hidden ? this.#tryLater() : void this.ask()), seconds * 1000);
  }
}
