/** An answer drawn: by film, by time or by cinema; what may fit and what has begun apart, then the legend of the labels that occur. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { CinemaShowtimes } from "../api/showtimes.ts";
import { webLink } from "../finder/links.ts";
import { byCinema, byTime, type FilmStarts, type Start } from "../finder/starts.ts";
import { legendOf } from "../finder/versions.ts";
import type { ViewName } from "../finder/wish.ts";
import { cinemaCard } from "./cinema-card.ts";
import type { Drawn } from "./drawn.ts";
import { emptyAnswer } from "./empty-answer.ts";
import { filmLink, screeningEntry } from "./screening-entry.ts";
import type { View } from "./view.ts";

export interface Ways {
  isAsking: boolean;
  /** The reader has walked on, and the list waits for their word. */
  reorder: (() => void) | null;
  more: (() => void) | null;
}

export function answerView(
  name: ViewName,
  drawn: Drawn,
  view: View,
  { isAsking, reorder, more }: Ways,
): TemplateResult {
  const { say } = view.speech;
  const { sure, maybe, begun } = drawn;
  const shown = [...sure, ...maybe];
  return html`
    <p class="unseen" role="status">${isAsking ? say.asking : say.shown(shown.length)}</p>
    <div class="list" part="list" tabindex="-1">
      ${reorder ? html`<button type="button" class="moved" @click=${reorder}>${say.moved}</button>` : nothing}
      ${shown.length + begun.length === 0 ? emptyAnswer(view) : list(name, sure, drawn, view)}
      ${maybe.length === 0 ? nothing : html`<h3 class="apart">${say.maybe}</h3>${list(name, maybe, drawn, view)}`}
      ${
        begun.length === 0
          ? nothing
          : html`<details class="begun"><summary>${say.started} (${begun.length})</summary>${timeList(begun, view)}</details>`
      }
    </div>
    ${view.isFirst ? nothing : ending(shown, drawn, view, more)}`;
}

function ending(shown: readonly Start[], { hasMore }: Drawn, view: View, more: Ways["more"]): TemplateResult {
  const { say } = view.speech;
  return html`
    ${more && hasMore ? html`<button type="button" part="more" @click=${more}>${say.showMore}</button>` : nothing}
    ${view.answer.truncated ? html`<p class="hint">${say.truncated}</p>` : nothing}
    ${legend(byCinema(shown), view)}`;
}

function list(name: ViewName, starts: readonly Start[], drawn: Drawn, view: View): TemplateResult {
  if (name === "time") return timeList(byTime(starts).slice(0, drawn.mostLines), view);
  if (name === "films")
    return html`<div class="cards">${drawn.films(starts).map((film) => filmCard(film, view))}</div>`;
  return html`<div class="cards">${byCinema(starts).map((cinema) => cinemaCard(cinema, view))}</div>`;
}

function timeList(starts: readonly Start[], view: View): TemplateResult {
  const names = { film: !view.isOneFilm, cinema: true, day: true };
  return html`<ul class="lines times">${starts.map((start) => screeningEntry(start, view, names))}</ul>`;
}

function filmCard({ film, starts }: FilmStarts, view: View): TemplateResult {
  const { year, minutes } = view.answer.films[film] ?? {};
  const about = [year, minutes && `${minutes} min`].filter(Boolean).join(" · ");
  return html`<section class="film" part="film-card">
    <header class="head"><h3 class="film-title">${filmLink(film, view)}</h3><p class="about">${about}</p></header>
    <ul class="lines">${starts.map((start) => screeningEntry(start, view, { cinema: true, day: true }))}</ul>
  </section>`;
}

function legend(cinemas: readonly CinemaShowtimes[], { versions, server, speech }: View): TemplateResult {
  const { say } = speech;
  const entries = legendOf(cinemas, versions, speech);
  const hasTickets = cinemas.some(({ screenings }) => screenings.some(({ booking_url }) => webLink(booking_url)));
  return html`
    <footer class="legend" part="legend">
      ${hasTickets ? html`<p class="hint">${say.ticketsHint}</p>` : nothing}
      ${
        entries.length === 0
          ? nothing
          : html`<details><summary>${say.legend}</summary>
        <dl>${entries.map(({ label, meaning }) => html`<div><dt>${label}</dt><dd>${meaning}</dd></div>`)}</dl></details>`
      }
      ${location.origin === server ? nothing : html`<p class="credit"><a href=${server}>${say.credit}</a></p>`}
    </footer>`;
}
