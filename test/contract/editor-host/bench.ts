import { beforeEach, expect } from "vitest";
import type { Cue, InsertReport, InsertRequest } from "../../../src/contract/cue.ts";
import type { EditorHost } from "../../../src/contract/editor-host.ts";
import { HostError } from "../../../src/contract/errors.ts";
import type { SceneClip } from "../../../src/contract/selection.ts";
import { sceneClip } from "../../scene-clip.ts";
import type { Section } from "../../../src/contract/track.ts";
import type { AudioClipOnTimeline, EditorHostHarness } from "./harness.ts";

export const CLIP: SceneClip = {
  name: "Fox at the stream",
  description: "A young fox plays.",
  logNote: "Funny!",
  comment: "Trim the start.",
  keywords: ["fox", "water"],
  location: "Upper stream",
  columns: [{ name: "Mood", text: "playful" }],
  bins: ["Wildlife", "Foxes"],
  markers: [{ name: "Slips", comments: "Beat here." }],
  transcript: "You learn to hear it.",
  transcriptCut: false,
};
/** A clip that nobody has written anything about. */
export const BARE: SceneClip = sceneClip({ name: "Bare" });
export const NO_AUDIO: Cue["audio"] = { kind: "bundled", path: "audio/no-such-track.mp3" };

/** A fresh application for each test of the suite it is made in, and what its tests often say. */
export class Bench {
  private current: EditorHostHarness | null = null;

  constructor(open: () => EditorHostHarness) {
    beforeEach(() => {
      this.current = open();
    });
  }

  get editor(): EditorHostHarness {
    if (this.current === null) throw new Error("Only a test has an editor.");
    return this.current;
  }

  get host(): EditorHost {
    return this.editor.host;
  }

  cue(source: Section, changes: Partial<Cue> = {}): Cue {
    return {
      trackId: "first-light",
      title: "First Light",
      artist: "Needledrop",
      licence: { id: "CC0-1.0", name: "Creative Commons Zero" },
      audio: this.editor.audio,
      source,
      ...changes,
    };
  }

  /** Of another track, with an artist to be credited. */
  otherCue(source: Section): Cue {
    const licence = { id: "CC-BY-4.0", name: "CC BY 4.0", attribution: "Second Wind by Ann" };
    const names = { trackId: "second-wind", title: "Second Wind", artist: "Ann", licence };
    return this.cue(source, { ...names, audio: this.editor.otherAudio });
  }

  /** Lays down a stretch of music: on the track for it, pushing nothing, unless told otherwise. */
  insert(
    source: Section,
    at: number | null,
    changes: Partial<InsertRequest> = {},
  ): Promise<InsertReport> {
    const request = { cue: this.cue(source), at, track: "music", ripple: false } as const;
    return this.host.insert({ ...request, ...changes });
  }

  /** Undoes as often as a report says. */
  undo({ undoSteps }: { readonly undoSteps: number }): void {
    for (let step = 0; step < undoSteps; step++) this.editor.undo();
  }

  /** The clip that begins there. */
  clipAt(track: number, start: number): AudioClipOnTimeline {
    const { frame } = this.editor;
    const found = this.editor
      .audioClips()
      .find((clip) => clip.track === track && Math.abs(clip.start - start) <= frame);
    if (found === undefined) throw new Error(`No clip begins on track ${track} at ${start} s.`);
    return found;
  }

  isAbout(seconds: number, wanted: number): void {
    expect(Math.abs(seconds - wanted)).toBeLessThanOrEqual(this.editor.frame + 1e-9);
  }

  /** The call is refused with an error that says `about`, and the audio tracks stay as they were. */
  async isRefused(call: () => Promise<unknown>, about: RegExp): Promise<void> {
    const before = this.editor.audioClips();
    const failure = call();
    await expect(failure).rejects.toBeInstanceOf(HostError);
    await expect(failure).rejects.toThrow(about);
    expect(this.editor.audioClips()).toEqual(before);
  }
}
