import type { SceneClip } from "../../src/contract/selection.ts";
import type { Section } from "../../src/contract/track.ts";
import type { AudioClipOnTimeline, SpokenWord } from "../contract/editor-host-contract.ts";
import { volumeOf } from "./fake/components.ts";
import type { ClipNode, FakeState, ItemNode } from "./fake/state.ts";
import { TICKS_PER_SECOND } from "./fake/times.ts";
import { xmpPacket } from "./fake/xmp.ts";

export function ticks(seconds: number): number {
  return Math.round(seconds * TICKS_PER_SECOND);
}

/** A transcript as Premiere exports it, one word an entry. */
export function transcriptJson(text: string): string {
  const words = text.split(" ").map((word) => ({ text: word, start: 0, duration: 0.2 }));
  return JSON.stringify({ language: "en-us", segments: [{ words }], speakers: [] });
}

/** A transcript of words that have times, as Premiere exports it. */
export function speech(spoken: readonly SpokenWord[]): Partial<ItemNode> {
  const words = spoken.map(({ text, start, end }) => ({ text, start, duration: end - start }));
  const segments = [{ words }];
  const transcript = JSON.stringify({ language: "en-us", segments, speakers: [] });
  return { duration: ticks(300), transcript };
}

/** What an item of the project has of a clip's texts. */
export function itemTexts(clip: SceneClip): Partial<ItemNode> {
  return {
    columns: [
      { ColumnName: "Name", ColumnValue: clip.name },
      { ColumnName: "Media Duration", ColumnValue: 254_016_000_000 },
      { ColumnName: "Description", ColumnValue: clip.description },
      { ColumnName: "Log Note", ColumnValue: clip.logNote },
      { ColumnName: "Comment", ColumnValue: clip.comment },
      ...clip.columns.map(({ name, text }) => ({ ColumnName: name, ColumnValue: text })),
    ],
    xmp: xmpPacket(clip),
    markers: clip.markers,
    transcript: clip.transcript === "" ? null : transcriptJson(clip.transcript),
  };
}

/** The bin at the end of a path, made where it is not there. */
export function binAt(state: FakeState, path: readonly string[]): ItemNode {
  return path.reduce((bin, name) => {
    const there = bin.children?.find((item) => item.name === name && item.children !== undefined);
    const inner = there ?? state.makeItem(name, { children: [] });
    if (there === undefined) bin.children?.push(inner);
    return inner;
  }, state.root);
}

/** A clip of an item, which lies there on the timeline, in seconds. */
export function clipNode(item: ItemNode, section: Section): ClipNode {
  return {
    item,
    name: item.name,
    start: ticks(section.start),
    end: ticks(section.end),
    sourceStart: 0,
    selected: false,
  };
}

/** What tests see of a clip on this track, in seconds. */
export function onTimeline(track: number): (clip: ClipNode) => AudioClipOnTimeline {
  return (clip) => ({
    name: clip.name,
    track,
    start: seconds(clip.start),
    end: seconds(clip.end),
    sourceStart: seconds(clip.sourceStart),
    volume: volumeOf(clip).map(({ at, volume }) => ({ at: seconds(at), volume })),
    markers: (clip.item?.markers ?? []).map(({ name, start = 0, duration = 0 }) => ({
      name,
      at: seconds(start),
      seconds: seconds(duration),
    })),
  });
}

export function seconds(ticks: number): number {
  return ticks / TICKS_PER_SECOND;
}
