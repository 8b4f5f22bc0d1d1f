/** The way to "near me": one clear button, what it does with the position, and the way back. */
import { html, nothing, type TemplateResult } from "lit";
import type { Speech } from "../finder/messages.ts";
import { distanceWords } from "../finder/words.ts";

/** Below this a device's word is good enough to sort cinemas by, and needs no comment. */
const PRECISE_ENOUGH_M = 1000;

export interface LocationBar {
  state: "unlocated" | "locating" | "located";
  /** Whether what stands below is sorted by the position: not while, or after, asking failed. */
  isSorted: boolean;
  accuracyM: number;
  speech: Speech;
  locate: () => void;
  cancel: () => void;
  forget: () => void;
}

export function locationBar(bar: LocationBar): TemplateResult {
  const { state, speech } = bar;
  const isLocating = state === "locating";
  const label = { unlocated: speech.say.locate, locating: speech.say.locating, located: speech.say.locateAgain }[state];
  // The button stays the same node in every state, so that the keyboard's focus is never lost.
  return html`
    <div class="location ${state}" part="location">
      <div class="location-buttons">
        <button
          type="button" class="locate ${state === "located" ? "quiet" : "primary"}" part="locate"
          aria-busy=${isLocating} aria-disabled=${isLocating} @click=${isLocating ? nothing : bar.locate}
        >${pin()}${label}</button>
        ${isLocating ? quietButton("cancel", speech.say.cancel, bar.cancel) : nothing}
        ${state === "located" ? quietButton("forget", speech.say.forget, bar.forget) : nothing}
      </div>
      <p class="hint">${hint(bar)}</p>
    </div>`;
}

function hint({ state, isSorted, accuracyM, speech }: LocationBar): string {
  const { say } = speech;
  if (state === "locating") return say.locatingHint;
  if (state === "unlocated") return `${say.invitation} ${say.privacy}`;
  if (!isSorted) return "";
  if (accuracyM <= PRECISE_ENOUGH_M) return say.sorted;
  return `${say.sorted} ${say.imprecise(distanceWords(accuracyM, speech))}`;
}

function quietButton(name: string, label: string, action: () => void): TemplateResult {
  return html`<button type="button" class="quiet" part=${name} @click=${action}>${label}</button>`;
}

function pin(): TemplateResult {
  return html`<svg class="pin" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">
    <circle cx="12" cy="12" r="6.5" fill="none" stroke="currentColor" stroke-width="2" />
    <circle cx="12" cy="12" r="2.5" fill="currentColor" />
    <path d="M12 1v4M12 19v4M1 12h4M19 12h4" stroke="currentColor" stroke-width="2" />
  </svg>`;
}
