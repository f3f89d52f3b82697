import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { FitSchema, type Fit, type FitRequest } from "../../../src/contract/fit.ts";
import { Analysis } from "../../../src/engine/fit/analysis.ts";
import { fitTrack } from "../../../src/engine/fit/fit-track.ts";
import { blocksOf } from "../../../src/engine/fit/render.ts";
import { audioOf } from "./memory-sink.ts";
import { BAR, toyTrack } from "./toy-track.ts";

const { audio, structure } = toyTrack();
const analysis = new Analysis(audio);
const noNet = (): Promise<null> => Promise.resolve(null);

const asking = (request: Partial<FitRequest>): FitRequest => ({
  ...{ seconds: 30, frameRate: 25, hits: [], structure },
  ...request,
});

async function best(request: Partial<FitRequest>): Promise<Fit> {
  const { fits, problem } = await fitTrack(analysis, asking(request), noNet);
  expect(problem).toBeNull();
  const [fit] = fits;
  if (fit === undefined) throw new Error("no fit");
  return fit;
}

const LENGTHS = [10, 12.36, 15, 20.04, 24, 30, 33.32, 41, 50.6, 60, 75, 81, 100, 130.28, 150];

describe("a fit", () => {
  it.each(LENGTHS)("of %d seconds keeps the beat, the bars and the ending", async (seconds) => {
    const fit = await best({ seconds });
    expect(v.is(FitSchema, fit)).toBe(true);
    expect(fit.seconds).toBe(seconds);
    expect(fit.hasEnding).toBe(true);
    let at = 0;
    for (const passage of fit.passages) {
      expect(passage.at).toBeCloseTo(at, 9);
      at += passage.source.end - passage.source.start;
    }
    // The last chord sounds, and ends with the fit or less than a beat before.
    expect(at).toBeLessThanOrEqual(seconds + 1e-9);
    expect(at).toBeGreaterThan(seconds - BAR / 4);
    expect(fit.passages.at(-1)?.source.end).toBeGreaterThan(73);
    expect(fit.seams).toHaveLength(fit.passages.length - 1);
    fit.seams.forEach(({ from, to, at: seam, crossfade }, n) => {
      expect(from % BAR).toBeCloseTo(0, 9);
      expect(to % BAR).toBeCloseTo(0, 9);
      expect(seam).toBeCloseTo(fit.passages[n + 1]?.at ?? -1, 9);
      expect(crossfade).toBeLessThanOrEqual(BAR / 4);
      // All that is exactly in time stays so.
      expect(fit.passages[n + 1]?.source.start).toBe(to);
    });
  });

  it.each(LENGTHS)("of %d seconds plays into exactly so many samples", async (seconds) => {
    const blocks = [...blocksOf(audio, await best({ seconds }))];
    const samples = blocks.reduce((sum, [block]) => sum + (block?.length ?? 0), 0);
    expect(samples).toBe(Math.round(seconds * audio.sampleRate));
    expect(blocks.flat().every((block) => block.every((value) => Math.abs(value) <= 1))).toBe(true);
  });

  it("of the track's own length is the track", async () => {
    const fit = await best({ seconds: 75 });
    expect(fit).toMatchObject({ kind: "whole", seams: [], fadeIn: 0 });
    expect(fit.passages[0]?.source.start).toBe(0);
  });

  it("jumps where the same chords come, and skips whole phrases", async () => {
    const { seams } = await best({ seconds: 43 });
    for (const { from, to, ease } of seams) {
      expect(Math.round((to - from) / BAR) % 4).toBe(0);
      expect(ease).toBeGreaterThan(0.5);
    }
  });

  it.each([9.4, 12.08, 21.2, 24.52])("lets a section begin at a hit at %d seconds", async (hit) => {
    const fit = await best({ seconds: 40, hits: [hit] });
    const [landed] = fit.hits;
    expect(Math.abs((landed?.landed ?? Infinity) - hit)).toBeLessThanOrEqual(2 / 25);
    expect(["verse", "chorus"]).toContain(landed?.what);
  });

  it("meets several hits whose distances are no bars", async () => {
    const fit = await best({ seconds: 60, hits: [8, 23.5, 39] });
    for (const { wanted, landed } of fit.hits) {
      expect(Math.abs((landed ?? Infinity) - wanted)).toBeLessThanOrEqual(2 / 25);
    }
  });

  it("answers for every hit in the order that was asked for", async () => {
    const hits = [20, 3, 20.1, 500, 3];
    const { fits } = await fitTrack(analysis, asking({ seconds: 40, hits }), noNet);
    for (const fit of fits) expect(fit.hits.map(({ wanted }) => wanted)).toEqual(hits);
    expect(fits[0]?.hits[3]).toEqual({ wanted: 500, landed: null, what: "" });
  });

  it("offers the beginning and the end alone as well", async () => {
    const { fits } = await fitTrack(analysis, asking({ seconds: 30 }), noNet);
    expect(fits.map(({ kind }) => kind)).toEqual(["edited", "start", "end"]);
    const [, start, end] = fits;
    expect(start).toMatchObject({ hasEnding: false, fadeIn: 0, fadeOut: 3 });
    expect(end).toMatchObject({ hasEnding: true, fadeIn: 1.5, fadeOut: 0 });
  });
});

describe("what is repeated, and what is left", () => {
  it("is not the same passage three times in a row where there are others", async () => {
    const fit = await best({ seconds: 110 });
    const heard = fit.passages.map(({ source }) => `${source.start} ${source.end}`);
    const inARow = heard.filter((one, n) => one === heard[n - 1] && one === heard[n - 2]);
    expect(inARow).toEqual([]);
  });

  it("rings on where a loud part is left for a soft one, for a beat at most", async () => {
    const rings = await Promise.all(
      [20, 30, 40, 50, 60].map(async (seconds) => (await best({ seconds })).seams),
    );
    for (const { ring } of rings.flat()) {
      expect(ring).toBeGreaterThanOrEqual(0);
      expect(ring).toBeLessThanOrEqual(BAR / 4 + 1e-9);
    }
  });
});

describe("what cannot be re-edited", () => {
  const plain = async (request: FitRequest, of = analysis): Promise<string> => {
    const { fits, problem } = await fitTrack(of, request, noNet);
    expect(fits.map(({ kind }) => kind)).toEqual(["start", "end"]);
    for (const fit of fits) {
      expect(v.is(FitSchema, fit)).toBe(true);
      const samples = [...blocksOf(of.audio, fit)].reduce(
        (sum, [one]) => sum + (one?.length ?? 0),
        0,
      );
      expect(samples).toBe(Math.round(request.seconds * of.audio.sampleRate));
    }
    return problem ?? "";
  };

  it("says that a second is too short", async () => {
    expect(await plain(asking({ seconds: 1 }))).toContain("too short");
  });

  it("says that it knows no bars", async () => {
    expect(await plain(asking({ structure: null }))).toContain("No bars");
    const few = { ...structure, bars: [0, 2, 4] };
    expect(await plain(asking({ structure: few }))).toContain("No bars");
    const beyond = { ...structure, bars: [90, 92, 94, 96, 98, 100] };
    expect(await plain(asking({ structure: beyond }))).toContain("No bars");
  });

  it("leaves a silent track, and one shorter than a bar, as they are", async () => {
    const silent = new Analysis(audioOf(40, () => 0));
    expect(await plain(asking({}), silent)).toContain("No bars");
    const short = new Analysis(audioOf(0.4, () => 0.2));
    expect(await plain(asking({}), short)).toContain("No bars");
  });

  it("does not join places that have nothing in common", async () => {
    // Each bar of another pitch, and louder or softer than any other in all bands.
    const restless = audioOf(16, (at) => {
      const bar = Math.floor(at / 2);
      const turns = at * 110 * 2 ** (((bar * 5) % 12) / 12);
      return 10 ** ((-7.5 * ((bar * 3) % 8)) / 20) * ((turns % 1) - 0.5);
    });
    const bars = Array.from({ length: 8 }, (_, n) => 2 * n);
    const odd = { bars, beatsPerBar: 4, sections: [{ start: 0, label: "all" }] };
    expect(await plain(asking({ seconds: 28, structure: odd }), new Analysis(restless))).toContain(
      "alike enough",
    );
  });
});

describe("odd bars and lengths", () => {
  it("sorts bars, and leaves out those beyond the end and those that are none", async () => {
    const bars = [...structure.bars, 3000, 10.1, 24.03, 900].reverse();
    const fit = await best({ seconds: 43, structure: { ...structure, bars } });
    for (const { from, to } of fit.seams) {
      expect(structure.bars).toContain(from);
      expect(structure.bars).toContain(to);
    }
  });

  it("fills an hour", async () => {
    const fit = await best({ seconds: 3600 });
    const { source, at } = fit.passages.at(-1) ?? { source: { start: 0, end: 0 }, at: 0 };
    expect(at + source.end - source.start).toBeGreaterThan(3599);
    expect(at + source.end - source.start).toBeLessThanOrEqual(3600 + 1e-6);
    expect(v.is(FitSchema, fit)).toBe(true);
  });

  it.each([1, 8])("re-edits %d channels", async (channels) => {
    const toy = toyTrack({ channels, sampleRate: 4000 });
    const { fits } = await fitTrack(new Analysis(toy.audio), asking({ seconds: 43 }), noNet);
    expect([...blocksOf(toy.audio, fits[0] as Fit)][0]).toHaveLength(channels);
    expect(fits[0]?.kind).toBe("edited");
  });

  it("starts on the beat nearest to what is left, or lets the ending be shorter or longer", async () => {
    for (let seconds = 40; seconds < 42; seconds += 0.16) {
      const { passages } = await best({ seconds });
      const start = passages[0]?.source.start ?? 0;
      const offBeat = (start + 0.02) % (BAR / 8);
      expect(start === 0 || Math.min(offBeat, BAR / 8 - offBeat) < 1e-6).toBe(true);
    }
  });
});
