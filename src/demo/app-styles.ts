import { css } from "lit";

/** Panel, splitter and stage side by side, filling the window. */
export const appStyles = css`
  :host {
    position: fixed;
    inset: 0;
    display: grid;
    grid-template-columns: auto 4px minmax(0, 1fr);
    background: var(--ground);
  }
  .panel,
  main {
    display: grid;
    min-width: 0;
    min-height: 0;
  }
  .panel {
    grid-template-rows: auto minmax(0, 1fr) auto;
  }
  main {
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto minmax(140px, 1fr) auto minmax(190px, 0.9fr) auto;
  }
  h1 {
    margin: 0;
    overflow: hidden;
    font-size: 12px;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .panel h1,
  header {
    display: flex;
    align-items: center;
    gap: 12px;
    box-sizing: border-box;
    height: 36px;
    padding: 0 12px;
    background: var(--surface);
    border-bottom: 1px solid var(--line);
  }
  header h1 {
    margin-right: auto;
  }
  iframe {
    width: 100%;
    height: 100%;
    border: 0;
  }
  footer {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    padding: 6px 12px;
    border-top: 1px solid var(--line);
    background: var(--surface);
    color: var(--quiet);
    font-size: 12px;
    white-space: nowrap;
  }
  footer span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .complaint {
    color: var(--danger);
  }
`;
