import { beforeEach, describe, expect, it } from "vitest";
import type { DuckReport, DuckSettings } from "../../../src/contract/ducking.ts";
import type { Build } from "../fake/build.ts";
import type { ClipNode } from "../fake/state.ts";
import { refusal } from "../cues.ts";
import { CuttingRoom, draw, lineOf, setVolume } from "./cutting-room.ts";

/** A tenth of the volume, with ramps that can be read off. */
const SETTINGS: DuckSettings = { depth: 20, attack: 0.5, release: 1, dialogue: null };
const RECORD = "needledrop.ducking";
const LABEL = "Duck the music under speech";

let room: CuttingRoom;
let music: ClipNode;

/** Speech on A1 at 20 s, for two seconds; music on A2 from 10 to 40 s, from its fifth second on. */
function open(build: Partial<Build> = {}): void {
  room = new CuttingRoom(build);
  room.lay(room.makeSpeech("Interview", [[3, 5]]), { start: 17, end: 27 });
  music = room.layMusic("First Light", { start: 10, end: 40 }, { sourceStart: 5 });
}
beforeEach(() => open());

const duck = (changes: Partial<DuckSettings> = {}): Promise<DuckReport> =>
  room.editor.host.duck({ ...SETTINGS, ...changes });

const DUCKED = [
  [19.5, 1],
  [20, 0.1],
  [22, 0.1],
  [23, 1],
];

describe("music under speech", () => {
  it("is drawn and recorded in one step, which one undo takes back", async () => {
    expect(await duck()).toEqual({
      clips: 1,
      dips: 1,
      basis: "transcript",
      dialogue: [0],
      notes: [],
    });
    expect(lineOf(music)).toEqual(DUCKED);
    expect(room.editor.state.ledger.labels).toEqual([LABEL]);
    expect(room.sequence.properties.get(RECORD)).toContain(music.item?.id);

    room.editor.undo();
    expect(lineOf(music)).toEqual([[10, 1]]);
    expect(room.sequence.properties.has(RECORD)).toBe(false);
  });

  it.each<[string, Partial<Build>]>([
    ["holds levels on another scale", { levelScale: "top15dB" }],
    ["lists Channel Volume first", { channelVolumeFirst: true }],
    ["counts keyframes in the sequence", { keyframesFrom: "sequence" }],
    ["does not say from where it counts keyframes", { keyframesFrom: "unsaid" }],
    ["keeps no properties of clips", { clipProperties: false }],
  ])("goes down at the same moments where Premiere %s", async (_, build) => {
    open(build);
    setVolume(music, 0.5);
    await duck();
    const half = DUCKED.map(([at = 0, gain = 0]) => [at, gain / 2]);
    expect(lineOf(music)).toEqual(half);
    // Anew, from what was drawn.
    await duck();
    expect(lineOf(music)).toEqual(half);
  });

  it("goes down at the same moments where times count from a file's time code", async () => {
    open({ marksFrom: "mediaStart" });
    const item = room.makeSpeech("Camera", [[3, 5]], { mediaStart: 10 * 3600 * 254_016_000_000 });
    room.sequence.audio[0] = [];
    room.lay(item, { start: 18, end: 27 }, { sourceStart: 1 });
    await duck();
    expect(lineOf(music)).toEqual(DUCKED);
  });

  it("comes with a note where Premiere does not say from where it counts keyframes", async () => {
    open({ keyframesFrom: "unsaid" });
    const { notes } = await duck();
    expect(notes).toEqual([expect.stringMatching(/keyframes.*“First Light”.*undo/)]);
  });

  it("is drawn anew from the volume before, with the new settings", async () => {
    setVolume(music, 0.5);
    await duck();
    await duck({ depth: 40, release: 2 });
    expect(lineOf(music)).toEqual([
      [19.5, 0.5],
      [20, 0.01],
      [22, 0.01],
      [24, 0.5],
    ]);
  });

  it("comes back where nobody speaks any more", async () => {
    setVolume(music, 0.5);
    await duck();
    room.sequence.audio[0] = [];
    const report = await duck({ dialogue: [0] });
    expect(report).toMatchObject({ clips: 0, dips: 0 });
    expect(report.notes).toEqual([expect.stringContaining("“First Light”")]);
    expect(lineOf(music)).toEqual([[10, 0.5]]);
    expect(room.sequence.properties.get(RECORD)).toBe("[]");
  });

  it("goes down at most twelve times: the shortest pauses are closed", async () => {
    const words = Array.from({ length: 20 }, (_, i): [number, number] => [
      10 * i,
      10 * i + 1 + i / 10,
    ]);
    room.lay(room.makeSpeech("Monologue", words), { start: 100, end: 400 });
    const bed = room.layMusic("Bed", { start: 90, end: 400 });
    const { dips } = await duck();
    expect(dips).toBe(1 + 12);
    expect(lineOf(bed)).toHaveLength(48);
  });

  it("is found by its tag where it was moved out of Needledrop's bin", async () => {
    const tag = {
      trackId: "first-light",
      title: "First Light",
      artist: "Needledrop",
      licence: { id: "CC0-1.0", name: "Creative Commons Zero" },
    };
    const item = room.makeSpeech("First Light", null);
    item.properties.set("needledrop.track", JSON.stringify(tag));
    const moved = room.lay(item, { start: 10, end: 40 }, { track: 2 });
    expect(await duck()).toMatchObject({ clips: 2 });
    expect(lineOf(moved)).toEqual(DUCKED);
  });

  it("asks for the volume of music alone, and once for each step", async () => {
    for (let i = 0; i < 20; i++)
      room.lay(room.makeSpeech(`Take ${i}`, null), { start: 100 + i, end: 101 + i });
    room.editor.calls.reset();
    await duck();
    // Once to plan, once to read back.
    expect(room.editor.calls.of("AudioClipTrackItem.getComponentChain")).toBe(2);
    expect(room.editor.calls.of("Project.executeTransaction")).toBe(1);
  });
});

describe("a clip of music is left as it is", () => {
  let other: ClipNode;
  beforeEach(() => {
    other = room.layMusic("Night Drive", { start: 10, end: 40 }, { track: 2, sourceStart: 5 });
  });

  it.each<[string, (clip: ClipNode) => void, RegExp]>([
    [
      "with keyframes of the editor's own",
      (clip) =>
        draw(clip, [
          [10, 1],
          [40, 0],
        ]),
      /keyframes/,
    ],
    ["with no volume at all", (clip) => setVolume(clip, 0), /level reads 0\b/],
    ["with a volume beyond the fader", (clip) => setVolume(clip, 20), /level reads 20\b/],
    ["with a volume that is no number", (clip) => setVolume(clip, Number.NaN), /level reads NaN/],
    ["at another speed", (clip) => Object.assign(clip, { speed: 0.5 }), /speed/],
    [
      "with an in point that cannot be read",
      (clip) => {
        room.editor.state.faults.failing = (call, node) =>
          call.endsWith("getInPoint") && node === clip ? "rejects" : undefined;
      },
      /in point/,
    ],
    [
      "with effects that cannot be read",
      (clip) => {
        room.editor.state.faults.failing = (call, node) =>
          call.endsWith("getComponentChain") && node === clip ? "rejects" : undefined;
      },
      /cannot be read/,
    ],
  ])("%s, and named, while the others are ducked", async (_, spoil, why) => {
    spoil(other);
    const before = lineOf(other);
    const { clips, notes } = await duck();
    expect(clips).toBe(1);
    expect(notes).toEqual([expect.stringMatching(why)]);
    expect(notes[0]).toContain("“Night Drive”");
    expect(lineOf(music)).toEqual(DUCKED);
    expect(lineOf(other)).toEqual(before);
  });

  it("with what the editor changed after it was ducked", async () => {
    await duck();
    draw(other, [
      [19.5, 1],
      [20, 0.2],
      [22, 0.1],
      [23, 1],
      [39, 1],
      [40, 0],
    ]);
    const byHand = lineOf(other);
    const { clips, notes } = await duck();
    expect(clips).toBe(1);
    expect(notes).toEqual([expect.stringMatching(/by hand.*“Night Drive”/)]);
    expect(lineOf(other)).toEqual(byHand);
  });

  it("and when all are, that is an error with their names", async () => {
    for (const clip of [music, other]) setVolume(clip, 0);
    const error = await refusal(duck());
    expect(error.what).toMatch(/level reads 0\b.*“First Light”, “Night Drive”/);
    expect(room.editor.state.ledger.labels).toEqual([]);
  });
});

describe("ducking says exactly what happened", () => {
  it("when Premiere carries it out and draws nothing", async () => {
    room.editor.state.faults.transaction = () => "ignored";
    const error = await refusal(duck());
    expect(error.what).toContain("“First Light” has 0 volume keyframes instead of 4");
    expect(error.next).toContain(LABEL);
  });

  it("when Premiere drops some of the keyframes", async () => {
    room.editor.state.faults.keyframeLimit = 3;
    const error = await refusal(duck());
    expect(error.what).toContain("“First Light” has 3 volume keyframes instead of 4");
  });

  it.each<[string, Partial<DuckSettings>, RegExp]>([
    ["at another depth", { depth: 6 }, /keeps no note/],
    ["with other ramps", { attack: 2 }, /other places/],
  ])("when Premiere does not draw anew %s", async (_, changes, what) => {
    await duck();
    room.editor.state.faults.transaction = () => "ignored";
    const error = await refusal(duck(changes));
    expect(error.what).toMatch(what);
    expect(error.next).toContain(LABEL);
    expect(lineOf(music)).toEqual(DUCKED);
  });

  it("when Premiere does not say what the volume is afterwards", async () => {
    room.editor.state.faults.failing = (call) =>
      call.endsWith("getComponentChain") && room.editor.state.ledger.labels.includes(LABEL)
        ? "rejects"
        : undefined;
    const error = await refusal(duck());
    expect(error.what).toMatch(/does not say the volume of “First Light”/);
    expect(error.next).toMatch(/Undo once/);
  });

  it.each(["refused", "throws"] as const)("when the step is %s", async (fate) => {
    room.editor.state.faults.transaction = () => fate;
    const error = await refusal(duck());
    expect(error.what).toMatch(/did not change the volume/);
    expect(lineOf(music)).toEqual([[10, 1]]);
  });

  it("when the sequence cannot keep what was ducked, and then draws nothing", async () => {
    room.editor.state.faults.failing = (call) =>
      call === "Properties.getProperties" ? "rejects" : undefined;
    await refusal(duck());
    expect(lineOf(music)).toEqual([[10, 1]]);
  });
});
