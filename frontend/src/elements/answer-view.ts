/** An answer drawn: the filter, the cinemas, the ways to see more, and the legend of the labels that occur. */
import { html, nothing, type TemplateResult } from "lit";
import { webLink } from "../finder/links.ts";
import { legendOf } from "../finder/versions.ts";
import { cinemaCard } from "./cinema-card.ts";
import { emptyAnswer } from "./empty-answer.ts";
import type { View } from "./view.ts";

export interface WaysOn {
  moreCinemas: (() => void) | null;
  moreDays: (() => void) | null;
  farther: (() => void) | null;
  fartherLabel: string;
}

export function answerView(view: View, ways: WaysOn): TemplateResult {
  const { cinemas, answer, speech } = view;
  const { say } = speech;
  return html`
    ${cinemas.length === 0 ? emptyAnswer(view) : html`<div class="cinemas">${cinemas.map((cinema) => cinemaCard(cinema, view))}</div>`}
    <div class="ways-on">
      ${wayOn("farther", say.farther(ways.fartherLabel), ways.farther)}
      ${wayOn("more-cinemas", say.moreCinemas, ways.moreCinemas)}
      ${wayOn("more-days", say.moreDays, ways.moreDays)}
    </div>
    ${answer.truncated ? html`<p class="hint">${say.truncated}</p>` : nothing}
    ${legend(view)}`;
}

function wayOn(name: string, label: string, action: (() => void) | null): TemplateResult | typeof nothing {
  return action ? html`<button type="button" class="quiet" part=${name} @click=${action}>${label}</button>` : nothing;
}

function legend({ cinemas, answer, server, speech }: View): TemplateResult {
  const entries = legendOf(cinemas, answer.versions, speech);
  const hasTickets = cinemas.some(({ screenings }) => screenings.some(({ booking_url }) => webLink(booking_url)));
  return html`
    <footer class="legend" part="legend">
      ${hasTickets ? html`<p class="hint">${speech.say.ticketsHint}</p>` : nothing}
      ${
        entries.length === 0
          ? nothing
          : html`
        <h4 class="legend-name">${speech.say.legend}</h4>
        <dl>${entries.map(({ label, meaning }) => html`<div><dt>${label}</dt><dd>${meaning}</dd></div>`)}</dl>`
      }
      ${location.origin === server ? nothing : html`<p class="credit"><a part="credit" href=${server}>${speech.say.credit}</a></p>`}
    </footer>`;
}
