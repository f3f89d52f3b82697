import { css } from "lit";

/** The frame around the map: tools above, legend below, and the track under the pointer on it. */
export const musicMapStyles = css`
  :host {
    /* Spectrum's colours keep 3 : 1 against the ground in every theme. */
    --nd-map-bright: var(--spectrum-yellow-900);
    --nd-map-calm: var(--spectrum-seafoam-900);
    --nd-map-driving: var(--spectrum-fuchsia-900);
    --nd-map-intense: var(--spectrum-red-900);
    --nd-map-dark: var(--spectrum-indigo-900);
    --nd-map-dim: var(--spectrum-gray-400);
    --nd-map-ground: var(--spectrum-gray-100);
    --nd-map-text: var(--spectrum-gray-900);
    --nd-map-accent: var(--nd-best);
    --nd-map-on-accent: var(--spectrum-gray-50);
    display: block;
    block-size: 100%;
    min-block-size: 200px;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto minmax(0, 1fr) auto;
    block-size: 100%;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    align-items: center;
    padding: 4px 6px;
  }
  .space {
    flex: 1;
  }
  .region {
    margin-inline-start: 4px;
  }
  .stage {
    position: relative;
    min-block-size: 120px;
  }
  nd-map-canvas {
    position: absolute;
    inset: 0;
  }
  .note {
    display: grid;
    place-items: center;
    block-size: 100%;
  }
  .pointed {
    position: absolute;
    inset-inline: 8px;
    inset-block-end: 6px;
    display: flex;
    gap: 6px;
    align-items: center;
    inline-size: fit-content;
    max-inline-size: calc(100% - 16px);
    padding: 3px 8px;
    border-radius: 4px;
    background: color-mix(in srgb, var(--nd-raised) 88%, transparent);
    pointer-events: none;
  }
  sp-icon-volume-two[hidden] {
    display: none;
  }
  .state {
    flex: none;
  }
  .said {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    margin: 0;
    padding: 4px 10px 6px;
    font-size: 11px;
    line-height: 14px;
    list-style: none;
  }
  .legend li {
    display: flex;
    gap: 5px;
    align-items: center;
  }
  i {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: currentcolor;
  }
  [data-kind="bright"] i {
    color: var(--nd-map-bright);
  }
  [data-kind="calm"] i {
    color: var(--nd-map-calm);
  }
  [data-kind="driving"] i {
    color: var(--nd-map-driving);
  }
  [data-kind="intense"] i {
    color: var(--nd-map-intense);
  }
  [data-kind="dark"] i {
    color: var(--nd-map-dark);
  }
  [data-kind="query"] i {
    border: 2px solid var(--nd-map-accent);
    background: none;
  }
`;
