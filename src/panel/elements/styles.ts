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
