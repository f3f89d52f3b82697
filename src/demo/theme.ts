import { css } from "lit";

/** Colours of the stage in each theme; the elements below inherit them. */
export const themes = css`
  :host {
    color-scheme: dark;
    --ground: #161616;
    --surface: #1f1f1f;
    --raised: #2a2a2a;
    --line: #343434;
    --text: #e6e6e6;
    --quiet: #9b9b9b;
    --accent: #4b9cf5;
    --accent-soft: #4b9cf533;
    --picture: #57678a;
    --dialogue: #3c7a78;
    --ambience: #5d6f45;
    --music: #8a63b8;
    --marker: #7ed67a;
    --on-clip: #f4f4f4;
    --playhead: #5aa7ff;
    --danger: #f0746e;
    font-family:
      "Adobe Clean",
      "Source Sans 3",
      "Segoe UI",
      system-ui,
      -apple-system,
      Roboto,
      "Noto Sans",
      sans-serif;
    font-size: 13px;
    color: var(--text);
  }
  :host([theme="darkest"]) {
    --ground: #090909;
    --surface: #121212;
    --raised: #1c1c1c;
    --line: #272727;
    --text: #d8d8d8;
    --quiet: #8a8a8a;
  }
  :host([theme="light"]) {
    color-scheme: light;
    --ground: #d5d5d5;
    --surface: #ececec;
    --raised: #ffffff;
    --line: #c2c2c2;
    --text: #1d1d1d;
    --quiet: #5c5c5c;
    --accent: #0f62c9;
    --accent-soft: #0f62c926;
    --picture: #6c7fa6;
    --dialogue: #35807d;
    --ambience: #65803f;
    --music: #7d52b0;
    --marker: #3f9e3a;
    --playhead: #0f62c9;
    --danger: #b3261e;
  }
`;

/** Buttons of the stage: subdued until hovered, always with a visible focus. */
export const buttons = css`
  button {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    height: 26px;
    padding: 0 9px;
    border: 1px solid transparent;
    border-radius: 5px;
    background: none;
    color: var(--text);
    font: inherit;
    white-space: nowrap;
    cursor: pointer;
  }
  button:hover:not(:disabled) {
    background: var(--raised);
    border-color: var(--line);
  }
  button:disabled {
    color: var(--quiet);
    opacity: 0.55;
    cursor: default;
  }
  button[aria-pressed="true"]:not(:disabled) {
    background: var(--accent-soft);
    border-color: var(--accent);
  }
  button:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  kbd {
    font:
      11px ui-monospace,
      Consolas,
      monospace;
    color: var(--quiet);
  }
`;
