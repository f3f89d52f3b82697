import midiPackage from "@tonejs/midi";
import { describe, expect, it } from "vitest";
import { instrumentNamed } from "../../composer/lib/instruments.ts";
import { encodeMidi } from "../../composer/lib/midi.ts";
import { byEnergy, readBar, readPattern } from "../../composer/lib/pattern.ts";
import { swingBeat } from "../../composer/lib/perform.ts";
import { secondsAt, type Score, type Track } from "../../composer/lib/score.ts";
import { spliceReel } from "../../composer/render/reel.ts";

describe("rhythm patterns", () => {
  it("start, hold and rest on an even grid", () => {
    expect(readBar("x--. x.X.", 4)).toEqual([
      { beat: 0, length: 1.5, mark: "x" },
      { beat: 2, length: 0.5, mark: "x" },
      { beat: 3, length: 0.5, mark: "X" },
    ]);
  });

  it("repeat bar by bar and stop at the section's end", () => {
    const hits = readPattern("x---|..x-", 4, 10);
    expect(hits.map((hit) => hit.beat)).toEqual([0, 6, 8]);
    expect(hits.at(-1)?.length).toBe(2);
  });

  it("are chosen by the energy", () => {
    const levels = [
      [0, "calm"],
      [0.5, "strong"],
    ] as const;
    expect(byEnergy(levels, 0.49)).toBe("calm");
    expect(byEnergy(levels, 0.5)).toBe("strong");
  });
});

describe("swing", () => {
  it("moves the off-beat to the triplet and keeps the beat", () => {
    expect(swingBeat(3, { grid: 8, amount: 1 })).toBe(3);
    expect(swingBeat(3.5, { grid: 8, amount: 1 })).toBeCloseTo(3 + 2 / 3);
    expect(swingBeat(3.25, { grid: 16, amount: 1 })).toBeCloseTo(3 + 1 / 3);
    expect(swingBeat(3.5, undefined)).toBe(3.5);
  });
});

const ukulele: Track = {
  label: "ukulele",
  role: "harmony",
  instrument: instrumentNamed("ukulele"),
  notes: [
    { beat: 0, length: 2, pitch: 60, velocity: 0.5 },
    { beat: 1, length: 1, pitch: 60, velocity: 1 },
  ],
  controls: [{ beat: 1, controller: 11, value: 90 }],
  bends: [{ beat: 1, semitones: -1 }],
  pan: 32,
  volume: 100,
  reverb: 40,
};

const score: Score = {
  tempo: [
    { beat: 0, bpm: 120 },
    { beat: 2, bpm: 60 },
  ],
  metre: "3/4",
  sections: [],
  tracks: [ukulele],
  end: 4,
};

describe("MIDI", () => {
  const midi = new midiPackage.Midi(encodeMidi(score));
  const tracks = midi.tracks.filter((track) => track.notes.length > 0);

  it("keeps tempo, metre, programme, bank and controllers", () => {
    const [track] = tracks;
    expect(tracks).toHaveLength(1);
    expect(track?.name).toBe("ukulele");
    expect(midi.header.tempos.map((tempo) => Math.round(tempo.bpm))).toEqual([120, 60]);
    expect(midi.header.timeSignatures[0]?.timeSignature).toEqual([3, 4]);
    expect(track?.instrument.number).toBe(24);
    expect(track?.controlChanges[0]?.[0]?.value).toBeCloseTo(8 / 127);
    expect(track?.controlChanges[11]?.[0]?.value).toBeCloseTo(90 / 127);
    expect(midi.header.ticksToSeconds(track?.endOfTrackTicks ?? 0)).toBeCloseTo(3);
  });

  it("ends a note before the same key is struck again", () => {
    const [first, second] = tracks[0]?.notes ?? [];
    expect((first?.ticks ?? 0) + (first?.durationTicks ?? 0)).toBeLessThan(second?.ticks ?? 0);
  });

  it("refuses more parts than there are channels", () => {
    const crowd = Array.from({ length: 16 }, () => ukulele);
    expect(() => encodeMidi({ ...score, tracks: crowd })).toThrow(RangeError);
  });

  it("counts seconds through tempo changes", () => {
    expect(secondsAt(score, 4)).toBeCloseTo(3);
  });
});

describe("a reel", () => {
  it("joins pieces with a gap and keeps their notes in time", () => {
    const file = encodeMidi(score);
    const reel = spliceReel([file, file]);
    expect(reel.cuts).toEqual([
      { start: 0, seconds: 3 },
      { start: 5, seconds: 3 },
    ]);
    const notes = new midiPackage.Midi(reel.midi).tracks.flatMap((track) => track.notes);
    expect(notes.map((note) => Math.round(note.time * 1000) / 1000)).toEqual([0, 0.5, 5, 5.5]);
  });
});
