import { css } from "lit";

/** What the contents of a sheet share: one part below the other, buttons side by side. */
export const sheetStyles = css`
  :host {
    display: grid;
    gap: 10px;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
`;
