import { LitElement, css, html, svg, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Section } from "../../../contract/track.ts";

const BARS = 90;

/** A track's small waveform, its best section shaded and a line where it plays. A picture only. */
@customElement("nd-waveform")
export class Waveform extends LitElement {
  /** Peak magnitudes 0..255, or null while they are not known. */
  @property({ attribute: false }) peaks: Uint8Array | null = null;
  /** Length of the track. */
  @property({ type: Number }) seconds = 0;
  @property({ attribute: false }) section: Section | null = null;
  /** What the editor has marked: a bar beneath it. */
  @property({ attribute: false }) passage: Section | null = null;
  /** Where it plays, or null while it does not. */
  @property({ attribute: false }) time: number | null = null;

  private path = "";

  static override styles = css`
    :host {
      display: block;
      height: 22px;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
    }
    path {
      fill: none;
      stroke: var(--spectrum-gray-500);
      stroke-width: 0.62;
    }
    .best path {
      stroke: var(--nd-best);
    }
    .shade {
      fill: var(--nd-best-shade);
    }
    .passage {
      fill: var(--nd-passage);
    }
    .now {
      stroke: var(--spectrum-gray-900);
      stroke-width: 1.5px;
      vector-effect: non-scaling-stroke;
    }
  `;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("peaks")) {
      this.path = this.peaks === null ? "" : barPath(barHeights(this.peaks, BARS));
    }
  }

  protected override render() {
    return html`<svg
      viewBox="0 0 ${BARS} 2"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path d=${this.path}></path>
      ${this.renderSection()} ${this.renderPassage()} ${this.renderTime()}
    </svg>`;
  }

  private renderSection() {
    if (this.section === null || this.seconds === 0) return nothing;
    const x = this.barAt(this.section.start);
    const width = this.barAt(this.section.end) - x;
    // A nested viewport clips the same bars to the section.
    return svg`<rect class="shade" x=${x} y="0" width=${width} height="2"></rect>
      <svg class="best" x=${x} y="0" width=${width} height="2" viewBox="${x} 0 ${width} 2"
        preserveAspectRatio="none"><path d=${this.path}></path></svg>`;
  }

  private renderPassage() {
    if (this.passage === null || this.seconds === 0) return nothing;
    const x = this.barAt(this.passage.start);
    return svg`<rect class="passage" x=${x} y="1.84" width=${this.barAt(this.passage.end) - x} height="0.16"></rect>`;
  }

  private renderTime() {
    if (this.time === null || this.seconds === 0) return nothing;
    const x = this.barAt(this.time);
    return svg`<line class="now" x1=${x} x2=${x} y1="0" y2="2"></line>`;
  }

  private barAt(seconds: number): number {
    return Math.min(1, seconds / this.seconds) * BARS;
  }
}

/**
 * `peaks` (0..255) as `bars` heights, each the loudest of the peaks it stands for, 1 being the
 * loudest of the track: the shape is what an eye looks for, and quiet tracks have one too.
 * Fewer peaks than bars are stretched.
 */
export function barHeights(peaks: Uint8Array, bars: number): number[] {
  const loudest = Math.max(1, ...peaks);
  return Array.from({ length: bars }, (_, bar) => {
    const from = Math.floor((bar * peaks.length) / bars);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / bars));
    return Math.max(0, ...peaks.subarray(from, to)) / loudest;
  });
}

/** An SVG path of upright bars around the middle, in a box `heights.length` wide and 2 high. */
export function barPath(heights: readonly number[]): string {
  // A silent stretch still shows a hairline, so that it reads as silence and not as missing.
  return heights
    .map((height, x) => ({ x: x + 0.5, reach: Math.max(height, 0.03) }))
    .map(({ x, reach }) => `M${x} ${(1 - reach).toFixed(3)}V${(1 + reach).toFixed(3)}`)
    .join("");
}
