/** Says in one sentence what went wrong and what to do; whatever happens, there is a way on. */
import { html, nothing, type TemplateResult } from "lit";
import type { FailureCode } from "../api/ask.ts";
import type { Speech } from "../finder/messages.ts";
import type { PositionFailureCode } from "./device-position.ts";

export interface Failure {
  code: FailureCode | PositionFailureCode;
  /** The server's own sentences, for a question that it refused. */
  sentences: readonly string[];
}

export function failureNote(
  { code, sentences }: Failure,
  { say }: Speech,
  hasProgramme: boolean,
  tryAgain: () => void,
): TemplateResult {
  const canRetry = code === "offline" || code === "server";
  return html`
    <div class="failure" part="failure" role="alert">
      <p>${say[code]}${hasProgramme ? ` ${say.stillThere}` : nothing}</p>
      ${sentences.map((sentence) => html`<p class="failure-detail">${sentence}</p>`)}
      ${canRetry ? html`<button type="button" class="quiet" part="try-again" @click=${tryAgain}>${say.tryAgain}</button>` : nothing}
    </div>`;
}
