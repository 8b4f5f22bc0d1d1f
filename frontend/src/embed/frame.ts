/** Inside `/embed`: tints the element as the address says, and tells the page around the frame, and nobody else, how high it is. */
import { tint } from "./colours.ts";

const asked = new URLSearchParams(location.search);
for (const element of document.querySelectorAll("kinonah-showtimes")) {
  tint(element as HTMLElement, (name) => asked.get(name));
}

/** The origin of the page around; null where the browser does not say, and then nothing is told. */
function around(): string | null {
  const [parentOrigin] = location.ancestorOrigins ?? [];
  if (parentOrigin) return parentOrigin === "null" ? null : parentOrigin;
  return URL.canParse(document.referrer) ? new URL(document.referrer).origin : null;
}

const origin = around();
if (parent !== window && origin) {
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    parent.postMessage({ type: "kinonah-height", height }, origin);
  }).observe(document.body);
}
