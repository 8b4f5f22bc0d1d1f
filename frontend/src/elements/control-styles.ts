/** What can be tapped: at least 44 px high, visibly focused, and calm where motion is not wanted. */
import { css } from "lit";

export const controlStyles = css`
  a {
    color: inherit;
    text-decoration-color: var(--_edge);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }

  a:hover {
    color: var(--_accent);
    text-decoration-color: currentcolor;
  }

  :is(a, button, summary):focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }

  button {
    font: inherit;
    color: var(--_ink);
    min-height: 44px;
    padding: 0.5em 1em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: transparent;
    cursor: pointer;
    text-align: center;
  }

  @media (hover: hover) {
    button.quiet:hover,
    .chip[aria-pressed="false"]:hover {
      border-color: var(--_accent);
      color: var(--_accent);
    }

    button.primary:hover {
      filter: brightness(1.08);
    }
  }

  .located button {
    padding-inline: 0;
    border-color: transparent;
    color: var(--_quiet);
    text-decoration: underline;
    text-decoration-color: var(--_edge);
    text-underline-offset: 0.2em;
    font-size: 0.9375em;
  }

  button.primary {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.6em;
    min-height: 52px;
    padding: 0.6em 1.4em;
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 1.125em;
    font-weight: 700;
  }

  button[aria-busy="true"] {
    cursor: progress;
  }

  button.quiet .pin {
    display: none;
  }

  .pin {
    flex: none;
  }

  @media (prefers-reduced-motion: no-preference) {
    [aria-busy="true"] .pin {
      animation: search 1.6s ease-in-out infinite;
    }

    @keyframes search {
      50% {
        opacity: 0.35;
        transform: scale(0.8);
      }
    }
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    margin: 0 0 1rem;
  }

  .chip {
    min-width: 44px;
    padding: 0.25em 0.8em;
    border-radius: 999px;
    font-weight: 600;
  }

  .chip[aria-pressed="true"] {
    border-color: var(--_ink);
    background: var(--_ink);
    color: var(--_surface);
  }

  summary {
    display: flex;
    align-items: center;
    min-height: 44px;
    cursor: pointer;
    font-weight: 600;
    text-decoration: underline;
    text-decoration-color: var(--_edge);
    text-underline-offset: 0.2em;
    list-style: none;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary::before {
    content: "+";
    width: 1.1em;
    font-weight: 400;
    text-decoration: none;
    display: inline-block;
  }

  details[open] > summary::before {
    content: "–";
  }
`;
