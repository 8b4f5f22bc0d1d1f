/** `/widget` with a script: the snippets and the element follow each choice, and are copied at a tap. */
import { tint } from "../embed/colours.ts";

const PAUSE_MS = 400;
const form = document.querySelector<HTMLFormElement>("form.widget-form");
let pause: ReturnType<typeof setTimeout> | undefined;
let asked = new AbortController();

form?.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => void choose(form), PAUSE_MS);
});
document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLButtonElement>("button.copy") : null;
  if (button) void copy(button);
});
enhance();

/** The server writes the snippets, with or without a script; the address says what was chosen. */
async function choose(chosen: HTMLFormElement): Promise<void> {
  asked.abort();
  asked = new AbortController();
  const address = new URL(chosen.action);
  for (const [name, value] of new FormData(chosen)) if (value) address.searchParams.append(name, String(value));
  try {
    const page = await (await fetch(address, { signal: asked.signal })).text();
    const made = new DOMParser().parseFromString(page, "text/html").querySelector(".widget-result");
    if (!made) return;
    document.querySelector(".widget-result")?.replaceWith(document.adoptNode(made));
    history.replaceState(null, "", address);
    enhance();
  } catch {
    // The button of the form still works.
  }
}

function enhance(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button.copy"))
    button.hidden = !navigator.clipboard;
  const shown = document.querySelector<HTMLElement>(".widget-result kinonah-showtimes");
  if (shown) tint(shown, (name) => shown.getAttribute(`data-${name}`));
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const snippet = document.getElementById(button.getAttribute("aria-controls") ?? "") as HTMLTextAreaElement | null;
  if (!snippet) return;
  await navigator.clipboard.writeText(snippet.value).catch(() => snippet.select());
  const said = button.parentElement?.querySelector("[role=status]");
  if (said) said.textContent = button.dataset.copied ?? "";
}
