import { describe, expect, it } from "vitest";
import { BANDS, CLASSES, FRAME_RATE, framesOf } from "../../../src/engine/fit/frames.ts";
import { featuresOf } from "../../../src/engine/fit/features.ts";
import { gridOf } from "../../../src/engine/fit/grid.ts";
import { jumpsIn } from "../../../src/engine/fit/jumps.ts";
import { toyTrack } from "./toy-track.ts";

const RATE = 8000;
const SIZE = 2048;

/** Power at one bin of a frame, term by term. */
function powerAt(samples: Float32Array, middle: number, bin: number): number {
  let [re, im] = [0, 0];
  for (let i = 0; i < SIZE; i += 1) {
    const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / SIZE);
    const value = window * (samples[middle - SIZE / 2 + i] ?? 0);
    re += value * Math.cos((2 * Math.PI * bin * i) / SIZE);
    im -= value * Math.sin((2 * Math.PI * bin * i) / SIZE);
  }
  return re * re + im * im;
}

describe("the frames of a track", () => {
  it("sum the power of bands and the strength of pitch classes, as a plain sum does", () => {
    const samples = Float32Array.from(
      { length: RATE / 2 },
      (_, i) => Math.sin(i * 0.2) + 0.3 * Math.sin(1e-4 * i * i),
    );
    const frames = framesOf(samples, RATE);
    expect(frames.count).toBe(FRAME_RATE / 2);
    const frame = 4;
    const bands = new Float64Array(BANDS);
    const classes = new Float64Array(CLASSES);
    for (let bin = 1; bin <= SIZE / 2; bin += 1) {
      const hertz = (bin * RATE) / SIZE;
      const power = powerAt(samples, (frame * RATE) / FRAME_RATE, bin);
      const band = Math.max(0, Math.floor(2 * Math.log2(hertz / 50)));
      if (band < BANDS) bands[band] = (bands[band] ?? 0) + power;
      if (hertz < 110 || hertz > 2000) continue;
      const pitch = ((Math.round(12 * Math.log2(hertz / 440)) % 12) + 12) % 12;
      classes[pitch] = (classes[pitch] ?? 0) + Math.sqrt(power);
    }
    bands.forEach((power, band) => {
      const found = frames.bands[frame * BANDS + band] ?? 0;
      expect(Math.abs(found - power)).toBeLessThan(1e-3 * (1 + power));
    });
    classes.forEach((strength, pitch) => {
      const found = frames.classes[frame * CLASSES + pitch] ?? 0;
      expect(Math.abs(found - strength)).toBeLessThan(1e-2 * (1 + strength));
    });
  });
});

describe("likeness of bars", () => {
  const { audio, structure } = toyTrack({ channels: 1, sampleRate: RATE });
  const [samples = new Float32Array()] = audio.channels;
  const grid = gridOf(structure, audio.seconds);
  if (grid === null) throw new Error("no bars");
  const features = featuresOf(framesOf(samples, RATE), grid);

  it("finds the same bar of a repeated section alike, and other chords and sections unlike", () => {
    const [same, chord, louder] = [
      features.unlike(13, 29), // second bar of both choruses
      features.unlike(13, 14),
      features.unlike(5, 13),
    ];
    expect(same).toBeLessThan(0.06);
    expect(chord).toBeGreaterThan(0.15);
    expect(louder).toBeGreaterThan(same);
    expect(louder).toBeLessThan(chord);
    expect(features.unlike(13, 29)).toBe(features.unlike(29, 13));
  });

  it("makes jumps cheapest where the same follows, at the same place of a phrase", () => {
    const jumps = jumpsIn(
      grid,
      features,
      grid.bars.map(() => 1),
    );
    for (const bar of [13, 21, 29]) {
      const [cheapest] = jumps[bar] ?? [];
      expect(Math.abs((cheapest?.from ?? 0) - bar) % 4).toBe(0);
      expect(cheapest?.ease).toBeGreaterThan(0.8);
    }
  });

  it("knows that what sounds on is gone behind a loud part, where a soft one comes", () => {
    // From the chorus to the intro, and to the other chorus.
    expect(features.fall(20, 2)).toBeGreaterThan(features.fall(20, 36) + 1);
    expect(features.fall(2, 14)).toBeLessThan(features.fall(14, 2));
  });

  it("keeps jumps of all shifts, so that most lengths can be filled", () => {
    const even = grid.bars.map(() => 1);
    jumpsIn(grid, features, even).forEach((jumps, to) => {
      const shifts = jumps.map(({ from }) => Math.abs(from - to) % 4);
      expect(new Set(shifts)).toEqual(new Set([0, 1, 2, 3]));
      expect(jumps.map(({ cost }) => cost)).toEqual(
        jumps.map(({ cost }) => cost).sort((a, b) => a - b),
      );
    });
  });

  it("makes it dear to go back from within the ending", () => {
    const ending = { ...grid, sections: [...grid.sections, { bar: 30, label: "ending" }] };
    const without = {
      ...grid,
      sections: [...grid.sections, { bar: 30, label: "ending" }, { bar: 36, label: "" }],
    };
    const costs = (of: typeof grid): Map<string, number> =>
      new Map(
        jumpsIn(
          of,
          features,
          grid.bars.map(() => 1),
        )
          .flat()
          .map(({ from, to, cost }) => [`${from} ${to}`, cost]),
      );
    const [one, other] = [costs(ending), costs(without)];
    const back = [...other].filter(([name]) => {
      const [from = 0, to = 0] = name.split(" ").map(Number);
      return from > 30 && from < 36 && to < 30;
    });
    expect(back.length).toBeGreaterThan(0);
    for (const [name, cost] of back) {
      expect(one.get(name) ?? Infinity).toBeGreaterThan(cost + 1);
    }
  });
});

describe("the grid", () => {
  it("puts sections on bars, and leaves out those that are far from any", () => {
    const bars = [0.5, 2.5, 4.5, 6.5, 8.5];
    const sections = [
      { start: 6.4, label: "b" },
      { start: 0, label: "a" },
      { start: 40, label: "c" },
    ];
    expect(gridOf({ bars, beatsPerBar: 4, sections }, 12)?.sections).toEqual([
      { bar: 0, label: "a" },
      { bar: 3, label: "b" },
    ]);
  });

  it("knows no bars where there are too few, or none of a length", () => {
    const of = (bars: number[]) => gridOf({ bars, beatsPerBar: 4, sections: [] }, 60);
    expect(of([0, 2, 4])).toBeNull();
    expect(of([5, 5, 5, 5, 5, 5])).toBeNull();
    expect(of([70, 72, 74, 76, 78])).toBeNull();
    expect(of([0, 2, 4, 6])?.bars).toEqual([0, 2, 4, 6]);
  });
});
