import { css } from "lit";

/** Width of the list from which rows take two lines; below, they take four. */
export const WIDE = 460;
/** Heights of a row, its line below included. The list counts on them. */
export const ROW_HEIGHT = { narrow: 96, wide: 48 } as const;

export const rowStyles = css`
  :host {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) auto auto;
    grid-template-rows: 18px 18px 28px 16px;
    grid-template-areas:
      "play title length acts"
      "play facts facts  acts"
      "wave wave  wave   wave"
      "why  why   why    why";
    column-gap: 6px;
    align-content: center;
    align-items: center;
    block-size: ${ROW_HEIGHT.narrow}px;
    padding-inline: 6px 8px;
    border-inline-start: 2px solid transparent;
    border-block-end: 1px solid var(--spectrum-gray-200);
    contain: layout style;
    cursor: default;
  }
  :host(:hover) {
    background: var(--nd-hover);
  }
  :host([selected]) {
    border-inline-start-color: var(--nd-best);
    background: var(--nd-selected);
  }
  :host(:focus-visible) {
    outline: 2px solid var(--spectrum-focus-indicator-color);
    outline-offset: -2px;
  }
  .blank {
    block-size: 8px;
    inline-size: 60%;
    border-radius: 2px;
    background: var(--spectrum-gray-200);
  }
  .blank.facts {
    inline-size: 40%;
  }
  .act {
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 4px;
    color: var(--spectrum-gray-800);
    cursor: pointer;
  }
  .act:hover {
    background: var(--spectrum-gray-300);
  }
  .act.on {
    color: var(--nd-best);
  }
  .act[data-disabled] {
    color: var(--spectrum-gray-400);
  }
  .play {
    grid-area: play;
  }
  .acts {
    display: flex;
    grid-area: acts;
    /* Also where a track that is not here cannot be inserted. */
    min-inline-size: 48px;
  }
  /* Over the end of the words, which stay where they are. */
  .acts.more {
    grid-area: why;
    justify-self: end;
    min-inline-size: 0;
    block-size: 22px;
    align-items: center;
    background: var(--spectrum-gray-100);
    border-radius: 4px;
  }
  .acts.more:empty {
    display: none;
  }
  .title {
    grid-area: title;
    font-weight: 700;
    text-align: start;
  }
  .length {
    grid-area: length;
    min-inline-size: 30px;
    text-align: end;
  }
  .facts {
    grid-area: facts;
    display: flex;
    gap: 8px;
    align-items: center;
    font-size: 11px;
  }
  .facts > :not(.line) {
    flex: none;
  }
  .badge {
    padding-inline: 4px;
    border: 1px solid var(--spectrum-gray-400);
    border-radius: 3px;
    font-size: 10px;
    line-height: 14px;
  }
  .badge.unknown {
    border-color: var(--nd-warning);
    color: var(--nd-warning);
  }
  nd-waveform {
    grid-area: wave;
    block-size: 22px;
    margin-inline-start: 2px;
    cursor: pointer;
  }
  .remote {
    grid-area: wave;
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
    margin-inline-start: 2px;
    color: var(--nd-warning);
    font-size: 11px;
  }
  .remote nd-arrival {
    flex: 1;
  }
  .way {
    flex: none;
    padding-inline: 6px;
    border: 1px solid var(--spectrum-gray-400);
    border-radius: 4px;
    color: var(--spectrum-gray-800);
    line-height: 18px;
    cursor: pointer;
  }
  .way:hover {
    background: var(--spectrum-gray-300);
  }
  .why {
    grid-area: why;
    margin-inline-start: 2px;
    font-size: 11px;
  }
  @container (min-width: ${WIDE}px) {
    :host {
      grid-template-columns: 24px minmax(0, 6fr) minmax(0, 5fr) auto auto;
      grid-template-rows: 20px 20px;
      grid-template-areas:
        "play title wave length acts"
        "play facts why  length acts";
      block-size: ${ROW_HEIGHT.wide}px;
    }
    nd-waveform {
      block-size: 18px;
    }
  }
`;
