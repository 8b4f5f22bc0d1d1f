/** An answer without screenings: says so, names the window that was asked, and shows the nearest alternative where there is one. */
import { html, nothing, type TemplateResult } from "lit";
import type { Alternative } from "../api/showtimes.ts";
import { distanceM } from "../finder/distance.ts";
import { dayWords, distanceWords, momentWords } from "../finder/words.ts";
import { cinemaName } from "./cinema-card.ts";
import { screeningEntry, titles } from "./screening-entry.ts";
import type { View } from "./view.ts";

export function emptyAnswer(view: View): TemplateResult {
  const { answer, speech } = view;
  const { from, until } = answer.window;
  return html`
    <div class="empty" part="empty">
      <p class="empty-words">${speech.say.empty(momentWords(from, speech), momentWords(until, speech))}</p>
      ${answer.alternative ? alternative(answer.alternative, view) : html`<p>${speech.say.emptyHint}</p>`}
    </div>`;
}

function alternative({ relaxed, cinema, distance_m, screening }: Alternative, view: View): TemplateResult {
  const { speech, position } = view;
  const { say } = speech;
  const distance = position ? distanceM(position, cinema) : distance_m;
  const how = relaxed.map((name) => say.relaxed[name]).filter(Boolean);
  return html`
    <section class="cinema alternative" part="alternative">
      <p class="alternative-name">${say.alternative}${how.length > 0 ? ` – ${how.join(", ")}` : nothing}</p>
      <header class="cinema-head">
        <h3 class="cinema-name" part="cinema-name">${cinemaName(cinema)}</h3>
        ${distance === null ? nothing : html`<p class="distance" part="distance">${distanceWords(distance, speech)}</p>`}
        ${cinema.street ? html`<p class="street" part="street">${cinema.street}</p>` : nothing}
      </header>
      <h4 class="day" part="day">${dayWords(screening.programme_on, speech)}${view.showsTitles ? nothing : html` · ${titles(screening, view)}`}</h4>
      <ul class=${view.showsTitles ? "lines" : "tickets"}>${screeningEntry(screening, view)}</ul>
      ${cinema.known_until ? html`<p class="known-until">${say.knownUntil(dayWords(cinema.known_until, speech))}</p>` : nothing}
    </section>`;
}
