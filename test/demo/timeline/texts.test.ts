import { describe, expect, it } from "vitest";
import { DOCUMENTARY } from "../../../src/demo/documentary.ts";
import { selectionOf } from "../../../src/demo/host/read-timeline.ts";
import { undo } from "../../../src/demo/timeline/edit.ts";
import { insertCue } from "../../../src/demo/timeline/insert.ts";
import { openTimeline, type Timeline } from "../../../src/demo/timeline/model.ts";
import { selectOnly } from "../../../src/demo/timeline/selection.ts";
import { withoutTexts, withTexts } from "../../../src/demo/timeline/texts.ts";
import { CUE } from "../toy-sequence.ts";

const OPEN = openTimeline(DOCUMENTARY);
const all = (timeline: Timeline): Timeline => {
  const { video, audio } = timeline.sequence;
  return selectOnly(timeline, new Set([...video, ...audio.flat()].map(({ id }) => id)));
};
const rippled = (timeline: Timeline): Timeline =>
  insertCue(timeline, CUE, 10, { track: "music", ripple: true }).timeline;

describe("clips without texts", () => {
  it("say nothing but what a camera calls them, and which sequence they are in", () => {
    const { clips, markers, sequence } = selectionOf(all(withoutTexts(OPEN)));
    expect(clips.length).toBeGreaterThan(10);
    expect(markers).toEqual([]);
    expect(sequence).toBe("Sequence 01");
    for (const { name, ...texts } of clips) {
      expect(name).toMatch(/^[AST]001_C\d{3}$/);
      // The bin of all sound is not a text that somebody wrote about it.
      expect(JSON.stringify({ ...texts, bins: [] })).not.toMatch(/:"[^"]|\["/);
    }
  });

  it("keep their places, their pictures and what is selected", () => {
    const bare = withoutTexts(all(OPEN));
    expect(bare.selection).toEqual(all(OPEN).selection);
    const placed = ({ sequence }: Timeline): unknown =>
      sequence.video.map(({ id, start, end, scenery }) => [id, start, end, scenery]);
    expect(placed(bare)).toEqual(placed(OPEN));
  });

  it("get all their texts back", () => {
    expect(withTexts(withoutTexts(OPEN), DOCUMENTARY)).toEqual(OPEN);
  });

  it("stay without them when an edit is undone, and with them as well", () => {
    const edited = rippled(OPEN);
    expect(undo(withoutTexts(edited)).sequence).toEqual(withoutTexts(OPEN).sequence);
    expect(withTexts(withoutTexts(edited), DOCUMENTARY)).toEqual(edited);
  });

  it("get texts back that were cut in two, and leave music its name", () => {
    const back = withTexts(rippled(withoutTexts(OPEN)), DOCUMENTARY);
    expect(back.sequence.video).toEqual(rippled(OPEN).sequence.video);
    expect(back.sequence.audio.flat().map(({ name }) => name)).toContain("Tune");
  });
});
