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
    --nd-passage: var(--spectrum-magenta-900);
    --nd-passage-shade: color-mix(in srgb, var(--nd-passage) 24%, transparent);
    --nd-hover: var(--spectrum-gray-200);
    --nd-selected: color-mix(in srgb, var(--nd-best) 14%, transparent);
    --nd-raised: var(--spectrum-gray-75);
    --nd-error: var(--spectrum-red-900);
    --nd-warning: var(--spectrum-orange-1000);
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    /* Whatever is open above and below, some of the list stays in sight. */
    grid-template-rows: minmax(0, auto) minmax(56px, 1fr) auto;
    block-size: 100%;
    background: var(--spectrum-gray-100);
    color: var(--spectrum-gray-800);
  }
  header {
    position: relative;
    overflow: hidden auto;
    padding: 8px 8px 2px;
    border-block-end: 1px solid var(--spectrum-gray-300);
  }
  .strip {
    display: flex;
    gap: 12px;
    align-items: center;
    justify-content: space-between;
  }
  .strip nd-tab-strip {
    flex: none;
  }
  .body {
    overflow: hidden auto;
  }
  /* A search that is soon over leaves the old results as they are. */
  .body[aria-busy="true"] nd-result-list {
    opacity: 0.6;
    transition: opacity 0s 150ms;
  }
  footer {
    position: relative;
    container-type: inline-size;
  }
  /* As high for one track as for another: the list keeps its height while one goes through it. */
  nd-player-bar,
  nd-remote-bar {
    min-block-size: 177px;
  }
  @container (min-width: 560px) {
    nd-player-bar,
    nd-remote-bar {
      min-block-size: 97px;
    }
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
  /* Over tabs and status, and upwards where it is long: it moves nothing and covers no row. */
  .news {
    position: absolute;
    inset-block-end: 0;
    inset-inline: 0;
    z-index: 1;
  }
  .news:has(nd-notice) {
    min-block-size: 46px;
    display: grid;
  }
`;
