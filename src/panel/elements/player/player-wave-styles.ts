import { css } from "lit";

export const playerWaveStyles = css`
  :host {
    display: block;
    block-size: 36px;
  }
  .wave {
    --at: 0%;
    position: relative;
    block-size: 100%;
    cursor: text;
    touch-action: none;
    user-select: none;
  }
  svg {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    pointer-events: none;
  }
  path {
    fill: none;
    stroke: var(--spectrum-gray-500);
    stroke-width: 0.66;
  }
  .played {
    clip-path: inset(0 calc(100% - var(--at)) 0 0);
  }
  .played path {
    stroke: var(--spectrum-gray-800);
  }
  .best,
  .passage,
  .now {
    position: absolute;
    inset-block: 0;
    pointer-events: none;
  }
  .best {
    background: var(--nd-best-shade);
    border-block-end: 2px solid var(--nd-best);
  }
  .passage {
    background: var(--nd-passage-shade);
    border-inline: 2px solid var(--nd-passage);
    border-block-start: 2px solid var(--nd-passage);
  }
  .now {
    inset-inline-start: var(--at);
    inline-size: 2px;
    margin-inline-start: -1px;
    background: var(--nd-best);
  }
`;
