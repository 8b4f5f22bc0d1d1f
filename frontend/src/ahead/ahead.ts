/**
 * On our own pages, while the element is still on its way: where the reader has allowed the position before, its question is
 * put to the server already. The browser keeps the answer, so that the element, which asks the same, has it at once; the
 * position itself is handed to the element, which takes it.
 */
import { PATIENCE_MS } from "../api/ask.ts";
import { questionAddress } from "../api/showtimes.ts";
import { slugs } from "../elements/attributes.ts";
import { Choosing } from "../elements/choosing.ts";
import { questionOf } from "../elements/question.ts";
import { devicePosition, isGranted } from "../elements/whereabouts.ts";

async function askAhead(): Promise<void> {
  if (!(await isGranted())) return;
  const position = await devicePosition(new AbortController().signal);
  const element = document.querySelector("kinonah-showtimes");
  if (!element) return;
  const chosen = new Choosing();
  // A place that the address names or the device remembers comes before the position.
  if (chosen.start(location.search, slugs(element.getAttribute("understands")), "")) return;
  // An element that is at work already asks the device itself: what it never took would outlive "Whole city" and the permission.
  if (!element.matches(":defined")) Object.assign(element, { ahead: position });
  const question = questionOf(element, chosen, { ...position, name: "", area: null, shared: "" }, {});
  await fetch(questionAddress(location.origin, question), {
    credentials: "omit",
    referrerPolicy: "no-referrer",
    // The browser lets the element's own question wait for this one.
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
}

// What fails here fails again when the element asks, which says so.
askAhead().catch(() => {});
