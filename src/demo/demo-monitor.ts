import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Cue } from "../contract/cue.ts";
import { monitorStyles } from "./monitor-styles.ts";
import { scenery } from "./scenery/scenery.ts";
import "./source-monitor.ts";
import { Redraw, type TimelineStore } from "./store.ts";
import { buttons } from "./theme.ts";
import { timecode } from "./timecode.ts";
import { fileToSequence, transcriptOf, type Timeline, type VideoClip } from "./timeline/model.ts";
import { selectedVideo } from "./timeline/selection.ts";

/**
 * The picture under the playhead, or the cue in the source monitor; beside it, notes on the
 * selection.
 */
@customElement("demo-monitor")
export class DemoMonitor extends LitElement {
  @property({ attribute: false }) store!: TimelineStore;
  /** The cue that the panel has opened in the source monitor. */
  @property({ attribute: false }) source: Cue | null = null;
  /** Path to the page's folder, with a slash at its end. */
  @property({ attribute: false }) folder = "";

  static override styles = [buttons, monitorStyles];

  constructor() {
    super();
    new Redraw(this, () => this.store);
  }

  override render(): TemplateResult {
    const { timeline } = this.store;
    return html`
      <div class="picture">
        ${this.source === null ? program(timeline) : this.listening(this.source)}
      </div>
      ${timeline === null ? nothing : noteList(selectedVideo(timeline))}
    `;
  }

  private listening(source: Cue): TemplateResult {
    return html`<demo-source-monitor .cue=${source} .folder=${this.folder}></demo-source-monitor>`;
  }
}

function program(timeline: Timeline | null): TemplateResult | typeof nothing {
  if (timeline === null) return nothing;
  const { sequence, playhead } = timeline;
  const shot = sequence.video.find(({ start, end }) => start <= playhead && playhead < end);
  return html`<figure role="img" aria-label="Picture at the playhead">
    ${shot === undefined ? scenery(null) : scenery(shot.scenery, playhead - fileToSequence(shot))}
    <figcaption>${timecode(playhead, sequence.frameRate)}</figcaption>
  </figure>`;
}

function noteList(clips: readonly VideoClip[]): TemplateResult {
  return html`<section class="notes" aria-label="Notes on the selection" tabindex="0">
    ${
      clips.length === 0
        ? html`<p class="hint">
            Select a clip to read its notes. Needledrop can turn them into a search.
          </p>`
        : clips.map(notes)
    }
  </section>`;
}

function notes(clip: VideoClip): TemplateResult {
  const markers = clip.markers.map(({ name, comments }) => `${name}: ${comments}`).join(" ");
  return html`
    <h2>${clip.name}</h2>
    <dl>
      ${entry("Description", clip.description)} ${entry("Log note", clip.logNote)}
      ${entry("Comment", clip.comment)} ${entry("Keywords", clip.keywords.join(", "))}
      ${entry("Location", clip.location)} ${entry("Markers", markers)}
      ${entry("Transcript", transcriptOf(clip))}
    </dl>
  `;
}

function entry(name: string, text: string): TemplateResult | typeof nothing {
  return text === ""
    ? nothing
    : html`<dt>${name}</dt>
        <dd>${text}</dd>`;
}
