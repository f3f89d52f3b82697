import { beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_DUCKING } from "../../../src/contract/ducking.ts";
import { refusal } from "../cues.ts";
import type { ClipNode } from "../fake/state.ts";
import { CuttingRoom, draw, lineOf, setVolume } from "./cutting-room.ts";

const RECORD = "needledrop.ducking";

let room: CuttingRoom;
let music: ClipNode;
beforeEach(async () => {
  room = new CuttingRoom();
  room.lay(room.makeSpeech("Interview", [[3, 5]]), { start: 17, end: 27 });
  music = room.layMusic("First Light", { start: 10, end: 40 }, { sourceStart: 5 });
  setVolume(music, 0.5);
  await room.editor.host.duck(DEFAULT_DUCKING);
});

describe("taking the ducking away", () => {
  it("gives the volume before back and clears the record, in one step", async () => {
    const ducked = lineOf(music);
    expect(await room.editor.host.unduck()).toEqual({ clips: 1, notes: [] });
    expect(lineOf(music)).toEqual([[10, 0.5]]);
    expect(room.sequence.properties.get(RECORD)).toBe("[]");
    expect(room.editor.state.ledger.labels).toHaveLength(2);
    room.editor.undo();
    expect(lineOf(music)).toEqual(ducked);
    expect(room.sequence.properties.get(RECORD)).toContain(music.item?.id);
  });

  it("finds a clip that was moved by less than its length", async () => {
    music = room.move(music, 20);
    expect(await room.editor.host.unduck()).toMatchObject({ clips: 1 });
    expect(lineOf(music)).toEqual([[30, 0.5]]);
  });

  it("does nothing where nothing is ducked, and adds no undo step", async () => {
    await room.editor.host.unduck();
    expect(await room.editor.host.unduck()).toEqual({ clips: 0, notes: [] });
    expect(room.editor.state.ledger.labels).toHaveLength(2);
  });

  it("does nothing where the music is gone, and says so", async () => {
    room.sequence.audio[1] = [];
    const report = await room.editor.host.unduck();
    expect(report).toEqual({ clips: 0, notes: [expect.stringMatching(/^1 clip .* removed/)] });
    expect(room.editor.state.ledger.labels).toHaveLength(1);
  });

  it("drops the record of what is gone with that of the others", async () => {
    const other = room.layMusic("Night Drive", { start: 10, end: 40 }, { track: 2 });
    await room.editor.host.duck(DEFAULT_DUCKING);
    room.sequence.audio[2] = [];
    const report = await room.editor.host.unduck();
    expect(report).toMatchObject({ clips: 1, notes: [expect.stringMatching(/^1 clip /)] });
    expect(room.sequence.properties.get(RECORD)).not.toContain(other.item?.id);
  });

  it("takes the selected music alone", async () => {
    const other = room.layMusic("Night Drive", { start: 10, end: 40 }, { track: 2 });
    await room.editor.host.duck(DEFAULT_DUCKING);
    const ducked = lineOf(music);
    other.selected = true;
    expect(await room.editor.host.unduck()).toMatchObject({ clips: 1 });
    expect(lineOf(other)).toEqual([[10, 1]]);
    expect(lineOf(music)).toEqual(ducked);
    other.selected = false;
    expect(await room.editor.host.unduck()).toMatchObject({ clips: 1 });
    expect(lineOf(music)).toEqual([[10, 0.5]]);
  });

  it("says whose keyframes were changed by hand", async () => {
    draw(music, [
      [10, 0.1],
      [40, 0.1],
    ]);
    const { notes } = await room.editor.host.unduck();
    expect(notes).toEqual([expect.stringMatching(/by hand.*“First Light”/)]);
    expect(lineOf(music)).toEqual([[10, 0.5]]);
  });

  it("leaves a clip whose volume cannot be read, and names it", async () => {
    room.editor.state.faults.failing = (call) =>
      call.endsWith("getComponentChain") ? "rejects" : undefined;
    const { clips, notes } = await room.editor.host.unduck();
    expect(clips).toBe(0);
    expect(notes).toEqual([expect.stringContaining("“First Light”")]);
  });

  it("says so where Premiere carries it out and changes nothing", async () => {
    room.editor.state.faults.transaction = () => "ignored";
    const error = await refusal(room.editor.host.unduck());
    expect(error.what).toContain("“First Light” has 4 volume keyframes instead of 0");
  });

  it("ignores a record that is none", async () => {
    room.sequence.properties.set(RECORD, "{");
    expect(await room.editor.host.unduck()).toEqual({ clips: 0, notes: [] });
  });
});
