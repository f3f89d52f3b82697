import { css } from "lit";

/** From above: cuts and hit points, what plays, and how loud. */
export const fitLaneStyles = css`
  :host {
    display: block;
  }
  .lane {
    position: relative;
    display: grid;
    grid-template-rows: 10px 20px 14px;
    block-size: 44px;
    overflow: hidden;
    border-radius: 3px;
    background: var(--spectrum-gray-200);
    cursor: text;
    direction: ltr;
    user-select: none;
  }
  .marks,
  .parts {
    position: relative;
  }
  i {
    position: absolute;
    inset-block: 0;
    inline-size: 1px;
  }
  .cut {
    background: var(--spectrum-gray-500);
  }
  .hit {
    inline-size: 9px;
    margin-inline-start: -4px;
    background: var(--spectrum-gray-700);
    clip-path: polygon(0 0, 100% 0, 50% 100%);
  }
  .hit.met {
    background: var(--nd-best);
  }
  .hit.near {
    background: var(--nd-warning);
  }
  .part {
    position: absolute;
    inset-block: 0;
    overflow: hidden;
    padding-inline: 4px 2px;
    border-inline-start: 1px solid var(--spectrum-gray-200);
    background: var(--spectrum-gray-300);
    font-size: 11px;
    line-height: 20px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .part.joined {
    border-inline-start-color: transparent;
  }
  .seam {
    inline-size: 3px;
    margin-inline-start: -1px;
    background: var(--nd-best);
  }
  .seam.fair {
    background: var(--nd-warning);
  }
  .seam.hard {
    background: var(--nd-error);
  }
  .energy {
    inline-size: 100%;
    block-size: 14px;
  }
  .energy path {
    fill: var(--spectrum-gray-500);
  }
  .now {
    inline-size: 2px;
    margin-inline-start: -1px;
    background: var(--spectrum-gray-900);
  }
  .heard {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;
