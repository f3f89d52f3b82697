import { css } from "lit";

export const searchBoxStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 24px;
    gap: 4px;
    align-items: start;
  }
  /* The text once more, unseen, gives the box its height: it grows to six lines and then scrolls. */
  .field {
    display: grid;
    font-size: 13px;
    line-height: 18px;
  }
  .field::after {
    grid-area: 1 / 1;
    min-block-size: 50px;
    max-block-size: 122px;
    padding: 6px 8px;
    border: 1px solid transparent;
    overflow: hidden;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    visibility: hidden;
    content: attr(data-text) " ";
  }
  textarea.text {
    grid-area: 1 / 1;
    block-size: 100%;
    min-block-size: 0;
    padding: 6px 8px;
    overflow: hidden auto;
    overflow-wrap: anywhere;
    resize: none;
  }
  .side {
    display: grid;
    gap: 2px;
  }
  .gone {
    visibility: hidden;
  }
  .below {
    grid-column: 1 / -1;
    justify-self: start;
  }
  .wide {
    justify-self: stretch;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0 2px;
    align-items: center;
    margin-inline-start: -6px;
  }
  label {
    display: flex;
    gap: 6px;
    align-items: center;
    padding-inline-start: 6px;
  }
  input[type="checkbox"] {
    margin: 0;
    accent-color: var(--nd-best);
  }
`;
