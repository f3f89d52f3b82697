import { LitElement, css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { percent, secondsAt, visibleSeconds } from "./scale.ts";
import { Redraw, type TimelineStore } from "./store.ts";
import { minutes, timecode } from "./timecode.ts";
import { movePlayhead } from "./timeline/marks.ts";
import { sequenceSeconds } from "./timeline/model.ts";

/** Seconds between two labels: the smallest step that gives at most a dozen labels. */
const STEPS = [5, 10, 15, 20, 30, 60, 120, 300];
const MOST_LABELS = 12;

/** The time ruler: shows time and the marked range, and moves the playhead. */
@customElement("demo-ruler")
export class DemoRuler extends LitElement {
  @property({ attribute: false }) store!: TimelineStore;

  static override styles = css`
    :host {
      display: block;
      position: relative;
      height: 26px;
      background: var(--surface);
      border-bottom: 1px solid var(--line);
      cursor: ew-resize;
      user-select: none;
      touch-action: none;
    }
    :host(:focus-visible) {
      outline: 2px solid var(--accent);
      outline-offset: -2px;
    }
    span {
      position: absolute;
      top: 0;
      bottom: 0;
      padding: 4px 0 0 5px;
      border-left: 1px solid var(--line);
      color: var(--quiet);
      font-size: 11px;
      font-variant-numeric: tabular-nums;
      pointer-events: none;
    }
    i {
      position: absolute;
      bottom: 0;
      width: 9px;
      height: 9px;
      margin-left: -4px;
      background: var(--marker);
      clip-path: polygon(0 0, 100% 0, 100% 60%, 50% 100%, 0 60%);
    }
  `;

  constructor() {
    super();
    new Redraw(this, () => this.store);
    this.addEventListener("pointerdown", (event) => {
      this.setPointerCapture(event.pointerId);
      this.seek(event);
    });
    this.addEventListener("pointermove", (event) => {
      if (this.hasPointerCapture(event.pointerId)) this.seek(event);
    });
  }

  override render(): TemplateResult {
    const { timeline } = this.store;
    if (timeline === null) return html``;
    this.describe();
    const visible = visibleSeconds(timeline.sequence);
    const step = STEPS.find((seconds) => visible / seconds <= MOST_LABELS) ?? visible;
    const times = Array.from({ length: Math.ceil(visible / step) }, (_, i) => i * step);
    return html`${times.map(
      (time) => html`<span style="left: ${percent(time, visible)}">${minutes(time)}</span>`,
    )}
    ${timeline.sequence.markers.map(
      ({ at, name, comments }) =>
        html`<i style="left: ${percent(at, visible)}" title="${name}: ${comments}"></i>`,
    )}`;
  }

  /** Exposes the ruler to assistive technology as a slider with its position. */
  private describe(): void {
    const { timeline } = this.store;
    if (timeline === null) return;
    const { sequence, playhead } = timeline;
    this.role = "slider";
    this.tabIndex = 0;
    this.ariaLabel = "Playhead";
    this.ariaValueMin = "0";
    this.ariaValueMax = String(sequenceSeconds(sequence));
    this.ariaValueNow = String(playhead);
    this.ariaValueText = timecode(playhead, sequence.frameRate);
  }

  private seek(event: PointerEvent): void {
    const box = this.getBoundingClientRect();
    this.store.update((timeline) =>
      movePlayhead(timeline, secondsAt(event.clientX, box, visibleSeconds(timeline.sequence))),
    );
  }
}
