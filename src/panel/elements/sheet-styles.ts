import { css } from "lit";

/**
 * What the contents of a sheet share: one part below the other, each with a line above it and a
 * heading; lists, rows with a button at their end, buttons side by side, failures and progress.
 */
export const sheetStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
  }
  .part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
    margin-block-start: 12px;
    padding-block-start: 10px;
    border-block-start: 1px solid var(--spectrum-gray-300);
  }
  .part.first {
    margin-block-start: 0;
    padding-block-start: 0;
    border-block-start: 0;
  }
  h2,
  h3 {
    margin: 0;
    font-size: 12px;
    overflow-wrap: anywhere;
  }
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 8px;
    align-items: center;
    overflow-wrap: anywhere;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .failed {
    color: var(--nd-error);
  }
  sp-progress-bar {
    --mod-progressbar-thickness: 2px;
    inline-size: 100%;
    min-inline-size: 0;
  }
  /* A picker of folders; a button opens it. */
  input[type="file"] {
    display: none;
  }
`;
