import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Cue } from "../contract/cue.ts";
import type { Section } from "../contract/track.ts";
import "./demo-ruler.ts";
import { clipStyles } from "./clip-styles.ts";
import { audioClip, ghostClip, videoClip, type ClipView } from "./clips.ts";
import { mayHoldCue } from "./dropped-cue.ts";
import { percent, secondsAt, visibleSeconds } from "./scale.ts";
import { Redraw, type TimelineStore } from "./store.ts";
import { timelineStyles } from "./timeline-styles.ts";
import { trackForDrop } from "./timeline/choose-track.ts";
import { spanOf } from "./timeline/insert.ts";
import { toFrame, type Timeline } from "./timeline/model.ts";
import { selectClip, selectNone } from "./timeline/selection.ts";
import { markersOf } from "./timeline/track-markers.ts";

/** A drop and its place; the stage turns it into a cue and inserts it. */
export interface DropDetail {
  readonly data: DataTransfer;
  readonly at: number;
  readonly track: number;
}

/** Clips keep their elements, and so the focus, while others are added and removed. */
const idOf = ({ id }: { readonly id: string }): string => id;

/** Drawn while the length of the dragged music is unknown. */
const UNKNOWN_LENGTH: Section = { start: 0, end: 10 };

/** Ruler and tracks. Clips can be selected, and music dropped. */
@customElement("demo-timeline")
export class DemoTimeline extends LitElement {
  @property({ attribute: false }) store!: TimelineStore;
  /** The cue being dragged, if it is known before the drop. */
  @property({ attribute: false }) dragged: Cue | null = null;
  @state() private hover: { at: number; track: number } | null = null;

  static override styles = [timelineStyles, clipStyles];

  constructor() {
    super();
    new Redraw(this, () => this.store);
  }

  override render(): TemplateResult {
    const { timeline } = this.store;
    if (timeline === null) return html`<p class="closed">No sequence is open.</p>`;
    const visible = visibleSeconds(timeline.sequence);
    return html`
      <div class="corner"></div>
      <demo-ruler .store=${this.store}></demo-ruler>
      <div class="heads">
        <div class="head picture">V1</div>
        ${timeline.sequence.audio.map((_, i) => html`<div class="head">A${i + 1}</div>`)}
      </div>
      <div
        class="lanes"
        @click=${this.clickEmpty}
        @dragover=${this.dragOver}
        @dragleave=${this.dragLeave}
        @drop=${this.drop}
      >
        ${this.lanes(timeline, visible)}
      </div>
      <div class="over" aria-hidden="true">${overlay(timeline, visible)}</div>
    `;
  }

  private lanes(timeline: Timeline, visible: number): TemplateResult {
    const { sequence, selection } = timeline;
    const ghost = this.ghost(timeline);
    const viewOf = (id: string): ClipView => ({
      visible,
      selected: selection.includes(id),
      choose: (add) => this.store.update((current) => selectClip(current, id, add)),
    });
    return html`
      <div class="lane picture" role="group" aria-label="Picture">
        ${repeat(sequence.video, idOf, (clip) => videoClip(clip, viewOf(clip.id)))}
      </div>
      ${sequence.audio.map(
        (track, index) =>
          html`<div class="lane" data-track=${index} role="group" aria-label="Audio ${index + 1}">
            ${repeat(track, idOf, (clip) =>
              audioClip(clip, markersOf(sequence, clip), viewOf(clip.id)),
            )}
            ${
              ghost?.track === index
                ? ghostClip(ghost.span, this.dragged?.title ?? "Drop here", visible)
                : nothing
            }
          </div>`,
      )}
    `;
  }

  private ghost({ sequence }: Timeline): { span: Section; track: number } | null {
    if (this.hover === null) return null;
    const span = spanOf(sequence, this.dragged?.source ?? UNKNOWN_LENGTH, this.hover.at);
    const track = trackForDrop(sequence.audio, span, this.hover.track);
    return track === null ? null : { span, track };
  }

  private readonly clickEmpty = (event: MouseEvent): void => {
    const onClip = event.target instanceof Element && event.target.closest(".clip") !== null;
    if (!onClip) this.store.update(selectNone);
  };

  private readonly dragOver = (event: DragEvent): void => {
    const { dataTransfer } = event;
    if (dataTransfer === null || !mayHoldCue(dataTransfer.types)) return;
    event.preventDefault();
    dataTransfer.dropEffect = "copy";
    this.hover = this.target(event);
  };

  private readonly dragLeave = (event: DragEvent): void => {
    const into = event.relatedTarget;
    if (!(into instanceof Node && (event.currentTarget as Node).contains(into))) this.hover = null;
  };

  private readonly drop = (event: DragEvent): void => {
    const target = this.target(event);
    this.hover = null;
    if (target === null || event.dataTransfer === null) return;
    event.preventDefault();
    const detail: DropDetail = { ...target, data: event.dataTransfer };
    this.dispatchEvent(new CustomEvent("cue-drop", { detail }));
  };

  /**
   * Time and audio track under the pointer; the first audio track if the pointer is over the
   * picture.
   */
  private target(event: DragEvent): { at: number; track: number } | null {
    const { timeline } = this.store;
    const lanes = event.currentTarget as HTMLElement;
    if (timeline === null) return null;
    const { sequence } = timeline;
    const at = secondsAt(event.clientX, lanes.getBoundingClientRect(), visibleSeconds(sequence));
    const under = [...lanes.querySelectorAll<HTMLElement>("[data-track]")].findIndex(
      (lane) => event.clientY < lane.getBoundingClientRect().bottom,
    );
    const track = under === -1 ? sequence.audio.length - 1 : under;
    return { at: toFrame(at, sequence.frameRate), track };
  }
}

function overlay(timeline: Timeline, visible: number): TemplateResult {
  const { playhead, inPoint, outPoint } = timeline;
  const from = inPoint ?? 0;
  const marked = inPoint !== null || outPoint !== null;
  const to = outPoint ?? visible;
  const span = `left: ${percent(from, visible)}; width: ${percent(to - from, visible)}`;
  return html`
    ${marked ? html`<div class="range" style=${span}></div>` : nothing}
    <div class="playhead" style="left: ${percent(playhead, visible)}"></div>
  `;
}
