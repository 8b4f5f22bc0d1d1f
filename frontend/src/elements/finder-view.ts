/** The whole of the element drawn: where from, what went wrong, what there is, or what the page brought along. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Answer } from "../api/showtimes.ts";
import type { Failed } from "../finder/failed.ts";
import type { Speech } from "../finder/messages.ts";
import { startsOf } from "../finder/starts.ts";
import type { ViewName } from "../finder/wish.ts";
import { dayAtCinema } from "../finder/words.ts";
import { answerView } from "./answer-view.ts";
import type { Asking } from "./asking.ts";
import type { Choosing } from "./choosing.ts";
import { drawnOf } from "./drawn.ts";
import { eveningsOf } from "./evenings.ts";
import { failureNote } from "./failure-note.ts";
import { filtersView } from "./filters-view.ts";
import { locationBar } from "./location-bar.ts";
import type { SearchBox } from "./search-box.ts";
import type { Standing } from "./standing.ts";
import type { View } from "./view.ts";

const LINES = 40;
/** So much is drawn at once, and the rest after it: nobody on a slow phone waits for what stands below the screen. */
const FIRST_CARDS = 4;
const FIRST_LINES = 8;

export interface Finder {
  asking: Asking;
  standing: Standing;
  chosen: Choosing;
  search: SearchBox;
  speech: Speech;
  server: string;
  films: readonly string[];
  cinemas: readonly string[];
  view: ViewName;
  views: readonly ViewName[];
  limit: number;
  canShowMore: boolean;
  /** Nothing has been shown yet. */
  isFirst: boolean;
  /** A page of ours brings the city's programme as children. */
  hasProgramme: boolean;
  /** A page of ours has a heading for it; elsewhere the cinemas' headings need one above them. */
  isAtHome: boolean;
  /** The page names a place. */
  hasPlace: boolean;
  locate: () => void;
  refresh: () => void;
  forget: () => void;
  /** For what asks the server, and for what only draws. */
  change: (change: () => void) => void;
  redraw: (change: () => void) => void;
}

export function finderView(finder: Finder): TemplateResult {
  const { speech, asking, cinemas } = finder;
  const { answer, failure, isAsking } = asking;
  // What moves once the place is found is not drawn before: on a stranger's page nothing may jump.
  const isSettling = finder.hasPlace && !answer && !failure;
  return html`<div class="finder" part="finder" dir="ltr" lang=${speech.language} aria-busy=${isAsking}>
    ${cinemas.length === 1 || isSettling ? nothing : bar(finder)}
    ${failure ? note(failure, finder) : nothing}
    ${answer ? found(answer, finder) : waiting(finder, isSettling)}
  </div>`;
}

function bar({ standing, asking, speech, search, films, locate, forget }: Finder): TemplateResult {
  const { say } = speech;
  const { here, isLocating, isOfDevice } = standing;
  return locationBar({
    isLocating,
    isLocated: isOfDevice,
    from: asking.answer && here ? here.name : null,
    accuracyM: here?.accuracyM ?? 0,
    speech,
    search: search.render(films.length > 0 ? say.searchPlace : say.search, say.noneFound),
    locate,
    cancel: isLocating && standing.isAwaited ? () => standing.cancel() : null,
    forget,
  });
}

function note(failure: Failed, { asking, standing, speech, hasProgramme, refresh }: Finder): TemplateResult {
  return failureNote(failure, speech, {
    hasProgramme: !asking.answer && hasProgramme,
    tryAgain: refresh,
    found: (position) => void standing.settle(position),
  });
}

function waiting({ asking, speech, hasProgramme }: Finder, isSettling: boolean): TemplateResult {
  const { isAsking } = asking;
  return html`<p class="unseen" role="status">${isAsking ? speech.say.asking : ""}</p>
    ${isSettling || (isAsking && !hasProgramme) ? html`<div class="skeleton"></div>` : html`<slot></slot>`}`;
}

function found(answer: Answer, finder: Finder): TemplateResult {
  const { asking, standing, chosen, speech, server, films, cinemas, view: name, change, isFirst, canShowMore } = finder;
  // By time the first lines may be of any cinema.
  const cards = isFirst && name !== "time" ? Math.min(finder.limit, FIRST_CARDS) : finder.limit;
  const lines = isFirst ? FIRST_LINES : LINES * chosen.pages;
  const now = new Date();
  const view: View = {
    answer,
    speech,
    now,
    server,
    versions: { ...asking.base?.versions, ...answer.versions },
    isOneFilm: films.length === 1,
    isOneCinema: cinemas.length === 1,
    isFirst,
    from: standing.sortedFrom,
  };
  const starts = startsOf(asking.base?.cinemas ?? []);
  const isOfAll = films.length + cinemas.length === 0;
  const evenings = eveningsOf(isOfAll ? (asking.base?.cinemas ?? []) : (asking.week?.cinemas ?? []), isOfAll, now);
  return html`
    ${finder.isAtHome ? nothing : html`<h2 class="unseen">${speech.say.cinemas}</h2>`}
    ${filtersView({ ...finder, starts, evenings, today: dayAtCinema(now, answer.window.from) }, view)}
    ${answerView(name, drawnOf(view, name, chosen.wish, cards, lines), view, {
      isAsking: asking.isAsking,
      reorder: standing.hasMoved ? () => void standing.reorder() : null,
      more: canShowMore ? () => change(() => chosen.pages++) : null,
    })}`;
}
