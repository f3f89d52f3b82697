import { describe, expect, it } from "vitest";
import { cueOfPart, insertRequest, pushRequest } from "../../../src/panel/editor/cue.ts";
import { insertText, pushText } from "../../../src/panel/words/editor-messages.ts";
import { resultOf } from "../results.ts";
import { placeAt } from "../test-editor.ts";

const PART = { whole: false, track: "music" } as const;
const WHOLE = { whole: true, track: "music" } as const;

describe("what goes on the timeline", () => {
  it("is the track from its best section to its end, at the playhead", () => {
    const { cue, at } = insertRequest(resultOf(), placeAt(50), PART);
    expect(cue.source).toEqual({ start: 20, end: 90 });
    expect(at).toBeNull();
  });

  it("is the same while nothing is known of the sequence", () => {
    expect(insertRequest(resultOf(), null, PART)).toEqual(
      insertRequest(resultOf(), placeAt(50), PART),
    );
  });

  it("starts at the in point and is no longer than the range", () => {
    const { cue, at } = insertRequest(resultOf(), placeAt(50, { start: 12, end: 42 }), PART);
    expect(cue.source).toEqual({ start: 20, end: 50 });
    expect(at).toBe(12);
  });

  it("starts where it hits what is to be hit, in the part that was read for that", () => {
    const aim = { offset: 31.4, span: { start: 100, end: 130 } };
    const request = insertRequest(resultOf(), placeAt(50), { ...PART, aim });
    expect(request.cue.source).toEqual({ start: 31.4, end: 61.4 });
    expect(request.at).toBe(100);
  });

  it("is the passage, or the whole track, all the same where these are asked for", () => {
    const aim = { offset: 31.4, span: { start: 100, end: 130 } };
    const passage = { start: 5, end: 9 };
    const marked = insertRequest(resultOf(), placeAt(50), { ...PART, aim, passage });
    expect(marked).toMatchObject({ cue: { source: passage }, at: null });
    const whole = insertRequest(resultOf(), placeAt(50), { ...WHOLE, aim });
    expect(whole).toMatchObject({ cue: { source: { start: 0, end: 90 } }, at: null });
  });

  it("ends with the track where the range is longer", () => {
    const { cue } = insertRequest(resultOf(), placeAt(50, { start: 0, end: 200 }), PART);
    expect(cue.source).toEqual({ start: 20, end: 90 });
  });

  it("is the whole track if asked, still at the in point", () => {
    const { cue, at } = insertRequest(resultOf(), placeAt(50, { start: 12, end: 42 }), WHOLE);
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

  it("goes on the track that was chosen, and pushes nothing", () => {
    const request = insertRequest(resultOf(), null, { whole: false, track: 1 });
    expect(request).toMatchObject({ track: 1, ripple: false });
  });

  it("is said in words", () => {
    expect(insertText(insertRequest(resultOf(), null, PART))).toBe(
      "“Dawn” 0:20–1:30 at the playhead",
    );
    expect(insertText(insertRequest(resultOf(), placeAt(50, { start: 12, end: 42 }), PART))).toBe(
      "“Dawn” 0:20–0:50 at the in point 00:00:12",
    );
    expect(insertText(insertRequest(resultOf(), null, { whole: false, track: 1 }))).toBe(
      "“Dawn” 0:20–1:30 at the playhead, on A2",
    );
    expect(insertText(insertRequest(resultOf(), null, { whole: false, track: "new" }))).toBe(
      "“Dawn” 0:20–1:30 at the playhead, on a new track",
    );
  });
});

describe("what pushes the rest later", () => {
  const sequence = (range: { start: number; end: number } | null) => {
    const place = placeAt(50, range);
    if (place.sequence === null) throw new Error("There is a sequence.");
    return place.sequence;
  };

  it("has a fixed place: the in point, else where the playhead was when it was asked about", () => {
    expect(pushRequest(resultOf(), sequence(null), { track: "music" })).toMatchObject({
      at: 50,
      ripple: true,
      track: "music",
    });
    expect(
      pushRequest(resultOf(), sequence({ start: 12, end: 42 }), { track: "new" }),
    ).toMatchObject({
      at: 12,
      cue: { source: { start: 20, end: 50 } },
    });
  });

  it("says how much moves, from where, and on which tracks", () => {
    const text = pushText(pushRequest(resultOf(), sequence(null), { track: "music" }));
    expect(text).toContain("“Dawn” will be inserted at 00:00:50.");
    expect(text).toContain("will move later by 1:10 on all tracks");
  });
});

it("takes a track for a place that is given from its best section to its end", () => {
  expect(cueOfPart(resultOf()).source).toEqual({ start: 20, end: 90 });
});
