import { describe, expect, it } from "vitest";
import { CHROMA_RATE, ChromaListener, PITCH_CLASSES } from "../../../src/engine/hear/chroma.ts";
import { keyOf } from "../../../src/engine/hear/key.ts";
import { SAMPLE_RATE } from "../../../src/engine/hear/frames.ts";
import { SpectrumListener } from "../../../src/engine/hear/spectra.ts";

/** A note with three harmonics; MIDI numbers, so 60 is the middle C. */
function note(midi: number, seconds: number, tuning = 0): Float32Array {
  const hertz = 440 * 2 ** ((midi - 69 + tuning) / 12);
  return Float32Array.from({ length: Math.round(seconds * SAMPLE_RATE) }, (_, i) => {
    const angle = (2 * Math.PI * hertz * i) / SAMPLE_RATE;
    return 0.2 * (Math.sin(angle) + 0.5 * Math.sin(2 * angle) + 0.3 * Math.sin(3 * angle));
  });
}

/** Chords, one after the other, a second each. */
function chords(...all: readonly (readonly number[])[]): Float32Array {
  const samples = new Float32Array(all.length * SAMPLE_RATE);
  all.forEach((midis, n) => {
    for (const midi of midis) {
      note(midi, 1).forEach((value, i) => {
        const at = n * SAMPLE_RATE + i;
        samples[at] = (samples[at] ?? 0) + value;
      });
    }
  });
  return samples;
}

function listen(samples: Float32Array) {
  const chroma = new ChromaListener();
  const spectra = new SpectrumListener((power) => chroma.push(power));
  for (let i = 0; i < samples.length; i += 5000) spectra.push(samples.subarray(i, i + 5000));
  spectra.end();
  return chroma.end();
}

/** The pitch class that sounds most in the first frame. */
const loudest = (frames: Float32Array): number => {
  const chroma = frames.subarray(0, PITCH_CLASSES);
  return chroma.indexOf(Math.max(...chroma));
};
const MAJOR = [0, 4, 7];
const MINOR = [0, 3, 7];
const on = (root: number, chord: readonly number[]): number[] => chord.map((step) => root + step);

describe("chroma", () => {
  it.each([48, 55, 60, 63, 69, 74])("of the note %i is its pitch class", (midi) => {
    expect(loudest(listen(note(midi, 2)).frames)).toBe(midi % 12);
  });

  it("comes CHROMA_RATE times a second, and is nothing in silence", () => {
    const { frames } = listen(new Float32Array(2 * SAMPLE_RATE));
    expect(frames).toHaveLength(2 * CHROMA_RATE * PITCH_CLASSES);
    expect(Math.max(...frames)).toBe(0);
  });

  it.each([-0.4, -0.2, 0.2, 0.4])("is found if the music is tuned %d semitones off", (tuning) => {
    const heard = listen(note(57, 3, tuning));
    expect(heard.tuning).toBeCloseTo(tuning, 1);
    expect(loudest(heard.frames)).toBe(9);
  });
});

describe("the key", () => {
  it.each([
    [0, "C"],
    [3, "D#"],
    [6, "F#"],
    [9, "A"],
  ])("of a cadence on %i is %s", (shift, tonic) => {
    const root = 48 + shift;
    const major = chords(
      on(root, MAJOR),
      on(root + 5, MAJOR),
      on(root + 7, MAJOR),
      on(root, MAJOR),
    );
    const minor = chords(
      on(root, MINOR),
      on(root + 5, MINOR),
      on(root + 7, MAJOR),
      on(root, MINOR),
    );
    expect(keyOf(listen(major).frames)).toMatchObject({ tonic, mode: "major" });
    expect(keyOf(listen(minor).frames)).toMatchObject({ tonic, mode: "minor" });
  });

  it("is not known of silence, and uncertain where all notes sound alike", () => {
    expect(keyOf(new Float32Array(PITCH_CLASSES))).toBeNull();
    const all = keyOf(new Float32Array(9 * PITCH_CLASSES).fill(1 / 12));
    expect(all?.confidence).toBeLessThan(0.1);
  });
});
