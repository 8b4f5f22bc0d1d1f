/** Colours that an address or a form names, put on the element where a strict policy allows no style in the page. */

const NAMES = ["accent", "on-accent", "ink", "quiet", "line", "edge", "surface", "ground"];

/** Takes what is a colour; whatever else a value is, the element keeps its own. */
export function tint(element: HTMLElement, wished: (name: string) => string | null | undefined): void {
  for (const name of NAMES) {
    const value = wished(name);
    if (value && CSS.supports("color", value)) element.style.setProperty(`--kinonah-${name}`, value);
  }
}
