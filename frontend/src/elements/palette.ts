/**
 * The element's colours and measures: a page's `--kinonah-…` first, ours otherwise. The `--_…` names are private.
 * `light-dark()` follows the page's own colour scheme, so the element is never dark on a page that is only light;
 * browsers that do not know it get the light colours.
 */

export const palette = /* css */ `
  :host {
    --_ink: var(--kinonah-ink, #1a1714);
    --_quiet: var(--kinonah-quiet, #5f584f);
    --_line: var(--kinonah-line, #ddd6cb);
    --_edge: var(--kinonah-edge, #8a8175);
    --_surface: var(--kinonah-surface, #ffffff);
    --_accent: var(--kinonah-accent, #b8261b);
    --_on-accent: var(--kinonah-on-accent, #ffffff);
    --_alert: var(--kinonah-alert, #fbeae7);
    --_radius: var(--kinonah-radius, 6px);
  }

  @supports (color: light-dark(red, red)) {
    :host {
      --_ink: var(--kinonah-ink, light-dark(#1a1714, #f3eee6));
      --_quiet: var(--kinonah-quiet, light-dark(#5f584f, #b3aa9d));
      --_line: var(--kinonah-line, light-dark(#ddd6cb, #3b3630));
      --_edge: var(--kinonah-edge, light-dark(#8a8175, #857c70));
      --_surface: var(--kinonah-surface, light-dark(#ffffff, #221f1b));
      --_accent: var(--kinonah-accent, light-dark(#b8261b, #ff8f7a));
      --_on-accent: var(--kinonah-on-accent, light-dark(#ffffff, #1a1714));
      --_alert: var(--kinonah-alert, light-dark(#fbeae7, #3a211d));
    }
  }
`;
