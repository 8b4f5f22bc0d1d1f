/** A screening as a ticket (one film) or as a line (many films): the time is the loudest thing. */
import { css } from "lit";

export const screeningStyles = css`
  .tickets,
  .lines {
    list-style: none;
    margin: 0;
    padding: 0;
  }

  .day-columns {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(9.5rem, 100%), 1fr));
    column-gap: 0.5rem;
  }

  .tickets {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(9.5rem, 100%), 1fr));
    gap: 0.5rem;
  }

  .ticket {
    display: grid;
  }

  .ticket-body {
    display: flex;
    flex-direction: column;
    gap: 0.15rem;
    min-height: 44px;
    padding: 0.55rem 0.75rem 0.6rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    text-decoration: none;
  }

  .ticket-body.bookable {
    border-color: var(--_edge);
  }

  .ticket-body.bookable:hover {
    border-color: var(--_accent);
    color: inherit;
  }

  .when {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 0.4em;
  }

  .clock {
    font-size: 1.375em;
    font-weight: 700;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.01em;
  }

  .bookable .clock {
    color: var(--_accent);
  }

  .night {
    color: var(--_quiet);
    font-size: 0.8125em;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.15em 0.5em;
    font-size: 0.875em;
    color: var(--_quiet);
    overflow-wrap: anywhere;
    hyphens: auto;
  }

  .version {
    color: var(--_ink);
    font-weight: 700;
    text-decoration: none;
  }

  .version.unknown {
    color: var(--_quiet);
    font-weight: 400;
  }

  .format {
    padding: 0 0.4em;
    border: 1px solid var(--_edge);
    border-radius: 3px;
    font-size: 0.9em;
    color: var(--_ink);
    white-space: nowrap;
  }

  .soon,
  .state {
    font-weight: 700;
  }

  /* Not the accent: coloured is what leads to tickets. */
  .soon {
    color: var(--_ink);
  }

  :is(.sold-out, .cancelled) .clock {
    color: var(--_quiet);
    font-weight: 500;
  }

  .line {
    display: grid;
    grid-template-columns: 4.9em minmax(0, 1fr);
    column-gap: 0.5rem;
    align-items: baseline;
  }

  .line-time {
    display: block;
    min-height: 44px;
    padding-block: 0.5rem;
    color: inherit;
    text-decoration: none;
  }

  .line-time.bookable .clock {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }

  .line-body {
    padding-bottom: 0.6rem;
  }

  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 0.35em;
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  .title a {
    min-width: 44px;
    padding-block: 0.7em;
    margin-bottom: -0.6em;
    text-decoration: none;
  }

  .title s {
    display: contents;
  }

  .cancelled .title {
    text-decoration: line-through;
  }

  .title a:hover {
    text-decoration: underline;
  }
`;
