/** One cinema: its name, where it is, how far, and its next screenings by day; a long programme folds after the first few. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Cinema, CinemaShowtimes, Screening } from "../api/showtimes.ts";
import { grouped } from "../finder/starts.ts";
import { dayAtCinema, dayHeading, dayWords, distanceWords, lastProgrammeDay } from "../finder/words.ts";
import { screeningEntry } from "./screening-entry.ts";
import type { View } from "./view.ts";

/** Lines with titles are taller than tickets. */
const TICKETS_FIRST = 6;
const LINES_FIRST = 4;

export function cinemaCard({ cinema, distance_m, screenings }: CinemaShowtimes, view: View): TemplateResult {
  const most = view.isOneCinema ? screenings.length : view.isOneFilm ? TICKETS_FIRST : LINES_FIRST;
  // A fold that hides a single screening costs more than it saves.
  const first = screenings.length <= most + 1 ? screenings : screenings.slice(0, most);
  const rest = screenings.slice(first.length);
  return html`
    <section class="cinema" part="cinema">
      ${view.isOneCinema ? nothing : cinemaHead(cinema, distance_m, view)}
      ${days(cinema, first, view)}
      ${
        rest.length === 0
          ? nothing
          : html`<details part="more"><summary>${rest.length} ${view.speech.say.more}</summary>${days(cinema, rest, view)}</details>`
      }
      ${knownUntil(cinema, view)}
    </section>`;
}

/** Name, distance and street. */
export function cinemaHead(cinema: Cinema, distanceM: number | null, { server, speech }: View): TemplateResult {
  const page = new URL(`/cinemas/${encodeURIComponent(cinema.slug)}?lang=${speech.language}`, server).href;
  return html`
    <header class="head">
      <h3 class="cinema-name" part="cinema-name"><a href=${page}>${cinema.name}</a></h3>
      ${distanceM === null ? nothing : html`<p class="distance" part="distance">${distanceWords(distanceM, speech)}</p>`}
      ${cinema.street ? html`<p class="street" part="street">${cinema.street}</p>` : nothing}
    </header>`;
}

function days(cinema: Cinema, screenings: Screening[], view: View): TemplateResult[] {
  const evenings = grouped(screenings, ({ programme_on }) => programme_on);
  return [...evenings].map(([day, those]) => {
    const today = dayAtCinema(view.now, those[0]?.starts_at ?? "");
    const entries = those.map((screening) =>
      screeningEntry({ cinema, distance_m: null, screening }, view, { film: !view.isOneFilm }),
    );
    return html`<h4 class="day" part="day">${dayHeading(day, today, view.speech)}</h4>
      <ul class=${view.isOneFilm ? "tickets" : "lines"}>${entries}</ul>`;
  });
}

/** "Nothing on Thursday" and "Thursday is not known yet" are different answers: said where the window reaches past what is known. */
function knownUntil({ known_until }: Cinema, { answer, speech }: View): TemplateResult | typeof nothing {
  if (!known_until || known_until >= lastProgrammeDay(answer.window.until)) return nothing;
  return html`<p class="known-until">${speech.say.knownUntil(dayWords(known_until, speech))}</p>`;
}
