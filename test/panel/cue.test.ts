import { describe, expect, it } from "vitest";
import type { Scene } from "../../src/contract/editor-host.ts";
import type { Section } from "../../src/contract/track.ts";
import { insertRequest } from "../../src/panel/cue.ts";
import { insertText } from "../../src/panel/messages.ts";
import { resultOf } from "./results.ts";

const sceneWith = (range: Section | null): Scene => ({
  sequence: { name: "Cut", seconds: 300, playhead: 50, range },
  clips: [],
});
const PART = { whole: false };
const WHOLE = { whole: true };

describe("what goes on the timeline", () => {
  it("is the track from its best section to its end, at the playhead", () => {
    const { cue, at } = insertRequest(resultOf(), sceneWith(null), PART);
    expect(cue.source).toEqual({ start: 20, end: 90 });
    expect(at).toBeNull();
  });

  it("is the same while nothing is known of the sequence", () => {
    expect(insertRequest(resultOf(), null, PART)).toEqual(
      insertRequest(resultOf(), sceneWith(null), PART),
    );
  });

  it("starts at the in point and is no longer than the range", () => {
    const { cue, at } = insertRequest(resultOf(), sceneWith({ start: 12, end: 42 }), PART);
    expect(cue.source).toEqual({ start: 20, end: 50 });
    expect(at).toBe(12);
  });

  it("ends with the track where the range is longer", () => {
    const { cue } = insertRequest(resultOf(), sceneWith({ start: 0, end: 200 }), PART);
    expect(cue.source).toEqual({ start: 20, end: 90 });
  });

  it("is the whole track if asked, still at the in point", () => {
    const { cue, at } = insertRequest(resultOf(), sceneWith({ start: 12, end: 42 }), WHOLE);
    expect(cue.source).toEqual({ start: 0, end: 90 });
    expect(at).toBe(12);
  });

  it("reaches to the end of the section where the length is unknown", () => {
    const { cue } = insertRequest(resultOf({ track: { seconds: 0 } }), null, PART);
    expect(cue.source).toEqual({ start: 20, end: 30 });
  });

  it("carries title, artist, licence and audio of the track", () => {
    const { track } = resultOf();
    expect(insertRequest(resultOf(), null, PART).cue).toMatchObject({
      trackId: track.id,
      title: track.title,
      artist: track.artist,
      licence: track.licence,
      audio: track.audio,
    });
  });

  it("is said in words", () => {
    expect(insertText(insertRequest(resultOf(), null, PART))).toBe("0:20 to 1:30 at the playhead");
    expect(insertText(insertRequest(resultOf(), sceneWith({ start: 12, end: 42 }), PART))).toBe(
      "0:20 to 0:50 at the in point 00:00:12",
    );
  });
});
