import { css } from "lit";

/** Fields for text and sliders, in Spectrum's looks but of the browser's own make. */
export const inputStyles = css`
  .text {
    min-inline-size: 0;
    inline-size: 100%;
    margin: 0;
    padding: 3px 8px;
    border: 1px solid var(--spectrum-gray-500);
    border-radius: 4px;
    background: var(--spectrum-gray-50);
    color: var(--spectrum-gray-800);
    font: inherit;
  }
  .text::placeholder {
    color: var(--spectrum-gray-700);
    opacity: 1;
  }
  .text:hover {
    border-color: var(--spectrum-gray-600);
  }
  .text:focus {
    border-color: var(--spectrum-focus-indicator-color);
    outline: 1px solid var(--spectrum-focus-indicator-color);
    outline-offset: 0;
  }
  input[type="range"] {
    min-inline-size: 0;
    inline-size: 100%;
    block-size: 20px;
    margin: 0;
    appearance: none;
    background: none;
    cursor: pointer;
  }
  input[type="range"]::-webkit-slider-runnable-track {
    block-size: 2px;
    border-radius: 1px;
    background: var(--spectrum-gray-400);
  }
  input[type="range"]::-webkit-slider-thumb {
    inline-size: 12px;
    block-size: 12px;
    margin-block-start: -5px;
    border: 2px solid var(--spectrum-gray-700);
    border-radius: 50%;
    appearance: none;
    background: var(--spectrum-gray-50);
  }
  input[type="range"]:hover::-webkit-slider-thumb {
    border-color: var(--spectrum-gray-900);
  }
  input[type="range"]:focus-visible {
    outline: none;
  }
  input[type="range"]:focus-visible::-webkit-slider-thumb {
    outline: 2px solid var(--spectrum-focus-indicator-color);
    outline-offset: 1px;
  }
`;
