import { html } from "lit";

/** A note with a plus or a minus. */
const sign = (bars: string) =>
  html`<svg width="16" height="16" viewBox="0 0 16 16" fill="none" aria-hidden="true">
    <path
      d="M5.5 12V3.5L9 2.5M5.5 12a1.75 1.75 0 1 1-3.5 0a1.75 1.75 0 0 1 3.5 0Z"
      stroke="currentColor"
      stroke-width="1.3"
      stroke-linejoin="round"
    />
    <path d=${bars} stroke="currentColor" stroke-width="1.5" stroke-linecap="round" />
  </svg>`;
/** What stands for more like a track, and less like it. */
export const LIKE_SIGNS = { more: sign("M9 10h5M11.5 7.5v5"), less: sign("M9 10h5") };
