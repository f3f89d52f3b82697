import { css } from "lit";

/** Narrow: lists above their tracks. From 560 px on: beside them. */
export const keptStyles = css`
  :host {
    display: block;
    block-size: 100%;
    container-type: inline-size;
  }
  .kept {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    grid-template-columns: minmax(0, 1fr);
    block-size: 100%;
  }
  .tracks {
    display: flex;
    flex-flow: column;
    min-block-size: 0;
  }
  nd-result-list {
    flex: 1;
    min-block-size: 80px;
    block-size: auto;
  }
  nav {
    display: grid;
    grid-template-rows: auto auto;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    padding: 6px 8px;
    border-block-end: 1px solid var(--spectrum-gray-300);
  }
  .lists,
  .more {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .lists {
    max-block-size: 80px;
    overflow: hidden auto;
  }
  nav button {
    display: flex;
    gap: 6px;
    max-inline-size: 100%;
    padding: 3px 8px;
    border: 1px solid var(--spectrum-gray-300);
    border-radius: 4px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  nav button:hover {
    background: var(--nd-hover);
  }
  nav button[aria-current="true"] {
    border-color: var(--nd-best);
    background: var(--nd-selected);
    font-weight: 700;
  }
  .line-of {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 6px;
    align-items: center;
    padding: 4px 8px;
    border-block-end: 1px solid var(--spectrum-gray-200);
  }
  .line-of > p {
    flex: 1;
    min-inline-size: 120px;
  }
  .problem {
    color: var(--nd-warning);
  }
  .empty {
    display: grid;
    gap: 4px;
    padding: 24px 16px;
    text-align: center;
  }
  h2 {
    margin: 0;
    font-size: 14px;
    line-height: 18px;
  }
  h3 {
    margin: 0;
    font-size: 12px;
    line-height: 16px;
  }
  .gone {
    flex: none;
    max-block-size: 45%;
    padding: 8px;
    border-block-start: 1px solid var(--spectrum-gray-300);
    overflow: hidden auto;
  }
  .gone ul {
    margin: 4px 0 0;
    padding: 0;
    list-style: none;
  }
  .gone li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px;
    align-items: center;
    color: var(--spectrum-gray-700);
  }
  label {
    display: flex;
    gap: 6px;
    align-items: center;
  }
  @container (min-width: 560px) {
    .kept {
      grid-template-rows: minmax(0, 1fr);
      grid-template-columns: 168px minmax(0, 1fr);
    }
    nav {
      grid-template-rows: minmax(0, max-content) auto;
      align-content: start;
      min-block-size: 0;
      border-block-end: 0;
      border-inline-end: 1px solid var(--spectrum-gray-300);
    }
    .lists {
      flex-flow: column nowrap;
      max-block-size: none;
    }
    nav button {
      flex: none;
      justify-content: space-between;
      border-color: transparent;
    }
  }
`;
