/** How the element looks as a whole: a calm column of cinemas that a page can tint by `--kinonah-…` and `::part()`. */
import { css } from "lit";
import { controlStyles } from "./control-styles.ts";
import { palette } from "./palette.ts";
import { screeningStyles } from "./screening-styles.ts";

const layout = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--_ink);
    font-family: var(--kinonah-font, inherit);
    line-height: 1.45;
    text-align: start;
  }

  :host([hidden]) {
    display: none;
  }

  * {
    box-sizing: border-box;
  }

  p,
  h3,
  h4,
  dl,
  dd {
    margin: 0;
  }

  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .finder {
    position: relative;
  }

  .waiting .cinemas {
    opacity: 0.6;
  }

  .location {
    display: flex;
    flex-direction: column;
    gap: 0.6rem;
    margin-bottom: 1.25rem;
  }

  .location-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .located {
    gap: 0;
    margin-bottom: 0.75rem;
  }

  .located .location-buttons {
    order: 1;
    column-gap: 1.5rem;
  }

  .cinemas {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr));
    column-gap: 3.5rem;
  }

  .locate.primary {
    flex: 1 1 auto;
  }

  .hint,
  .known-until,
  .asking {
    color: var(--_quiet);
    font-size: 0.9375em;
  }

  .failure {
    margin: 0 0 1.25rem;
    padding: 0.9rem 1rem;
    border-inline-start: 4px solid var(--_accent);
    background: var(--_alert);
  }

  .failure button {
    margin-top: 0.6rem;
  }

  .failure-detail {
    margin-top: 0.4rem;
    color: var(--_quiet);
  }

  .cinema {
    padding: 1.1rem 0 1.25rem;
    border-top: 1px solid var(--_line);
  }

  .cinema-head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: 1rem;
    align-items: baseline;
  }

  .cinema-name {
    font-size: 1.25em;
    font-weight: 750;
    line-height: 1.25;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
    hyphens: auto;
  }

  /* Inline, so that the distance stands beside the first line of a long name. */
  .cinema-name a {
    padding-block: 0.6em;
  }

  .distance {
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .street {
    grid-column: 1 / -1;
    color: var(--_quiet);
    font-size: 0.9375em;
  }

  .day {
    margin: 0.9rem 0 0.4rem;
    font-size: 0.875em;
    font-weight: 650;
    color: var(--_quiet);
  }

  .known-until {
    margin-top: 0.75rem;
  }

  .more {
    margin-top: 0.35rem;
  }

  .empty {
    padding: 1.1rem 0 0;
    border-top: 1px solid var(--_line);
  }

  .empty-words {
    font-size: 1.125em;
  }

  .alternative {
    margin-top: 1rem;
  }

  .alternative-name {
    margin-bottom: 0.5rem;
    font-weight: 700;
    color: var(--_accent);
  }

  .ways-on {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin: 0.25rem 0 1.25rem;
  }

  .legend {
    padding-top: 1rem;
    border-top: 1px solid var(--_line);
    font-size: 0.9375em;
  }

  .legend-name {
    margin: 0.6rem 0 0.35rem;
    font-weight: 650;
  }

  .legend dl > div {
    display: grid;
    grid-template-columns: 4.5em minmax(0, 1fr);
    gap: 0.5em;
    padding: 0.15rem 0;
  }

  .credit a {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    color: var(--_quiet);
  }

  .legend dt {
    font-weight: 700;
  }

  .legend dd {
    color: var(--_quiet);
  }

  @container (min-width: 34rem) {
    .location {
      flex-direction: row;
      flex-wrap: wrap;
      align-items: center;
      column-gap: 1rem;
    }

    .locate.primary {
      flex: none;
    }

    .unlocated .hint {
      flex: 1 1 16rem;
    }
  }
`;

export const showtimesStyles = [palette, layout, controlStyles, screeningStyles];
