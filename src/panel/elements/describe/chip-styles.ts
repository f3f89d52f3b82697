import { css } from "lit";

/** Chips with a button that takes each away. */
export const chipStyles = css`
  /* Two lines of chips; what is beyond them scrolls. */
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    max-block-size: 52px;
    margin-block-start: 6px;
    overflow: hidden auto;
  }
  .chip {
    display: flex;
    align-items: center;
    max-inline-size: 100%;
    block-size: 24px;
    padding-inline-start: 8px;
    border: 1px solid var(--spectrum-gray-400);
    border-radius: 4px;
    background: var(--nd-raised);
  }
  .remove {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 22px;
    block-size: 22px;
    margin-inline-start: 2px;
    padding: 0;
    border: 0;
    border-radius: 3px;
    background: none;
    color: inherit;
    cursor: pointer;
  }
  .remove:hover {
    background: var(--nd-hover);
  }
  sp-icon-close {
    --mod-icon-inline-size: 12px;
    --mod-icon-block-size: 12px;
  }
`;
