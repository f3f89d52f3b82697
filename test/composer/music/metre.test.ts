import midiPackage from "@tonejs/midi";
import { describe, expect, it } from "vitest";
import { editPointsOf } from "../../../composer/lib/edit-points.ts";
import { encodeMidi } from "../../../composer/lib/midi.ts";
import { secondsAt } from "../../../composer/lib/score.ts";
import { drawPieces, frameOf, placeOf } from "../pieces.ts";

const all = drawPieces("metre", 3);

describe("bars", () => {
  it("have the length of the metre, and sections are consecutive whole bars", () => {
    for (const piece of all) {
      const [upper, lower] = piece.style.metre.split("/").map(Number);
      const bar = ((upper ?? 0) * 4) / (lower ?? 1);
      let start = 0;
      for (const section of piece.score.sections) {
        expect(section.start, placeOf(piece, section.start)).toBe(start);
        expect(section.beats).toBe(section.bars * bar);
        expect(Number.isInteger(section.bars) && section.bars > 0).toBe(true);
        start += section.beats;
      }
    }
  });

  it("are filled by chords without gap or overlap", () => {
    for (const piece of all) {
      piece.score.sections.forEach((section, i) => {
        let at = 0;
        for (const { start, beats } of piece.chords[i] ?? []) {
          expect(start, placeOf(piece, section.start + start)).toBeCloseTo(at, 6);
          expect(beats).toBeGreaterThan(0);
          at = start + beats;
        }
        expect(at, placeOf(piece, section.start)).toBeCloseTo(section.beats, 6);
      });
    }
  });

  it("are all edit points, at the seconds at which they are played", () => {
    for (const piece of all) {
      const { bar, end } = frameOf(piece);
      const { bars } = editPointsOf(piece.score);
      expect(bars).toHaveLength(Math.round(end / bar));
      bars.forEach((seconds, i) => {
        expect(seconds).toBeCloseTo(secondsAt(piece.score, i * bar), 2);
      });
    }
  });
});

describe("notes", () => {
  it("begin within the bars of the piece and end before it does", () => {
    const outside = all.flatMap((piece) => {
      const { end } = frameOf(piece);
      return piece.score.tracks.flatMap(({ label, notes }) =>
        notes
          .filter(
            ({ beat, length }) => beat < 0 || beat >= end || beat + length > piece.score.end + 1e-6,
          )
          .map(({ beat }) => `${placeOf(piece, beat)}: ${label}`),
      );
    });
    expect(outside).toEqual([]);
  });

  it("leave no bar of the piece without sound before the last", () => {
    // Music may rest, but not for so long that an editor would think it has ended.
    const longest = 2.5;
    for (const piece of all) {
      const notes = piece.score.tracks
        .flatMap((track) => track.notes)
        .sort((a, b) => a.beat - b.beat);
      let reached = 0;
      for (const { beat, length } of notes) {
        const gap = secondsAt(piece.score, beat) - secondsAt(piece.score, reached);
        if (beat > reached) expect(gap, placeOf(piece, reached)).toBeLessThan(longest);
        reached = Math.max(reached, beat + length);
      }
    }
  });
});

describe("the tempo", () => {
  it("is within the style's bounds and constant up to the ending", () => {
    for (const piece of all) {
      const [slowest, fastest] = piece.style.tempo;
      expect(piece.bpm).toBeGreaterThanOrEqual(slowest);
      expect(piece.bpm).toBeLessThanOrEqual(fastest);
      const { bar, rest } = frameOf(piece);
      const [first, ...changes] = piece.score.tempo;
      const compound = piece.style.metre.endsWith("/8");
      expect(first).toEqual({ beat: 0, bpm: piece.bpm * (compound ? 1.5 : 1) });
      for (const { beat } of changes) expect(beat).toBeGreaterThanOrEqual(rest - bar);
    }
  });

  it("slows down step by step in a ritard, and holds in other endings", () => {
    for (const piece of all) {
      const slows = piece.style.ending === "ritard" || piece.style.ending === "fade";
      const bpm = piece.score.tempo.map((mark) => mark.bpm);
      expect(bpm.length, piece.style.name).toBe(slows ? 5 : 1);
      expect(bpm).toEqual([...bpm].sort((a, b) => b - a));
      expect(new Set(bpm).size).toBe(bpm.length);
      expect(bpm.at(-1) ?? 0).toBeGreaterThan((bpm[0] ?? 0) * 0.75);
    }
  });
});

describe("the MIDI file", () => {
  it("has every note once, none longer than the piece, and ends with the score", () => {
    for (const piece of all.filter((_, i) => i % 3 === 0)) {
      const midi = new midiPackage.Midi(encodeMidi(piece.score));
      const written = piece.score.tracks.reduce((sum, { notes }) => sum + notes.length, 0);
      const sounding = midi.tracks.flatMap((track) => track.notes);
      // Two strokes of one key in one tick count as one.
      expect(sounding.length).toBeLessThanOrEqual(written);
      expect(sounding.length).toBeGreaterThan(written * 0.97);
      const end = secondsAt(piece.score, piece.score.end);
      for (const track of midi.tracks) {
        if (track.notes.length === 0) continue;
        const stop = midi.header.ticksToSeconds(track.endOfTrackTicks ?? 0);
        expect(stop, piece.style.name).toBeCloseTo(end, 1);
        for (const { time, duration } of track.notes) {
          expect(duration).toBeGreaterThan(0);
          expect(time + duration).toBeLessThanOrEqual(stop + 0.01);
        }
      }
    }
  });
});
