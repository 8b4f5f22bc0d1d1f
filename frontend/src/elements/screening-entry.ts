/** One screening: as a ticket where the page is about one film, as a line with its title where it is about many. */
import { html, nothing, type TemplateResult } from "lit";
import type { Film, Screening } from "../api/showtimes.ts";
import { webLink } from "../finder/links.ts";
import type { Speech } from "../finder/messages.ts";
import { versionSentence } from "../finder/versions.ts";
import { clockTime, formatWords, isAfterMidnight, soonWords } from "../finder/words.ts";
import type { View } from "./view.ts";

export function screeningEntry(screening: Screening, view: View): TemplateResult {
  return view.showsTitles ? line(screening, view) : ticket(screening, view);
}

function ticket(screening: Screening, view: View): TemplateResult {
  const body = html`${time(screening, view)}${facts(screening, view)}`;
  return html`<li class="ticket ${screening.status}" part="screening">
    ${bookable(screening, view, "ticket-body", body)}
  </li>`;
}

function line(screening: Screening, view: View): TemplateResult {
  return html`<li class="line ${screening.status}" part="screening">
    ${bookable(screening, view, "line-time", time(screening, view))}
    <div class="line-body">${titles(screening, view)}${facts(screening, view)}</div>
  </li>`;
}

/** A link to the cinema's tickets where there are any to be had. */
function bookable(screening: Screening, { speech }: View, name: string, body: TemplateResult): TemplateResult {
  const link = screening.status === "scheduled" ? webLink(screening.booking_url) : null;
  if (!link) return html`<div class=${name}>${body}</div>`;
  return html`<a class="${name} bookable" part="booking" href=${link} rel="noopener"
    >${body}<span class="unseen"> – ${speech.say.tickets}</span></a>`;
}

function time({ starts_at, programme_on, status }: Screening, { speech }: View): TemplateResult {
  const clock = html`<time class="clock" part="time" datetime=${starts_at}>${clockTime(starts_at)}</time>`;
  const night = isAfterMidnight(starts_at, programme_on)
    ? html` <span class="night">(${speech.say.afterMidnight})</span>`
    : nothing;
  return html`<span class="when">${status === "cancelled" ? html`<s>${clock}</s>` : clock}${night}</span>`;
}

function facts(screening: Screening, view: View): TemplateResult {
  const { say } = view.speech;
  const soon = soonWords(screening.starts_at, view.now, view.speech);
  return html`<span class="facts">
    ${version(screening, view)}
    ${screening.formats.map((format) => html`<span class="format" part="format">${formatWords(format)}</span>`)}
    ${screening.auditorium ? html`<span class="auditorium">${screening.auditorium}</span>` : nothing}
    ${screening.status === "sold-out" ? html`<span class="state" part="state">${say.soldOut}</span>` : nothing}
    ${screening.status === "cancelled" ? html`<span class="state" part="state">${say.cancelled}</span>` : nothing}
    ${screening.status === "scheduled" && soon ? html`<span class="soon" part="soon">${soon}</span>` : nothing}
  </span>`;
}

function version(screening: Screening, { answer, speech }: View): TemplateResult {
  const facts = answer.versions[screening.version];
  if (!facts?.label) return html`<span class="version unknown">${speech.say.unknownVersion}</span>`;
  return html`<abbr class="version" part="version" title=${versionSentence(facts, speech)}>${facts.label}</abbr>`;
}

/** In the reader's language, as on our pages. */
function filmTitle(film: Film | undefined, { language }: Speech): string | undefined {
  return film?.titles[language] ?? film?.title;
}

/** The films of a screening, linked to their pages; a sneak has none and says its own title. */
function titles({ films, title, status }: Screening, { answer, server, speech }: View): TemplateResult {
  const links = films.map((slug, place) => {
    const page = new URL(`/films/${encodeURIComponent(slug)}?lang=${speech.language}`, server).href;
    return html`${place > 0 ? " + " : nothing}<a part="film" href=${page}>${filmTitle(answer.films[slug], speech) ?? slug}</a>`;
  });
  const words = links.length > 0 ? links : (title ?? speech.say.untitled);
  return html`<span class="title">${status === "cancelled" ? html`<s>${words}</s>` : words}</span>`;
}
