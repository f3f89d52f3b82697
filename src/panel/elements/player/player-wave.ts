import { LitElement, css, html } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import WaveSurfer from "wavesurfer.js";
import type { SearchResult } from "../../../contract/search.ts";
import { clockTime } from "../../../shared/clock-time.ts";
import { PlayEvent } from "../events.ts";
import { TEXT } from "../../words/messages.ts";
import { shared } from "../styles.ts";

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
      aria-valuetext="${clockTime(this.time)} of ${clockTime(seconds)}"
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
    if (this.wave === null) this.create();
    else if (changed.has("color")) this.wave.setOptions(this.colours());
    if (changed.has("result") || changed.has("peaks")) this.show();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.wave?.destroy();
    this.wave = null;
  }

  private create(): void {
    this.wave = WaveSurfer.create({
      container: this.container,
      media: this.media,
      // Given at once, or wavesurfer would fetch the audio to find them out.
      ...this.picture(),
      normalize: true,
      height: "auto",
      barWidth: 2,
      barGap: 1,
      cursorWidth: 2,
      dragToSeek: true,
      hideScrollbar: true,
      ...this.colours(),
    });
    this.wave.on("interaction", (time) => this.dispatchEvent(new PlayEvent(this.result, time)));
    // What was set while it came up has been drawn over.
    this.wave.once("ready", () => this.show());
  }

  /** Draws anew without `load`, which would set the source of the player's audio element. */
  private show(): void {
    if (this.wave === null) return;
    this.wave.setOptions(this.picture());
    const drawn = this.wave.getDecodedData();
    if (drawn === null) return;
    void this.wave.getRenderer().render(drawn);
    this.wave.setTime(this.media.currentTime);
  }

  private picture() {
    const { seconds } = this.result.track;
    const heights = Float32Array.from(this.peaks ?? [0, 0], (peak) => peak / 255);
    return { peaks: [heights], duration: Math.max(seconds, 1) };
  }

  private colours() {
    const style = getComputedStyle(this);
    const value = (name: string): string => style.getPropertyValue(name).trim();
    return {
      waveColor: value("--spectrum-gray-500"),
      progressColor: value("--spectrum-gray-800"),
      cursorColor: value("--nd-best"),
    };
  }
}
