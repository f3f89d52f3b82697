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
  /* The lowest panel has no room for player and tools at once. */
  @media (max-height: 480px) {
    footer {
      max-block-size: 60vh;
      overflow: hidden auto;
    }
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-block-start: 12px;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    justify-content: space-between;
    padding: 6px 12px;
    font-size: 11px;
  }
  /* A low strip in the flow: it makes the list shorter for a while, and covers nothing. */
  sp-toast {
    --mod-toast-font-size: 12px;
    --mod-toast-line-height: 16px;
    --mod-toast-block-size: 28px;
    --mod-toast-corner-radius: 0;
    --mod-toast-spacing-start-edge-to-text-and-icon: 10px;
    --mod-toast-spacing-top-edge-to-icon: 5px;
    --mod-toast-spacing-block-start: 0px;
    --mod-toast-spacing-block-end: 0px;
    --mod-toast-spacing-top-edge-to-text: 6px;
    --mod-toast-spacing-bottom-edge-to-text: 6px;
    --mod-toast-spacing-top-edge-to-divider: 0px;
    --mod-toast-spacing-bottom-edge-to-divider: 0px;
    --mod-toast-spacing-close-button: 2px;
    --mod-toast-spacing-text-to-action-button-horizontal: 8px;
    display: flex;
    inline-size: auto;
    max-inline-size: none;
  }
  sp-toast sp-button {
    margin-block-end: 6px;
  }
`;
