/** An answer without screenings: says so, names the window that was asked, and shows the nearest alternatives where there are any. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Alternative } from "../api/showtimes.ts";
import { distanceM } from "../finder/distance.ts";
import { FACETS } from "../finder/wish.ts";
import { dayWords, lastProgrammeDay } from "../finder/words.ts";
import { cinemaHead } from "./cinema-card.ts";
import { screeningEntry } from "./screening-entry.ts";
import type { View } from "./view.ts";

export function emptyAnswer(view: View): TemplateResult {
  const { answer, speech } = view;
  const { say, language } = speech;
  const others = answer.empty?.alternatives ?? [answer.alternative].filter((other) => other !== null);
  const until = dayWords(lastProgrammeDay(answer.window.until), speech);
  return html`
    <div class="empty">
      <p class="empty-words">${answer.empty?.sentence[language] ?? say.empty(until)}</p>
      ${others.map((other) => alternative(other, view))}
    </div>`;
}

function alternative({ relaxed, cinema, distance_m, screening }: Alternative, view: View): TemplateResult {
  const { say } = view.speech;
  const distance = view.from ? distanceM(view.from, cinema) : distance_m;
  const how = FACETS.filter((facet) => relaxed.includes(facet)).map((facet) => say[facet]);
  return html`
    <section class="cinema alternative">
      <p class="alternative-name">${say.alternative}${how.length > 0 ? ` – ${say.other}: ${how.join(", ")}` : nothing}</p>
      ${cinemaHead(cinema, distance, view)}
      <h4 class="day" part="day">${dayWords(screening.programme_on, view.speech)}</h4>
      <ul class="lines">${screeningEntry({ cinema, distance_m: null, screening }, view, { film: true })}</ul>
    </section>`;
}
