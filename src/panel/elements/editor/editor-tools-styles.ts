import { css } from "lit";

export const editorToolsStyles = css`
  :host {
    display: block;
    border-block-start: 1px solid var(--spectrum-gray-300);
    background: var(--nd-raised);
    font-size: 11px;
  }
  .head {
    display: flex;
    align-items: center;
    padding-inline-end: 8px;
  }
  .head [role="status"] {
    flex: 1;
    text-align: end;
  }
  .head button {
    display: flex;
    flex: none;
    gap: 6px;
    align-items: center;
    block-size: 26px;
    padding: 0 8px;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .head button:hover {
    background: var(--nd-hover);
  }
  .tools {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 6px 10px;
    align-items: center;
    max-inline-size: 560px;
    max-block-size: 40vh;
    padding: 2px 8px 8px;
    overflow: hidden auto;
  }
  @container (min-width: 460px) {
    .tools {
      grid-template-columns: auto minmax(0, 1fr) auto minmax(0, 1fr);
    }
    .tools > .folder {
      grid-column: 2 / -1;
    }
  }
  @media (max-height: 480px) {
    .tools {
      max-block-size: none;
    }
  }
  .tools > div {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
  }
  .wide {
    grid-column: 1 / -1;
  }
  .tools > .folder {
    flex-wrap: nowrap;
    justify-content: space-between;
  }
  sp-action-button {
    flex: none;
  }
  /* The end of a path tells more than its beginning. */
  .folder .line {
    direction: rtl;
    text-align: start;
    unicode-bidi: plaintext;
  }
  select {
    block-size: 24px;
    min-inline-size: 0;
    padding: 0 4px;
    border: 1px solid var(--spectrum-gray-400);
    border-radius: 4px;
    background: var(--spectrum-gray-50);
    color: inherit;
    font: inherit;
  }
`;
