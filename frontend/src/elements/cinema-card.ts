/** One cinema: its name, where it is, how far, and its next screenings by day; a long programme folds after the first few. */
import { html, nothing, type TemplateResult } from "lit";
import type { Cinema, CinemaShowtimes, Screening } from "../api/showtimes.ts";
import { webLink } from "../finder/links.ts";
import { dayAtCinema, dayHeading, dayWords, distanceWords, lastProgrammeDay } from "../finder/words.ts";
import { screeningEntry } from "./screening-entry.ts";
import type { View } from "./view.ts";

/** Lines with titles are taller than tickets. */
const TICKETS_FIRST = 5;
const LINES_FIRST = 4;

export function cinemaCard({ cinema, distance_m, screenings }: CinemaShowtimes, view: View): TemplateResult {
  const most = view.showsTitles ? LINES_FIRST : TICKETS_FIRST;
  // A fold that hides a single screening costs more than it saves.
  const first = screenings.length <= most + 1 ? screenings : screenings.slice(0, most);
  const rest = screenings.slice(first.length);
  return html`
    <section class="cinema" part="cinema">
      ${cinemaHead(cinema, distance_m, view)}
      ${days(cinema, first, view)}
      ${rest.length === 0 ? nothing : fold(cinema, rest, view)}
      ${knownUntil(cinema, view)}
    </section>`;
}

/** Name, distance and street. */
export function cinemaHead(cinema: Cinema, distanceM: number | null, { speech }: View): TemplateResult {
  return html`
    <header class="cinema-head">
      <h3 class="cinema-name" part="cinema-name">${cinemaName(cinema)}</h3>
      ${distanceM === null ? nothing : html`<p class="distance" part="distance">${distanceWords(distanceM, speech)}</p>`}
      ${cinema.street ? html`<p class="street" part="street">${cinema.street}</p>` : nothing}
    </header>`;
}

function cinemaName(cinema: Cinema): TemplateResult {
  const website = webLink(cinema.website);
  return website ? html`<a href=${website} rel="noopener">${cinema.name}</a>` : html`${cinema.name}`;
}

function fold(cinema: Cinema, rest: Screening[], view: View): TemplateResult {
  return html`<details class="more" part="more">
    <summary>${view.speech.say.more(rest.length)}</summary>
    ${days(cinema, rest, view)}
  </details>`;
}

function days(cinema: Cinema, screenings: Screening[], view: View): TemplateResult {
  const byDay = new Map<string, Screening[]>();
  for (const screening of screenings) {
    const day = byDay.get(screening.programme_on) ?? [];
    byDay.set(screening.programme_on, [...day, screening]);
  }
  const evenings = [...byDay].map(([day, those]) => {
    const today = dayAtCinema(view.now, cinema.time_zone, those[0]?.starts_at ?? "");
    return html`<div>
      <h4 class="day" part="day">${dayHeading(day, today, view.speech)}</h4>
      <ul class=${view.showsTitles ? "lines" : "tickets"}>${those.map((screening) => screeningEntry(screening, view))}</ul>
    </div>`;
  });
  // A few tickets on each of several days stand side by side, a column a day.
  const isSparse = !view.showsTitles && byDay.size > 1 && [...byDay.values()].every((those) => those.length <= 2);
  return html`<div class=${isSparse ? "day-columns" : "days"}>${evenings}</div>`;
}

/** "Nothing on Thursday" and "Thursday is not known yet" are different answers: said where the window reaches past what is known. */
function knownUntil({ known_until }: Cinema, { answer, speech }: View): TemplateResult | typeof nothing {
  if (!known_until || known_until >= lastProgrammeDay(answer.window.until)) return nothing;
  return html`<p class="known-until">${speech.say.knownUntil(dayWords(known_until, speech))}</p>`;
}
