import { css } from "lit";

/** Clips of every kind, their waveforms, volume lines and markers. */
export const clipStyles = css`
  .clip {
    position: absolute;
    top: 3px;
    bottom: 3px;
    box-sizing: border-box;
    overflow: hidden;
    padding: 0;
    border: 1px solid #0006;
    border-radius: 4px;
    color: var(--on-clip);
    font: inherit;
    font-size: 11px;
    text-align: left;
  }
  button.clip {
    cursor: pointer;
  }
  button.clip:hover {
    filter: brightness(1.12);
  }
  .clip[aria-pressed="true"] {
    border-color: var(--accent);
    box-shadow: 0 0 0 2px var(--accent);
    z-index: 1;
  }
  .clip:focus-visible {
    outline: 2px solid var(--on-clip);
    outline-offset: -4px;
  }
  .clip .name {
    position: absolute;
    inset: 0 0 auto 0;
    padding: 2px 6px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    text-shadow: 0 1px 2px #0009;
  }
  .clip svg {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  .clip i {
    position: absolute;
    bottom: 4px;
    width: 7px;
    height: 9px;
    margin-left: -4px;
    background: #7ed67a;
    clip-path: polygon(0 0, 100% 0, 100% 60%, 50% 100%, 0 60%);
  }
  .video {
    background: var(--picture);
  }
  .video .still {
    position: absolute;
    inset: 18px 0 0 0;
    opacity: 0.75;
  }
  .dialogue {
    background: var(--dialogue);
  }
  .ambience {
    background: var(--ambience);
  }
  .music {
    background: var(--music);
  }
  .dialogue svg,
  .ambience svg,
  .music svg {
    inset: 16px 0 2px 0;
    height: calc(100% - 18px);
    color: #ffffff8c;
  }
  .volume {
    fill: none;
    stroke: #ffd75e;
    stroke-width: 1.5;
    vector-effect: non-scaling-stroke;
  }
  .music i {
    top: 17px;
    width: 5px;
    height: 7px;
    margin-left: -3px;
  }
  .ghost {
    background: var(--accent-soft);
    border: 1px dashed var(--accent);
    color: var(--text);
    pointer-events: none;
    z-index: 2;
  }
  .ghost .name {
    text-shadow: none;
  }
`;
