/** Says in one sentence what went wrong and what to do; whatever happens, there is a way on. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Failed } from "../finder/failed.ts";
import type { Speech } from "../finder/messages.ts";
import type { Position } from "../finder/position.ts";
import { positionOf } from "./whereabouts.ts";

export interface WaysOn {
  hasProgramme: boolean;
  tryAgain: () => void;
  found: (position: Position) => void;
}

export function failureNote({ code, sentences }: Failed, { say }: Speech, ways: WaysOn): TemplateResult {
  const isOfServer = code === "offline" || code === "server";
  const isOfPosition = !isOfServer && code !== "question" && code !== "unknownPlace";
  return html`
    <div class="failure" part="failure" role="alert">
      <p>${say[code]}${isOfPosition ? ` ${say.wayOn}` : nothing}${ways.hasProgramme ? ` ${say.stillThere}` : nothing}</p>
      ${sentences.map((sentence) => html`<p class="hint">${sentence}</p>`)}
      ${isOfServer ? html`<button type="button" class="quiet" part="try-again" @click=${ways.tryAgain}>${say.tryAgain}</button>` : nothing}
      ${code === "refused" && "HTMLGeolocationElement" in globalThis ? browsersOwn(ways.found) : nothing}
    </div>`;
}

/** The browser's own button, where there is one, is the only way back from a refusal without its settings (https://wicg.github.io/PEPC/). */
function browsersOwn(found: (position: Position) => void): TemplateResult {
  const located = ({ target }: Event) => {
    const { position } = target as EventTarget & { position?: GeolocationPosition | null };
    if (position) found(positionOf(position));
  };
  return html`<geolocation @location=${located}></geolocation>`;
}
