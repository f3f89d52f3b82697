import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as v from "valibot";
import {
  HostInfoSchema,
  InsertReportSchema,
  SceneSchema,
  type Cue,
  type EditorHost,
  type HostEvent,
  type SceneClip,
  type Theme,
} from "../../src/contract/editor-host.ts";
import { HostError } from "../../src/contract/errors.ts";
import type { Section } from "../../src/contract/track.ts";

/** A clip on an audio track as it really lies there. Times in seconds. */
export interface AudioClipOnTimeline extends Section {
  readonly name: string;
  /** Zero-based. */
  readonly track: number;
  /** Where in its file it begins. */
  readonly sourceStart: number;
}

/**
 * An editing application for the contract's tests: the host, and the hands of the editor.
 * It opens with a sequence of 300 s that has `audioTracks` empty audio tracks.
 */
export interface EditorHostHarness {
  readonly host: EditorHost;
  /** Seconds of one frame: as far as a time may be off. */
  readonly frame: number;
  readonly audioTracks: number;
  /** Audio that exists, of `cueSeconds` seconds. */
  readonly audio: Cue["audio"];
  readonly audioSeconds: number;
  audioClips(): readonly AudioClipOnTimeline[];
  addAudioClip(track: number, section: Section): void;
  setPlayhead(seconds: number): void;
  setRange(range: Section | null): void;
  /** Puts these clips in the picture and selects them, instead of what was selected. */
  selectClips(clips: readonly SceneClip[]): void;
  setTheme(theme: Theme): void;
  undo(): void;
  closeSequence(): void;
  /** Pages that came up in the browser, oldest first. */
  readonly openedPages: readonly string[];
  /** From now on the person, or the browser, lets no page open. */
  refusePages(): void;
  /** What the drag strip says; empty when it offers nothing. */
  dragStrip(): string;
}

const NO_AUDIO: Cue["audio"] = { kind: "bundled", path: "audio/no-such-track.mp3" };

const CLIP: SceneClip = {
  name: "Fox at the stream",
  description: "A young fox plays.",
  logNote: "Funny!",
  comment: "Trim the start.",
  markers: [{ name: "Slips", comments: "Beat here." }],
  transcript: "You learn to hear it.",
};

/** What every `EditorHost` does. `open` makes a fresh application for each test. */
export function testEditorHost(name: string, open: () => EditorHostHarness): void {
  describe(`${name} as an editor host`, () => {
    let editor: EditorHostHarness;
    let host: EditorHost;
    const unsubscribe: (() => void)[] = [];

    beforeEach(() => {
      editor = open();
      host = editor.host;
    });
    afterEach(() => unsubscribe.splice(0).forEach((stop) => stop()));

    const cue = (source: Section, changes: Partial<Cue> = {}): Cue => ({
      trackId: "first-light",
      title: "First Light",
      artist: "Needledrop",
      licence: { id: "CC0-1.0", name: "Creative Commons Zero" },
      audio: editor.audio,
      source,
      ...changes,
    });
    const isAbout = (seconds: number, wanted: number): void =>
      expect(Math.abs(seconds - wanted)).toBeLessThanOrEqual(editor.frame + 1e-9);
    const heard = (): HostEvent[] => {
      const events: HostEvent[] = [];
      unsubscribe.push(host.onEvent((event) => events.push(event)));
      return events;
    };

    it("describes itself within the schema", async () => {
      editor.setTheme("light");
      const info = await host.describe();
      expect(v.parse(HostInfoSchema, info)).toEqual(info);
      expect(info.name).not.toBe("");
      expect(info.theme).toBe("light");
    });

    describe("reading the scene", () => {
      it("tells playhead and length, and no range where none is marked", async () => {
        editor.addAudioClip(0, { start: 10, end: 20 });
        editor.setPlayhead(12);
        const scene = await host.readScene();
        expect(v.parse(SceneSchema, scene)).toEqual(scene);
        expect(scene.sequence).toMatchObject({ playhead: 12, range: null });
        expect(scene.sequence?.seconds).toBeCloseTo(300);
        expect(scene.clips).toEqual([]);
      });

      it("tells the marked range", async () => {
        editor.setRange({ start: 4, end: 9 });
        expect((await host.readScene()).sequence?.range).toEqual({ start: 4, end: 9 });
        editor.setRange(null);
        expect((await host.readScene()).sequence?.range).toBeNull();
      });

      it("gives every text of every selected clip", async () => {
        const bare = {
          ...CLIP,
          name: "Bare",
          description: "",
          logNote: "",
          comment: "",
          markers: [],
          transcript: "",
        };
        editor.selectClips([CLIP, bare]);
        expect((await host.readScene()).clips).toEqual([CLIP, bare]);
      });

      it("says that nothing is open when no sequence is", async () => {
        editor.closeSequence();
        expect((await host.readScene()).sequence).toBeNull();
      });
    });

    describe("inserting", () => {
      it("reports what the timeline then holds", async () => {
        const report = await host.insert({ cue: cue({ start: 0, end: 8 }), at: 20 });
        expect(v.parse(InsertReportSchema, report)).toEqual(report);
        const [clip, ...others] = editor.audioClips();
        expect(others).toEqual([]);
        expect(report).toEqual({
          clipName: clip?.name,
          audioTrack: clip?.track,
          start: clip?.start,
          end: clip?.end,
        });
        expect(report.clipName).toContain("First Light");
        isAbout(report.start, 20);
        isAbout(report.end, 28);
      });

      it("goes to the playhead unless told otherwise", async () => {
        editor.setPlayhead(33);
        const report = await host.insert({ cue: cue({ start: 0, end: 5 }), at: null });
        isAbout(report.start, 33);
      });

      it("takes just the section that was asked for", async () => {
        const report = await host.insert({ cue: cue({ start: 6.4, end: 16.4 }), at: 1 });
        isAbout(editor.audioClips()[0]?.sourceStart ?? -1, 6.4);
        isAbout(report.end - report.start, 10);
      });

      it("stops where the audio ends", async () => {
        const source = { start: editor.audioSeconds - 4, end: editor.audioSeconds + 10 };
        const report = await host.insert({ cue: cue(source), at: 0 });
        isAbout(report.end - report.start, 4);
      });

      it("refuses a section that lies beyond the end of the audio", async () => {
        const source = { start: editor.audioSeconds + 1, end: editor.audioSeconds + 5 };
        await expect(host.insert({ cue: cue(source), at: 0 })).rejects.toBeInstanceOf(HostError);
        expect(editor.audioClips()).toEqual([]);
      });

      it("passes over a track that holds anything in the way", async () => {
        editor.addAudioClip(0, { start: 25, end: 26 });
        const before = editor.audioClips();
        const report = await host.insert({ cue: cue({ start: 0, end: 10 }), at: 20 });
        expect(report.audioTrack).toBe(1);
        expect(editor.audioClips()).toEqual(expect.arrayContaining([...before]));
        expect(editor.audioClips()).toHaveLength(2);
      });

      it("fits between two clips that it touches", async () => {
        editor.addAudioClip(0, { start: 10, end: 20 });
        editor.addAudioClip(0, { start: 30, end: 40 });
        for (let track = 1; track < editor.audioTracks; track++)
          editor.addAudioClip(track, { start: 21, end: 22 });
        const before = editor.audioClips();
        const report = await host.insert({ cue: cue({ start: 0, end: 10 }), at: 20 });
        expect(report.audioTrack).toBe(0);
        expect(editor.audioClips()).toEqual(expect.arrayContaining([...before]));
      });

      it("leaves the tracks of others alone while one is empty", async () => {
        editor.addAudioClip(0, { start: 100, end: 110 });
        const report = await host.insert({ cue: cue({ start: 0, end: 10 }), at: 20 });
        expect(report.audioTrack).toBe(1);
      });

      it("keeps its music together on one track", async () => {
        const above = { start: 0, end: 60 };
        editor.addAudioClip(0, above);
        const first = await host.insert({ cue: cue({ start: 0, end: 10 }), at: 20 });
        editor.undo();
        editor.addAudioClip(1, above);
        const below = await host.insert({ cue: cue({ start: 0, end: 10 }), at: 20 });
        const later = await host.insert({ cue: cue({ start: 30, end: 40 }), at: 100 });
        expect([first, below, later].map((report) => report.audioTrack)).toEqual([1, 2, 2]);
      });

      it("goes to the lowest track where none is empty", async () => {
        for (let track = 0; track < editor.audioTracks; track++)
          editor.addAudioClip(track, { start: 100, end: 110 });
        const report = await host.insert({ cue: cue({ start: 0, end: 10 }), at: 20 });
        expect(report.audioTrack).toBe(editor.audioTracks - 1);
      });

      it("finds another track for a second cue at the same place", async () => {
        const request = { cue: cue({ start: 0, end: 10 }), at: 20 };
        const tracks = [await host.insert(request), await host.insert(request)];
        expect(tracks.map((report) => report.audioTrack)).toEqual([0, 1]);
      });

      it("keeps two cues that are asked for at once apart", async () => {
        const request = { cue: cue({ start: 0, end: 10 }), at: 20 };
        const reports = await Promise.all([host.insert(request), host.insert(request)]);
        expect(reports.map((report) => report.audioTrack).sort()).toEqual([0, 1]);
        expect(editor.audioClips()).toHaveLength(2);
      });

      it("is taken back by one undo", async () => {
        editor.addAudioClip(0, { start: 25, end: 26 });
        const before = editor.audioClips();
        await host.insert({ cue: cue({ start: 0, end: 10 }), at: 20 });
        editor.undo();
        expect(editor.audioClips()).toEqual(before);
      });

      it("changes nothing and says what to do when no track is free", async () => {
        for (let track = 0; track < editor.audioTracks; track++)
          editor.addAudioClip(track, { start: 21, end: 22 });
        const before = editor.audioClips();
        const failure = host.insert({ cue: cue({ start: 0, end: 10 }), at: 20 });
        await expect(failure).rejects.toBeInstanceOf(HostError);
        await expect(failure).rejects.toThrow(/audio track/i);
        expect(editor.audioClips()).toEqual(before);
      });

      it("refuses when no sequence is open", async () => {
        editor.closeSequence();
        const failure = host.insert({ cue: cue({ start: 0, end: 10 }), at: 0 });
        await expect(failure).rejects.toBeInstanceOf(HostError);
        await expect(failure).rejects.toThrow(/sequence/i);
      });

      it("refuses audio that is not there", async () => {
        const missing = cue({ start: 0, end: 10 }, { audio: NO_AUDIO });
        const failure = host.insert({ cue: missing, at: 0 });
        await expect(failure).rejects.toBeInstanceOf(HostError);
        expect(editor.audioClips()).toEqual([]);
      });

      it("works again after a refusal", async () => {
        const missing = cue({ start: 0, end: 10 }, { audio: NO_AUDIO });
        await expect(host.insert({ cue: missing, at: 0 })).rejects.toThrow();
        await host.insert({ cue: cue({ start: 0, end: 10 }), at: 0 });
        expect(editor.audioClips()).toHaveLength(1);
      });
    });

    describe("telling of changes", () => {
      it("tells of a theme", () => {
        const events = heard();
        editor.setTheme("dark");
        expect(events).toContainEqual({ type: "theme", theme: "dark" });
      });

      it("tells of a selection", () => {
        const events = heard();
        editor.selectClips([CLIP]);
        expect(events).toContainEqual({ type: "scene" });
      });

      it("tells of a sequence that closes", () => {
        const events = heard();
        editor.closeSequence();
        expect(events).toContainEqual({ type: "scene" });
      });

      it("falls silent when asked to", () => {
        const events: HostEvent[] = [];
        host.onEvent((event) => events.push(event))();
        editor.setTheme("dark");
        editor.selectClips([CLIP]);
        expect(events).toEqual([]);
      });
    });

    describe("opening a page", () => {
      const PAGE = "https://example.org/music?id=far-away";

      it("brings up that very page, once", async () => {
        await host.openPage(PAGE);
        expect(editor.openedPages).toEqual([PAGE]);
      });

      it("says which page did not open", async () => {
        editor.refusePages();
        const failure = host.openPage(PAGE);
        await expect(failure).rejects.toBeInstanceOf(HostError);
        await expect(failure).rejects.toMatchObject({ input: PAGE });
        expect(editor.openedPages).toEqual([]);
      });
    });

    describe("offering a drag", () => {
      it("shows the track on the strip, and takes it off", async () => {
        await host.offerDrag(cue({ start: 0, end: 10 }));
        expect(editor.dragStrip()).toContain("First Light");
        await host.offerDrag(null);
        expect(editor.dragStrip()).toBe("");
      });
    });
  });
}
