import { css } from "lit";

/** The canvas fills its frame. */
export const mapCanvasStyles = css`
  :host {
    display: block;
    position: relative;
    overflow: hidden;
  }
  canvas {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    cursor: grab;
    touch-action: none;
  }
  canvas:active {
    cursor: grabbing;
  }
  :host([marking]) canvas {
    cursor: crosshair;
  }
`;
