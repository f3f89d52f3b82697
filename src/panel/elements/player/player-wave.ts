import { LitElement, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import type { LocalResult } from "../../../contract/search.ts";
import type { Section } from "../../../contract/track.ts";
import { clockTime } from "../../../shared/clock-time.ts";
import { TEXT } from "../../words/messages.ts";
import { PLAYER } from "../../words/player.ts";
import { PlayEvent } from "../events.ts";
import { barHeights, barPath } from "../results/waveform.ts";
import { shared } from "../styles.ts";
import { PassageEvent } from "./events.ts";
import { playerWaveStyles } from "./player-wave-styles.ts";

/** Pixels for one bar and the gap after it. */
const BAR = 3;
/** Pixels that a press may move and still be a click. */
const CLICK = 4;
/** Pixels around an end of the passage in which it is taken hold of. */
const GRIP = 6;

/**
 * The waveform of the selected track, drawn from the peaks of the index: a `file://` page can neither
 * fetch nor decode the audio. A click plays from there, and a drag marks the passage.
 */
@customElement("nd-player-wave")
export class PlayerWave extends LitElement {
  @property({ attribute: false }) result!: LocalResult;
  @property({ attribute: false }) peaks: Uint8Array | null = null;
  @property({ attribute: false }) passage: Section | null = null;
  /** Where it is, in seconds. */
  @property({ type: Number }) time = 0;
  /** What is followed from frame to frame while this track plays; null while it does not. */
  @property({ attribute: false }) media: HTMLMediaElement | null = null;

  @state() private bars = 0;
  /** The passage that is being drawn. */
  @state() private drawn: Section | null = null;
  @query(".wave") private readonly wave!: HTMLElement;
  /** Where the press began, and the end of the passage that stays. */
  private press: { readonly x: number; readonly anchor: number } | null = null;
  private frame = 0;
  private readonly sized = new ResizeObserver(() => this.measure());

  static override styles = [shared, playerWaveStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.sized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sized.disconnect();
    cancelAnimationFrame(this.frame);
  }

  protected override render() {
    const { seconds } = this;
    const passage = this.drawn ?? this.passage;
    return html`<div
      class="wave"
      role="slider"
      tabindex="0"
      aria-label=${TEXT.waveform}
      title=${PLAYER.waveHelp}
      aria-valuemin="0"
      aria-valuemax=${Math.round(seconds)}
      aria-valuenow=${Math.round(this.time)}
      aria-valuetext="${clockTime(this.time)} of ${clockTime(seconds)}"
      @pointerdown=${this.pressed}
      @pointermove=${this.moved}
      @pointerup=${this.released}
      @pointercancel=${this.dropped}
    >
      ${this.renderSpan("best", PLAYER.bestMoment, this.result.section)}
      ${passage === null ? nothing : this.renderSpan("passage", PLAYER.passage, passage)}
      ${this.renderBars()}
      <div class="now"></div>
    </div>`;
  }

  protected override firstUpdated(): void {
    this.measure();
  }

  protected override updated(): void {
    this.showTime(this.time);
    cancelAnimationFrame(this.frame);
    if (this.media !== null) this.frame = requestAnimationFrame(this.follow);
  }

  private renderBars() {
    if (this.bars === 0) return nothing;
    const path = barPath(barHeights(this.peaks ?? new Uint8Array(), this.bars));
    const picture = (kind: string) =>
      html`<svg
        class=${kind}
        viewBox="0 0 ${this.bars} 2"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d=${path}></path>
      </svg>`;
    return html`${picture("all")}${picture("played")}`;
  }

  private renderSpan(kind: string, title: string, { start, end }: Section) {
    const place = {
      left: `${this.percent(start)}%`,
      width: `${this.percent(end) - this.percent(start)}%`,
    };
    return html`<div class=${kind} data-span=${title} style=${styleMap(place)}></div>`;
  }

  private readonly follow = (): void => {
    if (this.media === null) return;
    this.showTime(this.media.currentTime);
    this.frame = requestAnimationFrame(this.follow);
  };

  /** Past Lit, since it happens in every frame. */
  private showTime(time: number): void {
    this.wave.style.setProperty("--at", `${this.percent(time)}%`);
  }

  private measure(): void {
    this.bars = Math.floor(this.clientWidth / BAR);
  }

  private readonly pressed = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.wave.setPointerCapture(event.pointerId);
    const end = this.gripped(event);
    this.press = { x: event.clientX, anchor: end ?? this.timeAt(event) };
  };

  private readonly moved = (event: PointerEvent): void => {
    if (this.press === null) {
      this.wave.style.cursor = this.gripped(event) === null ? "" : "ew-resize";
      return;
    }
    const { x, anchor } = this.press;
    if (this.drawn === null && Math.abs(event.clientX - x) < CLICK) return;
    const at = this.timeAt(event);
    this.drawn = { start: Math.min(anchor, at), end: Math.max(anchor, at) };
  };

  private readonly released = (event: PointerEvent): void => {
    const { press, drawn } = this;
    this.dropped();
    if (press === null) return;
    if (drawn !== null) this.dispatchEvent(new PassageEvent(this.result.track, drawn));
    else this.dispatchEvent(new PlayEvent(this.result, this.timeAt(event)));
  };

  private readonly dropped = (): void => {
    this.press = null;
    this.drawn = null;
  };

  /** The end of the passage that stays where the other one is under the pointer; else null. */
  private gripped(event: PointerEvent): number | null {
    if (this.passage === null) return null;
    const { start, end } = this.passage;
    const { left, width } = this.wave.getBoundingClientRect();
    const from = (seconds: number): number =>
      Math.abs(event.clientX - left - (this.percent(seconds) / 100) * width);
    if (from(end) <= GRIP) return start;
    return from(start) <= GRIP ? end : null;
  }

  private timeAt({ clientX }: PointerEvent): number {
    const { left, width } = this.wave.getBoundingClientRect();
    return Math.min(1, Math.max(0, (clientX - left) / width)) * this.seconds;
  }

  private percent(seconds: number): number {
    return (100 * Math.min(seconds, this.seconds)) / this.seconds;
  }

  /** A length of 0 is an unknown one. */
  private get seconds(): number {
    return Math.max(this.result.track.seconds, this.result.section.end, 1);
  }
}
