import { css } from "lit";

export const playerBarStyles = css`
  :host {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) auto;
    grid-template-areas:
      "play track track"
      "wave wave wave"
      "acts acts volume"
      "credit credit credit"
      "insertion insertion insert";
    gap: 4px 8px;
    align-items: center;
    padding: 8px;
    border-block-start: 1px solid var(--spectrum-gray-300);
    background: var(--nd-raised);
  }
  nd-play-button {
    grid-area: play;
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
  .track > .line {
    flex: 1;
  }
  .time {
    flex: none;
  }
  .acts {
    grid-area: acts;
    display: flex;
    align-items: center;
    min-inline-size: 0;
    margin-inline-start: -4px;
  }
  .act {
    display: grid;
    flex: none;
    place-content: center;
    inline-size: 24px;
    block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--spectrum-gray-800);
    cursor: pointer;
  }
  .act:hover {
    background: var(--spectrum-gray-300);
  }
  .act[aria-pressed="true"] {
    color: var(--nd-best);
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
  .lay {
    grid-area: insert;
    display: flex;
    gap: 4px;
    align-items: center;
  }
  @container (max-width: 279px) {
    :host {
      grid-template-areas:
        "play track track"
        "wave wave wave"
        "acts acts acts"
        "credit credit volume"
        "insertion insertion insert";
    }
    .volume input {
      inline-size: 36px;
    }
  }
  @container (min-width: 560px) {
    :host {
      grid-template-columns: 24px minmax(0, 2fr) minmax(0, 3fr) auto auto;
      grid-template-areas:
        "play track wave volume insert"
        "acts acts wave insertion insertion"
        "credit credit credit credit credit";
      gap: 2px 10px;
    }
    .insertion {
      max-inline-size: 220px;
    }
  }
`;
