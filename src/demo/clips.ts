import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { Section } from "../contract/track.ts";
import { percent } from "./scale.ts";
import { scenery } from "./scenery/scenery.ts";
import { minutes } from "./timecode.ts";
import {
  fileToSequence,
  type AudioClip,
  type TrackMarker,
  type VideoClip,
} from "./timeline/model.ts";
import { waveform } from "./waveform.ts";

/** How a clip is drawn and what a click on it does; `add` extends the selection. */
export interface ClipView {
  /** Width of the timeline in seconds. */
  readonly visible: number;
  readonly selected: boolean;
  readonly choose: (add: boolean) => void;
}

const place = ({ start, end }: Section, visible: number): string =>
  `left: ${percent(start, visible)}; width: ${percent(end - start, visible)}`;
const isAdding = (event: MouseEvent): boolean => event.shiftKey || event.ctrlKey || event.metaKey;

/** A video clip: a toggle, with its markers along the lower edge. */
export function videoClip(
  clip: VideoClip,
  { visible, selected, choose }: ClipView,
): TemplateResult {
  return html`<button
    class="clip video"
    style=${place(clip, visible)}
    aria-pressed=${selected}
    data-clip=${clip.id}
    data-start=${clip.start}
    data-end=${clip.end}
    title="${clip.name} (${minutes(clip.end - clip.start)})"
    @click=${(event: MouseEvent) => choose(isAdding(event))}
  >
    <span class="still"
      >${scenery(clip.scenery, clip.sourceStart + (clip.end - clip.start) / 2)}</span
    >
    <span class="name">${clip.name}</span>
    ${clip.markers.map(
      (marker, i) =>
        html`<i
          style="left: ${percent(i + 1, clip.markers.length + 1)}"
          title="${marker.name}: ${marker.comments}"
        ></i>`,
    )}
  </button>`;
}

/** An audio clip: also a toggle; music shows its artist, licence and volume. */
export function audioClip(
  clip: AudioClip,
  markers: readonly TrackMarker[],
  { visible, selected, choose }: ClipView,
): TemplateResult {
  const origin = clip.tag === null ? "" : ` - ${clip.tag.artist}, ${clip.tag.licence.name}`;
  const seconds = clip.end - clip.start;
  return html`<button
    class="clip ${clip.kind}"
    style=${place(clip, visible)}
    aria-pressed=${selected}
    data-clip=${clip.id}
    data-start=${clip.start}
    data-end=${clip.end}
    title="${clip.name}${origin} (${minutes(seconds)})"
    @click=${(event: MouseEvent) => choose(isAdding(event))}
  >
    <span class="name">${clip.name}</span>
    ${waveform(clip.id + clip.name, seconds, clip.kind === "music" ? volumeLine(clip) : nothing)}
    ${markers
      .map((marker) => ({ ...marker, at: marker.at - clip.sourceStart }))
      .filter(({ at }) => at >= 0 && at < seconds)
      .map(({ name, at }) => html`<i style="left: ${percent(at, seconds)}" title=${name}></i>`)}
  </button>`;
}

/** Height of an unchanged volume, in percent of the clip's height. */
const UNTOUCHED = 80;

/** The volume as a line, over a body of 100 by 100. */
function volumeLine(clip: AudioClip): SVGTemplateResult {
  const by = fileToSequence(clip) - clip.start;
  const still = { at: clip.sourceStart, gain: clip.envelope[0]?.gain ?? 1 };
  const last = {
    at: clip.sourceStart + clip.end - clip.start,
    gain: clip.envelope.at(-1)?.gain ?? 1,
  };
  const points = [still, ...clip.envelope, last].map(({ at, gain }) => {
    const x = ((at + by) / (clip.end - clip.start)) * 100;
    return `${x.toFixed(2)},${(100 - Math.min(100, clip.volume * gain * UNTOUCHED)).toFixed(1)}`;
  });
  return svg`<polyline class="volume" points=${points.join(" ")} />`;
}

/** Where a dragged cue would land. */
export function ghostClip(span: Section, name: string, visible: number): TemplateResult {
  return html`<div class="clip ghost" style=${place(span, visible)}>
    <span class="name">${name}</span>
  </div>`;
}
