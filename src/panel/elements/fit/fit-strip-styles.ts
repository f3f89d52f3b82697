import { css } from "lit";
import { progressEdge } from "../styles.ts";

export const fitStripStyles = [
  progressEdge,
  css`
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 4px;
      padding: 2px 8px 6px;
      border-block-start: 1px solid var(--spectrum-gray-300);
      background: var(--nd-raised);
      font-size: 11px;
    }
    .head {
      display: flex;
      gap: 6px;
      align-items: center;
      min-block-size: 24px;
    }
    .head > .line {
      flex: 1;
    }
    .problem {
      color: var(--nd-warning);
    }
    .work,
    .message {
      position: relative;
      display: flex;
      gap: 8px;
      align-items: center;
      justify-content: space-between;
      min-block-size: 28px;
    }
    .stale {
      color: var(--nd-warning);
    }
    .message sp-action-button,
    .work sp-action-button {
      flex: none;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
    }
    .gap {
      flex: 1;
    }
    select {
      block-size: 24px;
      min-inline-size: 0;
      max-inline-size: 50%;
      padding: 0 4px;
      border: 1px solid var(--spectrum-gray-400);
      border-radius: 4px;
      background: var(--spectrum-gray-50);
      color: inherit;
      font: inherit;
    }
  `,
];
