import { css } from "lit";

/** What every element of the panel shares: type, quiet text, one line with an ellipsis, focus. */
export const shared = css`
  :host {
    box-sizing: border-box;
    font-family: var(--spectrum-sans-font-family-stack);
    font-size: 12px;
    line-height: 16px;
    color: var(--spectrum-gray-800);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  p {
    margin: 0;
  }
  .quiet {
    color: var(--spectrum-gray-700);
  }
  .line {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .digits {
    font-variant-numeric: tabular-nums;
  }
  :focus-visible {
    outline: 2px solid var(--spectrum-focus-indicator-color);
    outline-offset: -2px;
  }
`;

/** What stands alone where results would be: a heading, a line, and what can be done. */
export const message = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
    align-content: start;
    max-inline-size: 460px;
    padding: 20px 12px 12px;
  }
  h2 {
    margin: 0;
    font-size: 14px;
    line-height: 18px;
  }
`;

/** A progress bar as the lower edge of its line. */
export const progressEdge = css`
  sp-progress-bar {
    --mod-progressbar-thickness: 2px;
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    inline-size: 100%;
    min-inline-size: 0;
  }
`;
