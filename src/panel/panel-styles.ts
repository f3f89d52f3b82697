import { css } from "lit";

/** The frame: header and footer stand still, only what is between them scrolls. */
export const panelStyles = css`
  :host,
  sp-theme {
    display: block;
    block-size: 100%;
  }
  main {
    --nd-best: var(--spectrum-blue-900);
    --nd-best-shade: color-mix(in srgb, var(--nd-best) 22%, transparent);
    --nd-hover: var(--spectrum-gray-200);
    --nd-selected: color-mix(in srgb, var(--nd-best) 14%, transparent);
    --nd-raised: var(--spectrum-gray-75);
    --nd-error: var(--spectrum-red-900);
    --nd-warning: var(--spectrum-orange-900);
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto minmax(0, 1fr) auto;
    block-size: 100%;
    background: var(--spectrum-gray-100);
    color: var(--spectrum-gray-800);
  }
  header {
    padding: 8px 8px 2px;
    border-block-end: 1px solid var(--spectrum-gray-300);
  }
  .body {
    overflow: hidden auto;
  }
  .body[aria-busy="true"] nd-result-list {
    opacity: 0.6;
  }
  footer {
    position: relative;
    container-type: inline-size;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    justify-content: space-between;
    padding: 6px 12px;
    font-size: 11px;
  }
  sp-toast {
    position: absolute;
    inset-inline: 8px;
    inset-block-end: calc(100% + 8px);
    z-index: 1;
    inline-size: auto;
    max-inline-size: 480px;
  }
`;
