import type { Section } from "../../../src/contract/track.ts";
import { drawVolume, setVolume, volumeOf } from "../fake/components.ts";
import type { Build } from "../fake/build.ts";
import type { ClipNode, ItemNode, SequenceNode } from "../fake/state.ts";
import { TICKS_PER_SECOND } from "../fake/times.ts";
import { openPremiere, ticks, type PremiereHarness } from "../premiere-harness.ts";

/** Spoken words, in seconds from the beginning of the file. */
export type Words = readonly (readonly [start: number, end: number])[];

/** An imagined Premiere with hands that lay music and speech wherever a test wants them. */
export class CuttingRoom {
  readonly editor: PremiereHarness;

  constructor(build: Partial<Build> = {}) {
    this.editor = openPremiere(build);
    this.editor.state.root.children?.push(
      this.editor.state.makeItem("Needledrop", { children: [] }),
    );
  }

  get sequence(): SequenceNode {
    const { sequence } = this.editor.state;
    if (sequence === null) throw new Error("The test has closed the sequence.");
    return sequence;
  }

  /** A file of ten minutes in Needledrop's bin, laid down from `sourceStart` seconds on. */
  layMusic(name: string, place: Section, { track = 1, sourceStart = 0 } = {}): ClipNode {
    const { root } = this.editor.state;
    const bin = root.children?.find((item) => item.name === "Needledrop");
    const item = this.item(name);
    bin?.children?.push(item);
    return this.lay(item, place, { track, sourceStart });
  }

  /** A file that somebody speaks in; null: nobody has transcribed it. */
  makeSpeech(name: string, words: Words | null, fields: Partial<ItemNode> = {}): ItemNode {
    const spoken = words?.map(([start, end]) => ({ text: "word", start, duration: end - start }));
    const transcript =
      spoken === undefined ? null : JSON.stringify({ segments: [{ words: spoken }] });
    const item = this.item(name, { transcript, ...fields });
    this.editor.state.root.children?.push(item);
    return item;
  }

  lay(item: ItemNode, place: Section, { track = 0, sourceStart = 0 } = {}): ClipNode {
    const clip: ClipNode = {
      item,
      name: item.name,
      start: ticks(place.start),
      end: ticks(place.end),
      sourceStart: ticks(sourceStart),
      selected: false,
    };
    this.sequence.audio[track]?.push(clip);
    return clip;
  }

  /** The editor's mouse: the clip lies `seconds` later now. */
  move(clip: ClipNode, seconds: number): ClipNode {
    const moved = {
      ...clip,
      start: clip.start + ticks(seconds),
      end: clip.end + ticks(seconds),
    };
    for (const track of this.sequence.audio) {
      const index = track.indexOf(clip);
      if (index >= 0) track.splice(index, 1, moved);
    }
    return moved;
  }

  private item(name: string, fields: Partial<ItemNode> = {}): ItemNode {
    return this.editor.state.makeItem(name, { duration: ticks(600), ...fields });
  }
}

/** The corners of a clip's volume: seconds of the sequence, and amplitudes of two decimals. */
export function lineOf(clip: ClipNode): [number, number][] {
  return volumeOf(clip).map(({ at, volume }) => [round(at / TICKS_PER_SECOND), round(volume)]);
}

/** The editor's pen. */
export function draw(clip: ClipNode, corners: readonly (readonly [number, number])[]): void {
  drawVolume(
    clip,
    corners.map(([at, volume]) => ({ at: ticks(at), volume })),
  );
}

export { setVolume };

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
