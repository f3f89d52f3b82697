import { describe, expect, it } from "vitest";
import {
  dipsOf,
  duckEnvelope,
  MAX_DIPS,
  type EnvelopePoint,
} from "../../src/shared/duck-envelope.ts";
import { DEFAULT_DUCKING, type DuckSettings } from "../../src/contract/ducking.ts";
import type { Section } from "../../src/contract/track.ts";
import { randomNumbers } from "../engine/toy.ts";

/** A fifth of the volume and round numbers, so that the expected corners can be read. */
const SETTINGS: DuckSettings = { depth: 20, attack: 0.5, release: 1, dialogue: null };
const CLIP: Section = { start: 10, end: 30 };

const envelope = (...speech: readonly (readonly [number, number])[]): [number, number][] =>
  duckEnvelope(
    CLIP,
    speech.map(([start, end]) => ({ start, end })),
    SETTINGS,
  ).map(({ at, gain }) => [at, gain]);

describe("music under speech", () => {
  it("is left alone where nobody speaks over it", () => {
    expect(envelope()).toEqual([]);
    expect(envelope([2, 9], [31, 40])).toEqual([]);
    expect(envelope([8, 10], [30, 31])).toEqual([]);
  });

  it("is down when the first word comes, and comes up after the last", () => {
    expect(envelope([15, 18])).toEqual([
      [14.5, 1],
      [15, 0.1],
      [18, 0.1],
      [19, 1],
    ]);
  });

  it("goes down by the decibels that were asked for", () => {
    const [, low] = duckEnvelope(CLIP, [{ start: 15, end: 16 }], { ...SETTINGS, depth: 6 });
    expect(20 * Math.log10(low?.gain ?? 0)).toBeCloseTo(-6, 10);
  });

  it("does not come up for a pause too short to be back", () => {
    expect(envelope([15, 16], [17.7, 20])).toEqual(envelope([15, 20]));
    expect(envelope([15, 16], [17.9, 20])).toHaveLength(8);
  });

  it("takes words in any order, also two at once", () => {
    expect(envelope([16, 18], [14, 15], [14.5, 17])).toEqual(envelope([14, 18]));
  });

  it("begins low when somebody is speaking already, and ends low when they go on", () => {
    expect(envelope([8, 12])).toEqual([
      [10, 0.1],
      [12, 0.1],
      [13, 1],
    ]);
    expect(envelope([28, 35])).toEqual([
      [27.5, 1],
      [28, 0.1],
      [30, 0.1],
    ]);
    expect(envelope([5, 40])).toEqual([
      [10, 0.1],
      [30, 0.1],
    ]);
  });

  it("has the part of a ramp that lies in the clip", () => {
    const [first] = envelope([10.25, 12]);
    expect(first?.[0]).toBe(10);
    expect(first?.[1]).toBeCloseTo(0.55, 10);
    const last = envelope([28, 29.5]).at(-1);
    expect(last?.[0]).toBe(30);
    expect(last?.[1]).toBeCloseTo(0.55, 10);
  });

  it("closes the shortest pauses where it would go down more often than Premiere can take", () => {
    const clip = { start: 0, end: 1000 };
    // 20 words; the pauses grow from 10.5 s on.
    const starts = Array.from({ length: 20 }, (_, i) => i * 11 + (i * i) / 2);
    const words = starts.map((start) => ({ start: start + 1, end: start + 1.5 }));
    const points = duckEnvelope(clip, words, SETTINGS);
    expect(dipsOf(points)).toBe(MAX_DIPS);
    expect(points.slice(-4)).toEqual(duckEnvelope(clip, words.slice(-1), SETTINGS));
    expect(points[1]?.at).toBe(words[0]?.start);
    expect(points[2]?.at).toBe(words[8]?.end);
  });
});

describe("music goes down", () => {
  it.each<[number, readonly number[]]>([
    [0, []],
    [1, [1, 0.1, 0.1, 1]],
    [1, [0.5, 0.1, 0.1]],
    [2, [0.1, 1, 1, 0.1, 0.1, 1]],
  ])("%i times", (dips, gains) => {
    expect(dipsOf(gains.map((gain, at) => ({ at, gain })))).toBe(dips);
  });
});

describe("on any timeline the line", () => {
  const random = randomNumbers(7);
  const timelines = Array.from({ length: 400 }, () => someTimeline(random));

  it("is the one its definition gives", () => {
    let compared = 0;
    for (const { clip, speech, settings } of timelines) {
      const points = duckEnvelope(clip, speech, settings);
      if (dipsOf(points) === MAX_DIPS) continue;
      for (let i = 0; i <= 60; i++) {
        const at = clip.start + ((clip.end - clip.start) * i) / 60;
        expect(gainAt(points, at)).toBeCloseTo(gainByDefinition(clip, speech, settings, at), 8);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(10_000);
  });

  it("stays in the clip, in order, between the low and the full volume", () => {
    let corners = 0;
    for (const { clip, speech, settings } of timelines) {
      const points = duckEnvelope(clip, speech, settings);
      const low = 10 ** (-settings.depth / 20);
      corners += points.length;
      points.forEach(({ at, gain }, i) => {
        expect(at).toBeGreaterThan(points[i - 1]?.at ?? -1);
        expect(at).toBeGreaterThanOrEqual(clip.start);
        expect(at).toBeLessThanOrEqual(clip.end);
        expect(gain).toBeGreaterThanOrEqual(low * 0.999999);
        expect(gain).toBeLessThanOrEqual(1);
      });
    }
    expect(corners).toBeGreaterThan(1000);
  });

  it("is low under every word and takes at most four corners a dip", () => {
    let words = 0;
    for (const { clip, speech, settings } of timelines) {
      const points = duckEnvelope(clip, speech, settings);
      expect(dipsOf(points)).toBeLessThanOrEqual(MAX_DIPS);
      expect(points.length).toBeLessThanOrEqual(4 * dipsOf(points));
      for (const { start, end } of speech) {
        if (start >= clip.end || end <= clip.start) continue;
        words++;
        const middle = (Math.max(start, clip.start) + Math.min(end, clip.end)) / 2;
        expect(gainAt(points, middle)).toBeCloseTo(10 ** (-settings.depth / 20), 8);
      }
    }
    expect(words).toBeGreaterThan(1000);
  });
});

/** By definition, at one moment: the lowest of what every block of speech asks for. */
function gainByDefinition(
  clip: Section,
  speech: readonly Section[],
  { depth, attack, release }: DuckSettings,
  at: number,
): number {
  const low = 10 ** (-depth / 20);
  const asked = blocksByDefinition(speech, attack + release + 0.3)
    .filter(({ start, end }) => start < clip.end && end > clip.start)
    .map(({ start, end }) => {
      if (at < start) return Math.min(1, low + ((start - at) / attack) * (1 - low));
      return at > end ? Math.min(1, low + ((at - end) / release) * (1 - low)) : low;
    });
  return Math.min(1, ...asked);
}

/** Joins two stretches that are too near to each other for as long as there are any. */
function blocksByDefinition(speech: readonly Section[], pause: number): Section[] {
  for (const a of speech)
    for (const b of speech) {
      if (a === b || b.start - a.end > pause || a.start - b.end > pause) continue;
      const both = { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
      return blocksByDefinition([...speech.filter((s) => s !== a && s !== b), both], pause);
    }
  return [...speech];
}

/** What a player does with the line: straight between corners, level before and after them. */
function gainAt(points: readonly EnvelopePoint[], at: number): number {
  const next = points.findIndex((point) => point.at >= at);
  const to = points[next] ?? points.at(-1);
  const from = points[next < 0 ? points.length - 1 : Math.max(0, next - 1)];
  if (to === undefined || from === undefined) return 1;
  if (to.at === from.at) return to.gain;
  return from.gain + ((at - from.at) / (to.at - from.at)) * (to.gain - from.gain);
}

interface Timeline {
  readonly clip: Section;
  readonly speech: Section[];
  readonly settings: DuckSettings;
}

function someTimeline(random: () => number): Timeline {
  const start = random() * 20;
  const words = Math.floor(random() * 12);
  const speech = Array.from({ length: words }, () => {
    const from = random() * 100;
    return { start: from, end: from + 0.05 + random() ** 3 * 20 };
  });
  return {
    clip: { start, end: start + 0.2 + random() * 90 },
    speech,
    settings: {
      ...DEFAULT_DUCKING,
      depth: 1 + random() * 39,
      attack: 0.05 + random() * 1.5,
      release: 0.05 + random() * 1.5,
    },
  };
}
