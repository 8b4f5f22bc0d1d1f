/** How the element looks as a whole: made for reading times quickly in sunlight; a page tints it by `--kinonah-…` and `::part()`. */
import { controlStyles } from "./control-styles.ts";
import { palette } from "./palette.ts";
import { screeningStyles } from "./screening-styles.ts";

const layout = /* css */ `
  :host {
    display: block;
  }

  /* Here and not on the host, which a page's own rules reach: the element looks the same where they unset everything. */
  .finder {
    display: block;
    position: relative;
    container-type: inline-size;
    color: var(--_ink);
    font-family: var(--kinonah-font, inherit);
    line-height: 1.4;
    text-align: start;
  }

  :host([theme="dark"]) {
    color-scheme: dark;
  }

  :host([theme="light"]) {
    color-scheme: light;
  }

  /* A scheme of its own needs a ground of its own. */
  :host(:is([theme="dark"], [theme="light"])) .finder {
    padding: 1em;
    background: var(--kinonah-ground, light-dark(#ffffff, #171512));
  }

  :host([hidden]),
  [hidden] {
    display: none;
  }

  * {
    box-sizing: border-box;
    margin: 0;
  }

  ul {
    list-style: none;
    padding: 0;
  }

  .unseen,
  .located [aria-busy="false"] span {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .hint,
  .street,
  .about,
  .credit,
  .known-until {
    color: var(--_quiet);
    font-size: 0.9375em;
  }

  .location {
    display: grid;
    gap: 0.5em;
    margin-bottom: 0.5em;
  }

  .location > .hint {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    grid-column: 1 / -1;
  }

  .located {
    grid-template-columns: auto minmax(0, 1fr);
    row-gap: 0.2em;
  }

  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(20em, 100%), 1fr));
    column-gap: 3em;
  }

  .film,
  .cinema,
  .empty,
  .times {
    padding-block: 0.8em 0.6em;
    border-top: 2px solid var(--_ink);
  }

  .times {
    padding: 0;
  }

  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: 0.75em;
    align-items: baseline;
  }

  h3 {
    font-size: 1.25em;
    font-weight: 800;
    line-height: 1.2;
    letter-spacing: -0.015em;
    overflow-wrap: anywhere;
    hyphens: auto;
  }

  .head a {
    padding-block: 0.6em;
    text-decoration: none;
  }

  a:hover {
    text-decoration: underline;
  }

  .street {
    grid-column: 1 / -1;
  }

  .day {
    margin: 0.6em 0 0.25em;
    font-size: 0.875em;
  }

  .apart {
    margin: 1.5em 0 0.75em;
  }

  .failure {
    margin-bottom: 1em;
    padding: 0.8em 1em;
    border-inline-start: 4px solid var(--_accent);
    background: var(--_alert);
  }

  .failure :is(button, geolocation) {
    margin-top: 0.6em;
  }

  .list:focus {
    outline: 0;
  }

  .alternative {
    margin-top: 1em;
  }

  .legend {
    padding-block: 0.5em;
  }

  dl > div {
    display: grid;
    grid-template-columns: 4.5em minmax(0, 1fr);
  }

  dt {
    font-weight: 700;
  }

  .credit a {
    display: inline-block;
    padding-block: 0.7em;
  }

  .skeleton {
    height: 20em;
    border-radius: var(--_radius);
    background: repeating-linear-gradient(var(--_line) 0 4em, transparent 0 5em);
  }

  @container (min-width: 34em) {
    .location {
      grid-template-columns: auto minmax(0, 24em);
      justify-content: start;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .locate[aria-busy="true"] svg,
    .skeleton {
      animation: wait 1.6s ease-in-out infinite;
    }

    @keyframes wait {
      50% {
        opacity: 0.4;
      }
    }
  }
`;

export const showtimesStyles = palette + layout + controlStyles + screeningStyles;
