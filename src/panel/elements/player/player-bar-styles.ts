import { css } from "lit";

export const playerBarStyles = css`
  :host {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) auto auto 24px;
    grid-template-areas:
      "play track track time like"
      "wave wave wave wave wave"
      "credit credit credit credit credit"
      "insertion insertion volume insert insert";
    gap: 6px 8px;
    align-items: center;
    padding: 8px;
    border-block-start: 1px solid var(--spectrum-gray-300);
    background: var(--nd-raised);
  }
  nd-play-button {
    grid-area: play;
  }
  nd-favourite-button {
    grid-area: like;
  }
  .track {
    grid-area: track;
    display: flex;
    gap: 6px;
    align-items: center;
    min-inline-size: 0;
  }
  nd-cover {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
  }
  .time {
    grid-area: time;
  }
  nd-player-wave,
  .error {
    grid-area: wave;
  }
  .error {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: center;
    min-block-size: 36px;
    color: var(--nd-error);
  }
  nd-credit-line {
    grid-area: credit;
  }
  .insertion {
    grid-area: insertion;
    font-size: 11px;
    line-height: 14px;
  }
  .conversion {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 8px;
    align-items: center;
  }
  .conversion sp-action-button {
    grid-row: 1 / 3;
    grid-column: 2;
  }
  .conversion sp-progress-bar {
    --mod-progressbar-thickness: 2px;
    grid-row: 2;
    inline-size: 100%;
    min-inline-size: 0;
  }
  .volume {
    grid-area: volume;
    display: flex;
    gap: 4px;
    align-items: center;
  }
  .volume input {
    inline-size: 56px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--spectrum-gray-600);
  }
  .insert {
    grid-area: insert;
  }
  @container (max-width: 279px) {
    .volume input {
      inline-size: 36px;
    }
  }
  @container (min-width: 560px) {
    :host {
      grid-template-columns: 24px minmax(0, 2fr) minmax(0, 3fr) auto 24px auto auto;
      grid-template-areas:
        "play track wave time like volume insert"
        "play insertion wave time like volume insert"
        "credit credit credit credit credit credit credit";
      gap: 0 10px;
    }
  }
`;
