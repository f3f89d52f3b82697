import { beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_DUCKING, type DuckReport } from "../../../src/contract/ducking.ts";
import type { Build } from "../fake/build.ts";
import type { ClipNode } from "../fake/state.ts";
import { refusal } from "../cues.ts";
import { ticks } from "../premiere-harness.ts";
import { CuttingRoom, lineOf, type Words } from "./cutting-room.ts";

let room: CuttingRoom;
let music: ClipNode;

function open(build: Partial<Build> = {}): void {
  room = new CuttingRoom(build);
  music = room.layMusic("First Light", { start: 0, end: 100 });
}
beforeEach(() => open());

const duck = (dialogue: number[] | null = null): Promise<DuckReport> =>
  room.editor.host.duck({ ...DEFAULT_DUCKING, dialogue });

/** When the music is down, from and to. */
function down(): [number, number][] {
  const low = lineOf(music).flatMap(([at, gain]) => (gain < 1 ? [at] : []));
  return low.flatMap((at, i) => (i % 2 === 0 ? [[at, low[i + 1] ?? Number.NaN]] : []));
}

const WORDS: Words = [
  [2, 3],
  [10, 11],
  [30, 31],
];

describe("speech is where the words are", () => {
  it("of the part of the file that is in use", async () => {
    const item = room.makeSpeech("Interview", WORDS);
    room.lay(item, { start: 50, end: 60 }, { sourceStart: 5 });
    expect(await duck()).toMatchObject({ basis: "transcript", dialogue: [0], notes: [] });
    expect(down()).toEqual([[55, 56]]);
  });

  it("wherever the clip lies, and as often as it does, though its transcript is read once", async () => {
    const item = room.makeSpeech("Interview", WORDS);
    room.lay(item, { start: 20, end: 25 });
    room.lay(item, { start: 60, end: 65 });
    await duck();
    expect(down()).toEqual([
      [22, 23],
      [62, 63],
    ]);
    expect(room.editor.calls.of("Transcript.exportToJSON")).toBe(1);
  });

  it("cut where the clip is cut within a word", async () => {
    const item = room.makeSpeech("Interview", WORDS);
    room.lay(item, { start: 20, end: 30 }, { sourceStart: 2.5 });
    room.lay(item, { start: 50, end: 52.25 });
    await duck();
    expect(down()).toEqual([
      [20, 20.5],
      [27.5, 28.5],
      [52, 52.25],
    ]);
  });

  it("as the file counts, where Premiere counts from a camera's time code", async () => {
    open({ marksFrom: "mediaStart" });
    const item = room.makeSpeech("Camera", WORDS, { mediaStart: ticks(36_000) });
    room.lay(item, { start: 50, end: 60 }, { sourceStart: 5 });
    await duck();
    expect(down()).toEqual([[55, 56]]);
  });

  it("on every track that has a transcript, and not on those without", async () => {
    room.lay(room.makeSpeech("Host", [[0, 1]]), { start: 20, end: 30 });
    room.lay(room.makeSpeech("Guest", [[0, 1]]), { start: 40, end: 50 }, { track: 2 });
    room.sequence.audio.push([]);
    room.lay(room.makeSpeech("Rain", null), { start: 70, end: 80 }, { track: 3 });
    expect(await duck()).toMatchObject({ dialogue: [0, 2] });
    expect(down()).toEqual([
      [20, 21],
      [40, 41],
    ]);
  });
});

describe("a clip speaks from start to end", () => {
  it("where it has no transcript, though its neighbour has", async () => {
    room.lay(room.makeSpeech("Host", [[0, 1]]), { start: 20, end: 30 });
    room.lay(room.makeSpeech("Guest", null), { start: 40, end: 50 });
    expect(await duck()).toMatchObject({ basis: "transcript", notes: [] });
    expect(down()).toEqual([
      [20, 21],
      [40, 50],
    ]);
  });

  it.each([
    ["cannot be read", "{"],
    ["has no times", JSON.stringify({ segments: [{ words: [{ text: "Hm" }] }] })],
  ])("and is named, where its transcript %s", async (_, transcript) => {
    room.lay(room.makeSpeech("Interview", null, { transcript }), { start: 40, end: 50 });
    const { basis, notes } = await duck();
    expect({ basis, down: down() }).toEqual({ basis: "clips", down: [[40, 50]] });
    expect(notes).toEqual([expect.stringMatching(/transcript.*“Interview”/)]);
  });

  it("and is named, where it plays at another speed", async () => {
    const clip = room.lay(room.makeSpeech("Interview", WORDS), { start: 40, end: 50 });
    clip.speed = 2;
    const { notes } = await duck();
    expect(down()).toEqual([[40, 50]]);
    expect(notes).toEqual([expect.stringContaining("“Interview”")]);
  });

  it("but not where the editor has switched it off", async () => {
    const clip = room.lay(room.makeSpeech("Old take", null), { start: 40, end: 50 });
    clip.isDisabled = true;
    room.lay(room.makeSpeech("Take", null), { start: 60, end: 70 });
    await duck([0]);
    expect(down()).toEqual([[60, 70]]);
  });

  it("nor where it is music, whatever the track", async () => {
    const other = room.layMusic("Night Drive", { start: 20, end: 30 }, { track: 0 });
    room.lay(room.makeSpeech("Take", null), { start: 60, end: 70 });
    await duck([0, 1]);
    expect(down()).toEqual([[60, 70]]);
    expect(lineOf(other)).toHaveLength(1);
  });
});

describe("without transcripts speech is looked for", () => {
  beforeEach(() => {
    for (const track of [0, 2])
      room.lay(
        room.makeSpeech("Clip", null),
        { start: 20 + 20 * track, end: 30 + 20 * track },
        { track },
      );
  });

  it.each(["Dialogue", "DIALOG 2", "VO", "vo1", "Voice-over", "Narration", "Interviews"])(
    "on the track that is named “%s”",
    async (name) => {
      room.sequence.audioNames = ["Volcano", "Music", name];
      expect(await duck()).toMatchObject({ basis: "clips", dialogue: [2] });
      expect(down()).toEqual([[60, 70]]);
    },
  );

  it("on A1 where no track is named after it", async () => {
    expect(await duck()).toMatchObject({ basis: "clips", dialogue: [0] });
    expect(down()).toEqual([[20, 30]]);
  });

  it("nowhere where A1 holds music", async () => {
    room.layMusic("Night Drive", { start: 80, end: 90 }, { track: 0 });
    const error = await refusal(duck());
    expect(error.what).toMatch(/No track .* speech/);
    expect(error.next).toContain("Dialogue");
  });
});

describe("on the chosen tracks", () => {
  it("speech is taken from them alone", async () => {
    room.lay(room.makeSpeech("Host", [[0, 1]]), { start: 20, end: 30 });
    room.lay(room.makeSpeech("Guest", null), { start: 40, end: 50 }, { track: 2 });
    expect(await duck([2, 2])).toMatchObject({ basis: "clips", dialogue: [2] });
    expect(down()).toEqual([[40, 50]]);
  });

  it("a track that is not there is refused by its name", async () => {
    const error = await refusal(duck([0, 7]));
    expect(error.what).toContain("A8");
  });

  it("and nobody speaks over the music, the error names them", async () => {
    room.lay(room.makeSpeech("Later", null), { start: 100, end: 110 });
    const error = await refusal(duck([0, 2]));
    expect(error.what).toMatch(/Nobody speaks.*A1, A3/);
  });
});

it("a clip that Premiere does not say the place of is left out, and its track named", async () => {
  room.lay(room.makeSpeech("Interview", WORDS), { start: 20, end: 25 });
  const lost = room.lay(room.makeSpeech("Lost", null), { start: 40, end: 50 });
  room.editor.state.faults.failing = (call, node) =>
    call.endsWith("getStartTime") && node === lost ? "throws" : undefined;
  const { notes } = await duck();
  expect(down()).toEqual([[22, 23]]);
  expect(notes).toEqual([expect.stringContaining("A1")]);
});
