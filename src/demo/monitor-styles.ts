import { css } from "lit";

/** Picture and notes side by side. */
export const monitorStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1.6fr) minmax(190px, 1fr);
    min-height: 0;
    background: var(--ground);
  }
  .picture {
    display: grid;
    place-items: center;
    min-height: 0;
    padding: 14px;
    container-type: size;
  }
  figure {
    position: relative;
    width: min(100cqw, 100cqh * 16 / 9);
    aspect-ratio: 16 / 9;
    margin: 0;
    overflow: hidden;
    border-radius: 3px;
    background: #000;
  }
  figure svg {
    display: block;
    width: 100%;
    height: 100%;
  }
  figcaption {
    position: absolute;
    right: 10px;
    bottom: 8px;
    color: #ffffffd9;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    text-shadow: 0 1px 3px #000c;
  }
  .notes {
    overflow: auto;
    padding: 14px 16px;
    border-left: 1px solid var(--line);
    background: var(--surface);
    line-height: 1.45;
  }
  h2 {
    margin: 0 0 8px;
    font-size: 13px;
    font-weight: 600;
  }
  dl,
  dd,
  p {
    margin: 0;
  }
  dt {
    margin-top: 10px;
    color: var(--quiet);
    font-size: 11px;
  }
  .hint {
    color: var(--quiet);
  }
`;
