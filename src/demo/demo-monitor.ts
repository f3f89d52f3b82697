import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { scenery } from "./scenery.ts";
import { Redraw, type TimelineStore } from "./store.ts";
import { timecode } from "./timecode.ts";
import type { Timeline, VideoClip } from "./timeline.ts";

/** The picture under the playhead, and beside it the notes on the selected clip. */
@customElement("demo-monitor")
export class DemoMonitor extends LitElement {
  @property({ attribute: false }) store!: TimelineStore;

  static override styles = css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1.6fr) minmax(190px, 1fr);
      min-height: 0;
      background: var(--ground);
    }
    .picture {
      display: grid;
      place-items: center;
      min-height: 0;
      padding: 14px;
      container-type: size;
    }
    figure {
      position: relative;
      width: min(100cqw, 100cqh * 16 / 9);
      aspect-ratio: 16 / 9;
      margin: 0;
      overflow: hidden;
      border-radius: 3px;
      background: #000;
    }
    figure svg {
      display: block;
      width: 100%;
      height: 100%;
    }
    figcaption {
      position: absolute;
      right: 10px;
      bottom: 8px;
      color: #ffffffd9;
      font-size: 12px;
      font-variant-numeric: tabular-nums;
      text-shadow: 0 1px 3px #000c;
    }
    .notes {
      overflow: auto;
      padding: 14px 16px;
      border-left: 1px solid var(--line);
      background: var(--surface);
      line-height: 1.45;
    }
    h2 {
      margin: 0 0 8px;
      font-size: 13px;
      font-weight: 600;
    }
    dl,
    dd,
    p {
      margin: 0;
    }
    dt {
      margin-top: 10px;
      color: var(--quiet);
      font-size: 11px;
    }
    .hint {
      color: var(--quiet);
    }
  `;

  constructor() {
    super();
    new Redraw(this, () => this.store);
  }

  override render(): TemplateResult {
    const { timeline } = this.store;
    if (timeline === null) return html`<div class="picture"></div>`;
    const { sequence, playhead, selection } = timeline;
    const chosen = sequence.video.filter((clip) => selection.includes(clip.id));
    return html`
      <div class="picture">
        <figure role="img" aria-label="Picture at the playhead">
          ${scenery(shotAt(timeline)?.id ?? null)}
          <figcaption>${timecode(playhead, sequence.frameRate)}</figcaption>
        </figure>
      </div>
      <section class="notes" aria-label="Notes on the selection" tabindex="0">
        ${
          chosen.length === 0
            ? html`<p class="hint">
                Select a clip to read its notes. Needledrop can turn them into a search.
              </p>`
            : chosen.map(notes)
        }
      </section>
    `;
  }
}

function shotAt({ sequence, playhead }: Timeline): VideoClip | undefined {
  return sequence.video.find(({ start, end }) => start <= playhead && playhead < end);
}

function notes(clip: VideoClip): TemplateResult {
  const markers = clip.markers.map(({ name, comments }) => `${name}: ${comments}`).join(" ");
  return html`
    <h2>${clip.name}</h2>
    <dl>
      ${entry("Description", clip.description)} ${entry("Log note", clip.logNote)}
      ${entry("Comment", clip.comment)} ${entry("Markers", markers)}
      ${entry("Transcript", clip.transcript)}
    </dl>
  `;
}

function entry(name: string, text: string): TemplateResult | typeof nothing {
  return text === ""
    ? nothing
    : html`<dt>${name}</dt>
        <dd>${text}</dd>`;
}
