/** The filter by version: a chip for each label that occurs, and none for what does not. */
import { html, nothing, type TemplateResult } from "lit";
import type { Speech } from "../finder/messages.ts";

export function versionChips(
  occurring: readonly string[],
  pressed: ReadonlySet<string>,
  { say }: Speech,
  toggle: (label: string) => void,
): TemplateResult | typeof nothing {
  const labels = [...new Set([...occurring, ...pressed])].sort();
  if (labels.length < 2 && pressed.size === 0) return nothing;
  return html`
    <div class="chips" part="filter" role="group" aria-label=${say.filter}>
      ${labels.map(
        (label) => html`<button type="button" class="chip" part="chip" aria-pressed=${pressed.has(label)}
          @click=${() => toggle(label)}>${label}</button>`,
      )}
    </div>`;
}
