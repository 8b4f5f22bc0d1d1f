/** Reads what a page wrote on the element: lists of slugs, and the language to speak. */

/** `red-rocket parasite` or `red-rocket, parasite`. */
export function slugs(attribute: string | null | undefined): string[] {
  return (attribute ?? "").split(/[\s,]+/).filter(Boolean);
}

/** `OmU, VO st FR&NL`: by commas only, because some countries' labels have spaces. */
export function labels(attribute: string | null | undefined): string[] {
  return (attribute ?? "")
    .split(",")
    .map((label) => label.trim())
    .filter(Boolean);
}

/** The `lang` of the element, else of what surrounds it (also across shadow roots), else of the browser. */
export function languageTag(element: HTMLElement): string {
  let node: Element | null = element;
  while (node) {
    const tag: string | null | undefined = node.closest("[lang]")?.getAttribute("lang");
    if (tag) return tag;
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return navigator.language || "en";
}

/** Where it is asked and linked to: what the page says (`src`), else where the script came from; `data:` and the like are no servers. */
export function serverOf(element: HTMLElement): string {
  const own = new URL(import.meta.url).origin;
  const src = element.getAttribute("src") ?? own;
  const origin = URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI).origin : "null";
  return origin === "null" ? own : origin;
}
