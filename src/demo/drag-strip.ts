import { LitElement, css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { CUE_TYPE, dragPayload } from "../shared/drag-payload.ts";
import type { Cue } from "../contract/cue.ts";
import { minutes } from "./timecode.ts";

/**
 * The host's own strip below the panel, as Premiere needs one: the cue that the panel offers can be
 * dragged from here onto the timeline.
 */
@customElement("demo-drag-strip")
export class DemoDragStrip extends LitElement {
  @property({ attribute: false }) cue: Cue | null = null;
  /** Address of the page's folder, for the file URI in the payload. */
  @property({ attribute: false }) folder = "";

  static override styles = css`
    :host {
      display: block;
      padding: 8px;
      background: var(--surface);
      border-top: 1px solid var(--line);
    }
    div {
      display: flex;
      align-items: center;
      gap: 8px;
      height: 34px;
      padding: 0 10px;
      border: 1px dashed var(--line);
      border-radius: 6px;
      color: var(--quiet);
      font-size: 12px;
    }
    .full {
      border: 1px solid var(--music);
      color: var(--text);
      background: color-mix(in srgb, var(--music) 22%, transparent);
      cursor: grab;
    }
    span {
      flex: 1;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    small {
      color: var(--quiet);
      font-variant-numeric: tabular-nums;
    }
  `;

  override render(): TemplateResult {
    const { cue } = this;
    if (cue === null) return html`<div>Choose a track, then drag it from here.</div>`;
    return html`<div
      class="full"
      draggable="true"
      title="Drag onto the timeline"
      @dragstart=${(event: DragEvent) => this.start(event, cue)}
    >
      <span>${cue.title}</span><small>${minutes(cue.source.end - cue.source.start)}</small>
    </div>`;
  }

  private start({ dataTransfer }: DragEvent, cue: Cue): void {
    if (dataTransfer === null) return;
    const payload = dragPayload(cue.title, this.folder + cue.audio.path);
    if (payload !== null) dataTransfer.setData("text/plain", JSON.stringify(payload));
    dataTransfer.setData(CUE_TYPE, JSON.stringify(cue));
    dataTransfer.effectAllowed = "copy";
  }
}
