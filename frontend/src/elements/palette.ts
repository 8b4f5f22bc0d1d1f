/**
 * The element's colours and measures: a page's `--kinonah-…` first, ours otherwise. The `--_…` names are private.
 * `light-dark()` follows the page's own colour scheme, so the element is never dark on a page that is only light.
 * The few browsers that run the script and do not know it (Safari 17.4) show the page's own colours.
 */

export const palette = /* css */ `
  :host {
    --_ink: var(--kinonah-ink, light-dark(#1a1714, #f3eee6));
    --_quiet: var(--kinonah-quiet, light-dark(#5f584f, #b3aa9d));
    --_line: var(--kinonah-line, light-dark(#ddd6cb, #3b3630));
    --_edge: var(--kinonah-edge, light-dark(#8a8175, #857c70));
    --_surface: var(--kinonah-surface, light-dark(#ffffff, #221f1b));
    --_accent: var(--kinonah-accent, light-dark(#b8261b, #ff8f7a));
    --_on-accent: var(--kinonah-on-accent, light-dark(#ffffff, #1a1714));
    --_alert: var(--kinonah-alert, light-dark(#fbeae7, #3a211d));
    --_radius: var(--kinonah-radius, 6px);
  }
`;
