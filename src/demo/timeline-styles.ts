import { css } from "lit";

/** The grid of the timeline: track headers on the left, ruler and lanes on the right. */
export const timelineStyles = css`
  :host {
    position: relative;
    display: grid;
    grid-template-columns: 44px 1fr;
    grid-template-rows: 26px 1fr;
    overflow: hidden auto;
    background: var(--ground);
  }
  .corner {
    grid-area: 1 / 1;
  }
  demo-ruler {
    grid-area: 1 / 2;
  }
  .heads {
    grid-area: 2 / 1;
  }
  .lanes {
    grid-area: 2 / 2;
  }
  .corner,
  demo-ruler {
    position: sticky;
    top: 0;
    z-index: 3;
  }
  .corner {
    background: var(--surface);
    border-right: 1px solid var(--line);
    border-bottom: 1px solid var(--line);
  }
  .heads,
  .lanes {
    display: grid;
    grid-template-rows: minmax(48px, 1.2fr);
    grid-auto-rows: minmax(34px, 1fr);
  }
  .heads {
    border-right: 1px solid var(--line);
    background: var(--surface);
  }
  .head {
    display: grid;
    place-items: center;
    border-bottom: 1px solid var(--line);
    color: var(--quiet);
    font-size: 11px;
    font-weight: 600;
  }
  .lane {
    position: relative;
    border-bottom: 1px solid var(--line);
  }
  .picture {
    border-bottom-width: 3px;
  }
  .over {
    position: relative;
    grid-area: 1 / 2 / span 2;
    z-index: 4;
    pointer-events: none;
  }
  .range {
    position: absolute;
    inset-block: 0;
    background: linear-gradient(var(--accent-soft), var(--accent-soft)) top / 100% 26px no-repeat;
    border-inline: 1px solid var(--accent);
    background-color: #7fb4ff12;
  }
  .playhead {
    position: absolute;
    inset-block: 0;
    width: 1px;
    background: var(--playhead);
  }
  .playhead::before {
    content: "";
    position: absolute;
    top: 12px;
    left: -6px;
    width: 13px;
    height: 14px;
    background: var(--playhead);
    clip-path: polygon(0 0, 100% 0, 100% 55%, 50% 100%, 0 55%);
  }
  .closed {
    grid-column: 1 / -1;
    place-self: center;
    color: var(--quiet);
  }
`;
