import { LitElement, css, html } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import WaveSurfer from "wavesurfer.js";
import type { SearchResult } from "../contract/engine.ts";
import { TEXT } from "./messages.ts";
import { clock } from "./format.ts";
import { audioUrl } from "./player.ts";
import { shared } from "./styles.ts";

/**
 * The player's waveform: wavesurfer.js over the player's own audio element and the peaks of the
 * index, since a `file://` page can neither fetch nor decode the audio itself.
 */
@customElement("nd-player-wave")
export class PlayerWave extends LitElement {
  @property({ attribute: false }) media!: HTMLMediaElement;
  @property({ attribute: false }) result!: SearchResult;
  @property({ attribute: false }) peaks: Uint8Array | null = null;
  /** Seconds; for assistive technology, wavesurfer follows the audio by itself. */
  @property({ type: Number }) time = 0;
  /** Spectrum's colour; the canvas must be drawn again when it changes. */
  @property() color = "";

  @query(".wave") private readonly container!: HTMLElement;
  private wave: WaveSurfer | null = null;

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        block-size: 36px;
      }
      .slider {
        position: relative;
        block-size: 100%;
      }
      .wave {
        block-size: 100%;
      }
      .best {
        position: absolute;
        inset-block: 0;
        background: var(--nd-best-shade);
        border-block-end: 2px solid var(--nd-best);
        pointer-events: none;
      }
    `,
  ];

  protected override render() {
    const { seconds } = this.result.track;
    const { start, end } = this.result.section;
    const percent = (at: number): number => (100 * Math.min(at, seconds)) / Math.max(seconds, 1);
    return html`<div
      class="slider"
      role="slider"
      tabindex="0"
      aria-label=${TEXT.waveform}
      aria-valuemin="0"
      aria-valuemax=${Math.round(seconds)}
      aria-valuenow=${Math.round(this.time)}
      aria-valuetext="${clock(this.time)} of ${clock(seconds)}"
    >
      <div class="wave"></div>
      <div
        class="best"
        title=${TEXT.bestSection}
        style="left:${percent(start)}%;width:${percent(end) - percent(start)}%"
      ></div>
    </div>`;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("media") || this.wave === null) this.create();
    else if (changed.has("color")) this.wave.setOptions(this.colours());
    if (changed.has("result") || changed.has("peaks")) this.show();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // After having been taken out and put back, everything is to be made again.
    this.requestUpdate("media");
    this.requestUpdate("result");
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.wave?.destroy();
    this.wave = null;
  }

  private create(): void {
    this.wave?.destroy();
    this.wave = WaveSurfer.create({
      container: this.container,
      media: this.media,
      height: "auto",
      barWidth: 2,
      barGap: 1,
      cursorWidth: 2,
      dragToSeek: true,
      hideScrollbar: true,
      ...this.colours(),
    });
  }

  private show(): void {
    const { track } = this.result;
    const heights = Float32Array.from(this.peaks ?? [0, 0], (peak) => peak / 255);
    // Superseded by the next track; that one draws itself.
    this.wave?.load(audioUrl(track.audio), [heights], track.seconds).catch(() => undefined);
  }

  private colours() {
    const style = getComputedStyle(this);
    const value = (name: string): string => style.getPropertyValue(name).trim();
    return {
      waveColor: value("--spectrum-gray-500"),
      progressColor: value("--nd-best"),
      cursorColor: value("--spectrum-gray-900"),
    };
  }
}
