import { css } from "lit";

/** Narrow: four lines. From 460 px on: two, with the waveform in the middle. */
export const rowStyles = css`
  :host {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) auto 24px 24px;
    grid-template-areas:
      "play title length like insert"
      "play facts facts  like insert"
      "play wave  wave   wave wave"
      "play why   why    why  why";
    column-gap: 8px;
    align-items: center;
    padding: 7px 8px 7px 6px;
    border-inline-start: 2px solid transparent;
    border-block-end: 1px solid var(--spectrum-gray-200);
    cursor: default;
  }
  :host(:hover) {
    background: var(--nd-hover);
  }
  :host([aria-selected="true"]) {
    border-inline-start-color: var(--nd-best);
    background: var(--nd-selected);
  }
  :host(:focus-visible) {
    outline: 2px solid var(--spectrum-focus-indicator-color);
    outline-offset: -2px;
  }
  nd-play-button {
    grid-area: play;
    align-self: start;
  }
  .insert {
    grid-area: insert;
    align-self: start;
  }
  nd-favourite-button {
    grid-area: like;
    align-self: start;
  }
  .title {
    grid-area: title;
    font-weight: 700;
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
    height: 20px;
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
    margin-block: 3px;
    cursor: pointer;
  }
  .remote {
    grid-area: wave;
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
    min-height: 22px;
    margin-block: 3px;
    color: var(--nd-warning);
    font-size: 11px;
  }
  .remote nd-arrival {
    flex: 1;
  }
  .remote sp-action-button {
    flex: none;
  }
  .why {
    grid-area: why;
    min-height: 16px;
    font-size: 11px;
  }
  @container (min-width: 460px) {
    :host {
      grid-template-columns: 24px minmax(0, 6fr) minmax(0, 5fr) auto 24px 24px;
      grid-template-areas:
        "play title wave length like insert"
        "play facts why  length like insert";
      padding-block: 5px;
    }
    /* Nothing stands in the last column then, and the words need the room. */
    :host([remote]) {
      grid-template-areas:
        ". title wave wave   wave wave"
        ". facts why  length like .";
    }
    nd-play-button,
    nd-favourite-button,
    .insert {
      align-self: center;
    }
    nd-waveform {
      height: 18px;
      margin-block: 0;
    }
    .remote {
      min-height: 18px;
      margin-block: 0;
    }
  }
`;
