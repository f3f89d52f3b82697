import { css, html, type TemplateResult } from "lit";
import type { Section } from "../contract/track.ts";
import { percent } from "./scale.ts";
import { scenery } from "./scenery.ts";
import { minutes } from "./timecode.ts";
import type { AudioClip, VideoClip } from "./timeline.ts";
import { waveform } from "./waveform.ts";

const place = ({ start, end }: Section, visible: number): string =>
  `left: ${percent(start, visible)}; width: ${percent(end - start, visible)}`;

/** A clip of the picture: a toggle, with its markers along the upper edge. */
export function videoClip(
  clip: VideoClip,
  visible: number,
  selected: boolean,
  choose: (add: boolean) => void,
): TemplateResult {
  const length = clip.end - clip.start;
  return html`<button
    class="clip video"
    style=${place(clip, visible)}
    aria-pressed=${selected}
    data-clip=${clip.id}
    title="${clip.name} (${minutes(length)})"
    @click=${(event: MouseEvent) => choose(event.shiftKey || event.ctrlKey || event.metaKey)}
  >
    <span class="still">${scenery(clip.id)}</span>
    <span class="name">${clip.name}</span>
    ${clip.markers.map(
      (marker, i) =>
        html`<i
          style="left: ${(((i + 1) / (clip.markers.length + 1)) * 100).toFixed(1)}%"
          title="${marker.name}: ${marker.comments}"
        ></i>`,
    )}
  </button>`;
}

/** A clip on an audio track; music says where it comes from. */
export function audioClip(clip: AudioClip, visible: number): TemplateResult {
  const origin = clip.cue === null ? "" : ` - ${clip.cue.artist}, ${clip.cue.licence.name}`;
  return html`<div
    class="clip ${clip.kind}"
    style=${place(clip, visible)}
    data-clip=${clip.id}
    data-start=${clip.start}
    data-end=${clip.end}
    title="${clip.name}${origin} (${minutes(clip.end - clip.start)})"
  >
    <span class="name">${clip.name}</span>
    ${waveform(clip.id + clip.name, clip.end - clip.start)}
  </div>`;
}

/** Where a dragged cue would come to lie. */
export function ghostClip(span: Section, name: string, visible: number): TemplateResult {
  return html`<div class="clip ghost" style=${place(span, visible)}>
    <span class="name">${name}</span>
  </div>`;
}

export const clipStyles = css`
  .clip {
    position: absolute;
    top: 3px;
    bottom: 3px;
    box-sizing: border-box;
    overflow: hidden;
    padding: 0;
    border: 1px solid #0006;
    border-radius: 4px;
    color: var(--on-clip);
    font: inherit;
    font-size: 11px;
    text-align: left;
  }
  .clip .name {
    position: absolute;
    inset: 0 0 auto 0;
    padding: 2px 6px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    text-shadow: 0 1px 2px #0009;
  }
  .video {
    background: var(--picture);
    cursor: pointer;
  }
  .video .still {
    position: absolute;
    inset: 18px 0 0 0;
    opacity: 0.75;
  }
  .video:hover {
    filter: brightness(1.12);
  }
  .video[aria-pressed="true"] {
    border-color: var(--accent);
    box-shadow: 0 0 0 2px var(--accent);
    z-index: 1;
  }
  .video:focus-visible {
    outline: 2px solid var(--on-clip);
    outline-offset: -4px;
  }
  .video i {
    position: absolute;
    bottom: 4px;
    width: 7px;
    height: 9px;
    margin-left: -4px;
    background: #7ed67a;
    clip-path: polygon(0 0, 100% 0, 100% 60%, 50% 100%, 0 60%);
  }
  .clip svg {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  .dialogue {
    background: var(--dialogue);
  }
  .ambience {
    background: var(--ambience);
  }
  .music {
    background: var(--music);
  }
  .dialogue svg,
  .ambience svg,
  .music svg {
    inset: 16px 0 2px 0;
    height: calc(100% - 18px);
    color: #ffffff8c;
  }
  .ghost {
    background: var(--accent-soft);
    border: 1px dashed var(--accent);
    color: var(--text);
    pointer-events: none;
    z-index: 2;
  }
  .ghost .name {
    text-shadow: none;
  }
`;
