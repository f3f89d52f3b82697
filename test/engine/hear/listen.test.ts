import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { HeardSchema, type Heard } from "../../../src/contract/heard.ts";
import { TrackListener } from "../../../src/engine/hear/listen.ts";
import type { Rhythm, RhythmListener } from "../../../src/engine/hear/rhythm.ts";
import { BAR_DIGITS, PART_DIGITS, unpackTimes } from "../../../src/shared/packed-times.ts";
import { ENERGY_VALUES, unpackEnergy } from "../../../src/shared/energy-curve.ts";

const RATE = 16_000;

/** A rhythm that is known beforehand. */
function given(rhythm: Rhythm | null): RhythmListener & { readonly samples: () => number } {
  let samples = 0;
  return {
    push: (pushed) => {
      samples += pushed.length;
    },
    end: () => Promise.resolve(rhythm),
    samples: () => samples,
  };
}

const WALTZ: Rhythm = {
  ...{ bpm: 90.04, confidence: 0.876, otherBpm: 180.1, beatsPerBar: 3 },
  ...{ beats: [0.5, 1.17, 1.83, 2.5], bars: [0.5, 2.5, 9.6] },
};

/** Hertz of the chords C, F, G and C. */
const CADENCE = [
  [131, 165, 196],
  [175, 220, 262],
  [196, 247, 294],
  [131, 165, 196],
];

/** A cadence in C major, a second for each chord, again and again, or high tones from `change` on. */
function chords(seconds: number, change = Infinity): Float32Array {
  return Float32Array.from({ length: seconds * RATE }, (_, i) => {
    const second = Math.floor(i / RATE);
    const notes = (second < change ? CADENCE[second % 4] : [1865, 2217, 2794]) ?? [];
    const angle = (2 * Math.PI * i) / RATE;
    return notes.reduce((sum, hertz) => sum + 0.05 * Math.sin(hertz * angle), 0);
  });
}

async function heardIn(samples: Float32Array, rhythm: Rhythm | null = null) {
  const listener = new TrackListener(RATE, given(rhythm));
  for (let i = 0; i < samples.length; i += 5000) {
    const piece = samples.subarray(i, i + 5000);
    listener.pushChannels([piece]);
    listener.pushMono(piece);
  }
  return listener.end();
}

describe("what is heard in a track", () => {
  it("is its rhythm, its key, its parts and its loudness, as an index takes them", async () => {
    const heard = await heardIn(chords(20, 10), WALTZ);
    expect(v.is(HeardSchema, heard)).toBe(true);
    expect(heard.tempo).toEqual({ bpm: 90, confidence: 0.88, other: 180.1 });
    expect(heard.bars?.beatsPerBar).toBe(3);
    expect(unpackTimes(heard.bars?.starts ?? "", BAR_DIGITS)).toEqual(WALTZ.bars);
    expect(heard.loudness?.integrated).toBeLessThan(-10);
    expect(unpackEnergy(heard.energy ?? "")).toHaveLength(ENERGY_VALUES);
  });

  it("has parts that begin with a bar nearby", async () => {
    const partsOf = ({ parts = "" }: Heard): number[] => unpackTimes(parts, PART_DIGITS);
    expect(partsOf(await heardIn(chords(20, 10), WALTZ))).toEqual([0, 9.6]);
    const [first, second = 0, ...others] = partsOf(await heardIn(chords(20, 10)));
    expect([first, others]).toEqual([0, []]);
    expect(Math.abs(second - 10)).toBeLessThanOrEqual(0.5);
    expect((await heardIn(chords(20))).parts).toBeUndefined();
  });

  it("has the key if that is plain", async () => {
    expect((await heardIn(chords(12))).key).toBe("C major");
  });

  it("leaves out what is not there", async () => {
    expect(await heardIn(new Float32Array(10 * RATE))).toEqual({});
    expect(await heardIn(new Float32Array(0))).toEqual({});
  });

  it("has no bars where they are not plain", async () => {
    const { tempo, bars } = await heardIn(chords(12), {
      ...WALTZ,
      ...{ otherBpm: null, bars: [], beatsPerBar: null },
    });
    expect(tempo).toEqual({ bpm: 90, confidence: 0.88 });
    expect(bars).toBeUndefined();
  });
});
