/** One screening: time, version and distance first; as a ticket where film and cinema are clear, else as a line that names them. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import { webLink } from "../finder/links.ts";
import type { Start } from "../finder/starts.ts";
import { reachOf } from "../finder/travel.ts";
import { versionSentence } from "../finder/versions.ts";
import {
  clockTime,
  dayAtCinema,
  dayHeading,
  distanceWords,
  formatWords,
  isAfterMidnight,
  soonWords,
} from "../finder/words.ts";
import type { View } from "./view.ts";

/** What a line has to say because nothing above it does. */
export interface Names {
  film?: boolean;
  cinema?: boolean;
  day?: boolean;
}

/** Whether one gets there in time is a question of the next hours. */
const REACH_HOURS = 2;
/** Nobody cycles farther to a film. */
const MOST_MINUTES = 45;

export function screeningEntry(start: Start, view: View, names: Names): TemplateResult {
  const { screening, cinema, distance_m } = start;
  const { speech } = view;
  const isLine = names.film || names.cinema;
  const reach = reachWords(start, view);
  const distance = names.cinema && distance_m !== null;
  return html`<li class="${isLine ? "line" : "ticket"} ${screening.status} ${reach === speech.say.tooLate ? "late" : ""}" part="screening">
    ${bookable(start, view, names)}
    ${
      isLine
        ? html`<div class="what">
      ${names.film ? html`<span class="title">${titles(start, view)}</span>` : nothing}
      ${names.cinema ? html`<span class="where" aria-hidden="true">${cinema.name}</span>` : nothing}
      ${facts(start, view, names, reach)}
    </div>`
        : facts(start, view, names, reach)
    }
    ${distance ? html`<span class="distance" part="distance" aria-hidden="true">${distanceWords(distance_m, speech)}</span>` : nothing}
  </li>`;
}

/** The time, as a link to the cinema's tickets where there are any to be had; who listens hears the whole line. */
function bookable(start: Start, view: View, names: Names): TemplateResult {
  const { starts_at, status, booking_url } = start.screening;
  const clock = html`<time class="clock" part="time" datetime=${starts_at} aria-hidden="true">${clockTime(starts_at)}</time>`;
  const body = html`${status === "cancelled" ? html`<s>${clock}</s>` : clock}<span class="unseen">${view.isFirst ? nothing : sentence(start, view, names)}</span>`;
  const link = status === "scheduled" ? webLink(booking_url) : null;
  return link
    ? html`<a class="when" part="booking" href=${link} rel="noopener">${body}</a>`
    : html`<span class="when">${body}</span>`;
}

/** `20:15, Original mit deutschen Untertiteln, Moviemento, 1,9 Kilometer`. */
function sentence({ screening, cinema, distance_m }: Start, { versions, speech }: View, names: Names): string {
  const { say } = speech;
  const version = versions[screening.version];
  return [
    clockTime(screening.starts_at),
    version ? versionSentence(version, speech, false) : say.unknownVersion,
    names.cinema && cinema.name,
    names.cinema && distance_m !== null && distanceWords(distance_m, speech, "long"),
    webLink(screening.booking_url) && screening.status === "scheduled" && say.tickets,
  ]
    .filter(Boolean)
    .join(", ");
}

function facts(start: Start, view: View, names: Names, reach: string): TemplateResult {
  const { starts_at, programme_on, formats, auditorium, status, version } = start.screening;
  const { speech, now } = view;
  const { say } = speech;
  const label = view.versions[version]?.label;
  const today = dayAtCinema(now, starts_at);
  const state = status === "sold-out" ? say.soldOut : status === "cancelled" ? say.cancelled : "";
  return html`<span class="facts">
    <span class=${label ? "version" : "unknown"} part="version" aria-hidden="true">${label || say.unknownVersion}</span>
    ${names.day && (programme_on !== today) ? html`<span class="day-name">${dayHeading(programme_on, today, speech, true)}</span>` : nothing}
    ${isAfterMidnight(starts_at, programme_on) ? html`<span class="night">${say.afterMidnight}</span>` : nothing}
    ${formats.map((format) => html`<span class="format" part="format">${formatWords(format)}</span>`)}
    ${auditorium ? html`<span class="auditorium">${auditorium}</span>` : nothing}
    ${state ? html`<b class="state" part="state">${state}</b>` : html`<b class="soon" part="soon">${soonWords(starts_at, now, speech)}</b>`}
    ${reach ? html`<span class="reach">${reach}</span>` : nothing}
  </span>`;
}

function reachWords({ screening, distance_m }: Start, { now, from, speech }: View): string {
  const hours = (Date.parse(screening.starts_at) - now.getTime()) / 3_600_000;
  if (!from || distance_m === null || hours < 0 || hours > REACH_HOURS) return "";
  const { way, minutes } = reachOf(distance_m, screening.starts_at, now);
  if (way === "tooLate") return speech.say.tooLate;
  return minutes > MOST_MINUTES ? "" : speech.say[way](minutes);
}

/** The films of a screening, linked to their pages; a sneak has none and says its own title. */
function titles({ screening: { films, title, status } }: Start, view: View): TemplateResult {
  const links = films.map((film, place) => html`${place > 0 ? " + " : nothing}${filmLink(film, view)}`);
  const words = links.length > 0 ? links : (title ?? view.speech.say.untitled);
  return status === "cancelled" ? html`<s>${words}</s>` : html`${words}`;
}

/** In the reader's language, as on our pages; where there is none, said to be in another. */
export function filmLink(slug: string, { answer, server, speech }: View): TemplateResult {
  const film = answer.films[slug];
  const title = film?.titles[speech.language] ?? film?.title ?? slug;
  const language = Object.entries(film?.titles ?? {}).find(([, words]) => words === title)?.[0] ?? "";
  const page = new URL(`/films/${encodeURIComponent(slug)}?lang=${speech.language}`, server).href;
  return html`<a part="film" href=${page} lang=${language && language !== speech.language ? language : nothing}>${title}</a>`;
}
