/** The ways to look at an answer: the switch of views, the strip of evenings, and the filters; each offers only what occurs. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Messages } from "../finder/messages.ts";
import type { Start } from "../finder/starts.ts";
import { FACETS, type Facet, HOURS, occurring, type ViewName } from "../finder/wish.ts";
import { dayHeading, formatWords, languageName } from "../finder/words.ts";
import type { Choosing } from "./choosing.ts";
import type { View } from "./view.ts";

export interface Filters {
  /** Of the answer to no filter. */
  starts: readonly Start[];
  /** Evenings that are known to have a programme, beyond those of the answer. */
  evenings: readonly string[];
  /** Of the calendar: after midnight the evening before is "tonight". */
  today: string;
  chosen: Choosing;
  views: readonly ViewName[];
  view: ViewName;
  /** For what asks the server, too. */
  change: (change: () => void) => void;
  redraw: (change: () => void) => void;
}

export function filtersView(filters: Filters, view: View): TemplateResult {
  const { chosen, views } = filters;
  const { wish, isOpen } = chosen;
  const { say } = view.speech;
  const count = FACETS.slice(1).reduce((sum, facet) => sum + wish[facet].length, 0);
  return html`
    ${
      views.length < 2
        ? nothing
        : html`<div class="views" role="group" aria-label=${say.view}>${views.map(
            (name) =>
              html`<button type="button" part="view" aria-pressed=${name === filters.view} @click=${() => filters.change(() => (chosen.view = name))}>${say[name]}</button>`,
          )}</div>`
    }
    <div class="tools">
      <button type="button" class="chip" part="filter" aria-expanded=${isOpen} aria-controls="filters"
        @click=${() => filters.redraw(() => (chosen.isOpen = !isOpen))}>${say.filter}${count ? ` (${count})` : nothing}</button>
      <div class="strip" role="group" aria-label=${say.on}>${view.isFirst ? nothing : chips("on", filters, view)}</div>
    </div>
    <div id="filters" class="panel" ?hidden=${!isOpen}>${isOpen ? panel(filters, view, count > 0) : nothing}</div>`;
}

function panel(filters: Filters, view: View, hasChosen: boolean): TemplateResult {
  const { say } = view.speech;
  const { chosen } = filters;
  const { isRemembered, wish } = chosen;
  const groups = FACETS.slice(1).map((facet) => {
    const offered = chips(facet, filters, view);
    return offered.length < 2 && wish[facet].length === 0
      ? nothing
      : html`<div class="group" role="group" aria-label=${say[facet]}><h3>${say[facet]}</h3>${offered}</div>`;
  });
  return html`${groups}
    <label><input type="checkbox" .checked=${isRemembered}
      @change=${() => filters.redraw(() => (chosen.isRemembered = !isRemembered))} />${say.remember}</label>
    ${hasChosen ? html`<button type="button" class="link" @click=${() => filters.change(() => chosen.clear())}>${say.clear}</button>` : nothing}`;
}

function chips(facet: Facet, filters: Filters, view: View): TemplateResult[] {
  const counts = occurring(filters.starts, facet, filters.chosen.wish, view);
  const values = new Set([...counts.keys(), ...(facet === "on" ? filters.evenings : [])]);
  const wordsOf = (value: string) => valueWords(facet, value, filters.today, view);
  const order = (value: string) => (HOURS as readonly string[]).indexOf(value);
  const key = (value: string) => (facet === "on" ? value : wordsOf(value));
  const sorted = [...values].sort((one, other) => order(one) - order(other) || key(one).localeCompare(key(other)));
  return sorted.map((value) => {
    const count = counts.get(value);
    return html`<button type="button" class="chip" part="chip" aria-pressed=${filters.chosen.wish[facet].includes(value)}
      @click=${() => filters.change(() => filters.chosen.toggle(facet, value))}>${wordsOf(value)}${count ? html` <small>${count}</small>` : nothing}</button>`;
  });
}

function valueWords(facet: Facet, value: string, today: string, { speech }: View): string {
  switch (facet) {
    case "on":
      return dayHeading(value, today, speech, true);
    case "understands":
      return languageName(value, speech);
    case "format":
      return formatWords(value);
    case "version":
      return value;
    default:
      return speech.say[value as keyof Messages & ("now" | "captions")] ?? value;
  }
}
