/** What can be tapped: at least 44 px high, visibly focused, and calm where motion is not wanted. */
export const controlStyles = /* css */ `
  a {
    color: inherit;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }

  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }

  button,
  input {
    font: inherit;
    color: var(--_ink);
    min-height: 44px;
    padding: 0.25em 0.8em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  button,
  summary,
  label,
  [role="option"] {
    cursor: pointer;
  }

  [type="search"] {
    width: 100%;
    min-height: 48px;
    appearance: none;
    font-size: max(1em, 16px);
  }

  ::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }

  .locate,
  .moved {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.6em;
    min-height: 52px;
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 1.0625em;
    font-weight: 700;
  }

  svg {
    flex: none;
  }

  .located .locate {
    min-height: 48px;
    padding: 0 0.8em;
    border-color: var(--_edge);
    background: none;
    color: var(--_accent);
  }

  .moved {
    position: sticky;
    top: 0.5em;
    z-index: 1;
    width: 100%;
  }

  .link {
    flex: none;
    padding: 0;
    border: 0;
    background: none;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .search {
    position: relative;
  }

  [role="listbox"] {
    position: absolute;
    z-index: 2;
    inset-inline: 0;
    max-height: 60vh;
    overflow: auto;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 6px 20px #0004;
  }

  [role="option"] {
    min-height: 48px;
    padding: 0.6em 0.8em;
  }

  [role="option"] span {
    display: inline-block;
    font-size: 0.875em;
  }

  [aria-pressed="true"],
  [aria-expanded="true"].chip,
  [role="option"]:is([aria-selected="true"], :hover) {
    border-color: var(--_ink);
    background: var(--_ink);
    color: var(--_surface);
  }

  .views,
  .tools,
  .strip {
    display: flex;
  }

  .views {
    flex-wrap: wrap;
  }

  .views button {
    flex: auto;
    border-color: var(--_ink);
    border-radius: 0;
    font-weight: 700;
  }

  .tools {
    gap: 0.2em;
    align-items: center;
    margin-block: 0.3em;
  }

  .strip {
    gap: 0.4em;
    overflow-x: auto;
    scrollbar-width: none;
    padding: 5px;
  }

  .chip {
    flex: none;
    font-weight: 700;
    white-space: nowrap;
  }

  .chip small {
    font-weight: 400;
  }

  .group {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    padding-bottom: 0.6em;
  }

  .group h3 {
    flex: 0 0 100%;
    font-size: 0.875em;
  }

  .group .chip {
    max-width: 100%;
    white-space: normal;
  }

  label,
  summary {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-height: 44px;
  }

  [type="checkbox"] {
    flex: none;
    width: 24px;
    accent-color: var(--_ink);
  }

  summary {
    font-weight: 700;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
`;
