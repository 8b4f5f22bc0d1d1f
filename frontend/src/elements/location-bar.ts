/** The way to "near me": one clear button, a box for a typed place beside it, what the list is sorted by, and the way back. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Speech } from "../finder/messages.ts";
import { distanceWords } from "../finder/words.ts";
import { isLocationForbidden } from "./whereabouts.ts";

/** Below this a device's word is good enough to sort cinemas by, and needs no comment. */
const PRECISE_ENOUGH_M = 300;

export interface LocationBar {
  isLocating: boolean;
  /** The device's position is known. */
  isLocated: boolean;
  /** What the list below is sorted from, null where it is not: a place's name, empty for the device. */
  from: string | null;
  accuracyM: number;
  speech: Speech;
  search: TemplateResult;
  locate: () => void;
  /** Only of a search that the reader has asked for: the other is silent, and nothing may jump for it. */
  cancel: (() => void) | null;
  forget: () => void;
}

export function locationBar(bar: LocationBar): TemplateResult {
  const { isLocating, isLocated, from, speech } = bar;
  const { say } = speech;
  const isForbidden = isLocationForbidden();
  const label = isLocating ? say.locating : isLocated ? say.locateAgain : say.locate;
  // The button stays the same node in every state, so that the keyboard's focus is never lost.
  return html`
    <div class="location ${from === null ? "" : "located"}" part="location">
      ${
        isForbidden
          ? nothing
          : html`<button type="button" class="locate" part="locate" aria-busy=${isLocating} aria-disabled=${isLocating}
        @click=${isLocating ? nothing : bar.locate}>
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
          <circle cx="12" cy="12" r="6.5" /><circle cx="12" cy="12" r="2" fill="currentColor" /><path d="M12 1v4M12 19v4M1 12h4M19 12h4" />
        </svg><span>${label}</span></button>`
      }
      ${bar.search}
      <p class="hint">${hint(bar)}
        ${bar.cancel ? quiet("cancel", say.cancel, bar.cancel) : from === null ? nothing : quiet("forget", say.forget, bar.forget)}</p>
    </div>`;
}

function hint({ cancel, from, accuracyM, speech }: LocationBar): string {
  const { say } = speech;
  if (cancel) return say.locatingHint;
  if (from === null) return isLocationForbidden() ? `${say.forbidden} ${say.wayOn}` : say.privacy;
  return `${say.sorted(from)} ${accuracyM > PRECISE_ENOUGH_M ? say.imprecise(distanceWords(accuracyM, speech)) : ""}`;
}

function quiet(name: string, label: string, action: () => void): TemplateResult {
  return html`<button type="button" class="link" part=${name} @click=${action}>${label}</button>`;
}
