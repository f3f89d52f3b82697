import { css } from "lit";

/** Narrow: two cells beside each other. As much as four where there is room. */
export const compareStripStyles = css`
  :host {
    display: block;
    padding: 4px 8px 6px;
    border-block-start: 1px solid var(--spectrum-gray-300);
    background: var(--nd-raised);
  }
  .head {
    display: flex;
    gap: 4px;
    align-items: center;
    min-block-size: 24px;
    font-size: 11px;
  }
  .head b {
    flex: 1;
  }
  .cells {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(116px, 1fr));
    gap: 4px;
  }
  .cell {
    position: relative;
    min-inline-size: 0;
  }
  .hear {
    display: grid;
    grid-template-columns: 12px minmax(0, 1fr) auto;
    grid-template-areas:
      "letter title title"
      "wave wave level";
    gap: 1px 4px;
    align-items: center;
    inline-size: 100%;
    padding: 2px 5px 3px;
    border: 1px solid var(--spectrum-gray-300);
    border-radius: 4px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .hear:hover {
    background: var(--nd-hover);
  }
  .hear[aria-current="true"] {
    border-color: var(--nd-best);
    background: var(--nd-selected);
  }
  .letter {
    grid-area: letter;
    color: var(--nd-best);
    font-weight: 700;
  }
  .title {
    grid-area: title;
    padding-inline-end: 22px;
  }
  nd-waveform {
    grid-area: wave;
    block-size: 14px;
  }
  .level {
    grid-area: level;
    font-size: 10px;
    line-height: 14px;
  }
  .unpin {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
  }
`;
