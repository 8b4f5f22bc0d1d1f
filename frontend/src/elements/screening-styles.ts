/** A screening as a ticket (one film, one cinema) or as a line: time, version and distance are what is seen first. */
export const screeningStyles = /* css */ `
  .tickets {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }

  .ticket {
    display: flex;
    align-items: center;
    max-width: 100%;
    padding: 0 0.7em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  /* Torn off at the dotted line. */
  .ticket .facts {
    margin-inline-start: 0.7em;
    padding-inline-start: 0.7em;
    border-inline-start: 2px dotted var(--_edge);
  }

  .line {
    display: grid;
    grid-template-columns: 5.1em minmax(0, 1fr) auto;
    column-gap: 0.5em;
    align-items: start;
    padding-block: 0.3em 0.5em;
    border-top: 1px solid var(--_line);
  }

  .head + ul > :first-child {
    border: 0;
  }

  .when {
    min-height: 44px;
    text-decoration: none;
  }

  .ticket .when {
    padding-block: 0.3em;
  }

  .clock {
    font-size: 1.6em;
    font-weight: 800;
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.02em;
    white-space: nowrap;
  }

  a > .clock {
    border-bottom: 3px solid var(--_accent);
  }

  .what {
    padding-top: 0.4em;
  }

  .title,
  .where {
    display: block;
    font-weight: 700;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  .title a {
    display: inline-block;
    min-width: 44px;
    padding-block: 0.7em;
    margin-block: -0.7em;
    text-decoration: none;
  }

  .title + .where {
    font-weight: 400;
  }

  .distance {
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .line .distance {
    padding-top: 0.4em;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2em 0.5em;
    color: var(--_quiet);
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }

  .version,
  .format {
    padding: 0 0.4em;
    border: 1px solid var(--_ink);
    border-radius: 3px;
    color: var(--_ink);
    white-space: nowrap;
  }

  .version {
    background: var(--_ink);
    color: var(--_surface);
    font-weight: 700;
  }

  .facts b {
    color: var(--_ink);
  }

  /* Quieter by colour, which keeps its contrast, and not by fading. */
  :is(.sold-out, .cancelled, .late) :is(.clock, .version) {
    background: none;
    border-color: currentcolor;
    color: var(--_quiet);
    font-weight: 500;
  }

  /* Twice the text on the smallest phone. */
  @container (max-width: 14em) {
    .location {
      grid-template-columns: minmax(0, 1fr);
    }

    .head,
    .line,
    .ticket {
      display: block;
    }
  }
`;
