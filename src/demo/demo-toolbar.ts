import { LitElement, css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Redraw, type TimelineStore } from "./store.ts";
import { buttons } from "./theme.ts";
import { timecode } from "./timecode.ts";
import { undo } from "./timeline/edit.ts";
import { clearRange, markIn, markOut } from "./timeline/marks.ts";
import type { Timeline } from "./timeline/model.ts";

/** Time code, in and out point and undo, above the tracks. */
@customElement("demo-toolbar")
export class DemoToolbar extends LitElement {
  @property({ attribute: false }) store!: TimelineStore;
  /** Whether the sequence plays. */
  @property({ type: Boolean }) playing = false;

  static override styles = [
    buttons,
    css`
      :host {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: 4px 10px;
        padding: 6px 12px;
        background: var(--surface);
        border-bottom: 1px solid var(--line);
      }
      .time {
        color: var(--accent);
        font-size: 17px;
        font-variant-numeric: tabular-nums;
        letter-spacing: 0.02em;
      }
      .marks {
        color: var(--quiet);
        font-variant-numeric: tabular-nums;
      }
      .marks b {
        color: var(--text);
        font-weight: 500;
      }
      .space {
        flex: 1;
      }
      .group {
        display: flex;
        gap: 2px;
      }
    `,
  ];

  constructor() {
    super();
    new Redraw(this, () => this.store);
  }

  override render(): TemplateResult {
    const { timeline } = this.store;
    if (timeline === null) return html``;
    const { sequence, playhead, inPoint, outPoint, history } = timeline;
    const show = (at: number | null): string =>
      at === null ? "--:--:--:--" : timecode(at, sequence.frameRate);
    const apply = (change: (timeline: Timeline) => Timeline) => () => this.store.update(change);
    return html`
      <span class="time" data-readout="playhead">${show(playhead)}</span>
      <button
        data-action="play"
        aria-pressed=${this.playing}
        @click=${() => this.dispatchEvent(new CustomEvent("toggle-playback"))}
      >
        ${this.playing ? "Stop" : "Play"} <kbd>Space</kbd>
      </button>
      <span class="marks">
        in <b data-readout="in">${show(inPoint)}</b> out <b data-readout="out">${show(outPoint)}</b>
      </span>
      <span class="group">
        <button data-action="in" @click=${apply((t) => markIn(t, t.playhead))}>
          Mark in <kbd>I</kbd>
        </button>
        <button data-action="out" @click=${apply((t) => markOut(t, t.playhead))}>
          Mark out <kbd>O</kbd>
        </button>
        <button
          data-action="clear"
          ?disabled=${inPoint === null && outPoint === null}
          @click=${apply(clearRange)}
        >
          Clear <kbd>X</kbd>
        </button>
      </span>
      <span class="space"></span>
      <button data-action="undo" ?disabled=${history.length === 0} @click=${apply(undo)}>
        Undo <kbd>Ctrl Z</kbd>
      </button>
    `;
  }
}
