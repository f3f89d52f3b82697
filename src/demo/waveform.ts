import { html, type SVGTemplateResult, type TemplateResult, type nothing } from "lit";

/**
 * A made-up waveform for an audio clip, a different one for each `seed`: a `file://` page may play
 * a file but not read its samples.
 * @param over drawn on top, in percent of the clip
 */
export function waveform(
  seed: string,
  seconds: number,
  over: SVGTemplateResult | typeof nothing,
): TemplateResult {
  const bars = Math.max(8, Math.round(seconds * 4));
  let state = Array.from(seed).reduce((hash, sign) => (hash * 31 + sign.charCodeAt(0)) >>> 0, 7);
  let level = 0.4;
  let path = "";
  for (let bar = 0; bar < bars; bar += 1) {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    level = 0.7 * level + 0.3 * (state / 2 ** 32);
    const half = 46 * level * (0.75 + 0.25 * Math.sin(bar / 5));
    path += `M${bar + 0.5} ${(50 - half).toFixed(1)}V${(50 + half).toFixed(1)}`;
  }
  return html`<svg viewBox="0 0 ${bars} 100" preserveAspectRatio="none" aria-hidden="true">
      <path d=${path} stroke="currentColor" stroke-width="0.6" fill="none" />
    </svg>
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">${over}</svg>`;
}
