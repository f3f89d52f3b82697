import { css } from "lit";

export const listStyles = css`
  :host {
    display: block;
    position: relative;
    block-size: 100%;
    overflow: hidden auto;
    overflow-anchor: none;
    container-type: inline-size;
  }
  [role="listbox"] {
    position: relative;
    contain: layout style;
  }
  nd-result-row {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
  }
  .more {
    display: flex;
    inline-size: fit-content;
    margin: 8px auto 12px;
  }
`;
