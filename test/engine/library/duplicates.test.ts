import { describe, expect, it } from "vitest";
import type { Track } from "../../../src/contract/track.ts";
import { indexOf } from "../../../src/engine/index/entries.ts";
import { withDuplicates } from "../../../src/engine/library/duplicates.ts";
import { sectionVector, type SectionIndex } from "../../../src/engine/index/section-index.ts";
import { PLANE, randomNumbers, sections, track } from "../toy.ts";

/** A direction in the plane, at an angle in degrees. */
const at = (degrees: number): [number, number] => {
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle)];
};

interface Toy {
  readonly id: string;
  readonly seconds?: number;
  readonly peaks?: readonly number[];
  readonly angles?: readonly number[];
  readonly track?: Partial<Track>;
  readonly missing?: true;
}

const entry = ({
  id,
  seconds = 15,
  peaks = [100, 200, 50, 120],
  angles = [10, 40],
  ...more
}: Toy) => ({
  track: track(id, {
    seconds,
    file: {
      ...{ name: id, bytes: 10, modified: 1, hash: id, listed: "" },
      ...(more.missing === undefined ? {} : { missing: more.missing }),
    },
    ...more.track,
  }),
  peaks: Uint8Array.from(peaks),
  sections: sections(...angles.map(at)),
});

/** Of each copy, the track that is offered in its place. */
async function copies(...toys: readonly Toy[]): Promise<Record<string, string>> {
  return copiesIn(await withDuplicates([indexOf(PLANE, toys.map(entry))]));
}

function copiesIn(parts: readonly SectionIndex[]): Record<string, string> {
  const tracks = parts.flatMap((part) => part.tracks);
  return Object.fromEntries(
    tracks.flatMap(({ id, file }) =>
      file?.duplicateOf === undefined ? [] : [[id, file.duplicateOf] as const],
    ),
  );
}

describe("duplicates", () => {
  it("are tracks of one length with the same waveform and the same embeddings", async () => {
    expect(
      await copies({ id: "a.wav" }, { id: "b.mp3", seconds: 15.05, angles: [12, 41] }),
    ).toEqual({
      "b.mp3": "a.wav",
    });
  });

  it("are not tracks of another length, waveform or sound anywhere", async () => {
    const { seconds, peaks, angles } = {
      seconds: 15.5,
      peaks: [100, 60, 50, 220],
      angles: [10, 60],
    };
    for (const other of [{ seconds }, { peaks }, { angles }]) {
      expect(await copies({ id: "a.wav" }, { id: "b.wav", ...other })).toEqual({});
    }
  });

  it("may be louder or softer than each other", async () => {
    const peaks = [50, 100, 25, 60];
    expect(await copies({ id: "a.wav" }, { id: "b.wav", peaks })).toEqual({ "b.wav": "a.wav" });
    const silent = { peaks: [0, 0, 0, 0] };
    expect(await copies({ id: "a.wav" }, { id: "b.wav", ...silent })).toEqual({});
    expect(await copies({ id: "a.wav", ...silent }, { id: "b.wav", ...silent })).not.toEqual({});
  });

  it("have one that is offered: one that is there, that Premiere imports, the largest", async () => {
    expect(await copies({ id: "a.flac" }, { id: "b.mp3" })).toEqual({ "a.flac": "b.mp3" });
    expect(await copies({ id: "a.wav", missing: true }, { id: "b.flac" })).toEqual({
      "a.wav": "b.flac",
    });
    const file = { name: "b.wav", bytes: 99, modified: 1, hash: "b", listed: "" };
    expect(await copies({ id: "a.wav" }, { id: "b.wav", track: { file } })).toEqual({
      "a.wav": "b.wav",
    });
  });

  it("form one group, however many there are", async () => {
    const toys = ["c.wav", "a.wav", "b.wav", "d.wav"].map((id) => ({ id }));
    expect(await copies(...toys, { id: "e.wav", seconds: 99 })).toEqual({
      "b.wav": "a.wav",
      "c.wav": "a.wav",
      "d.wav": "a.wav",
    });
  });

  it("are forgotten when the other copy is another recording now", async () => {
    const stale = { name: "b.wav", bytes: 10, modified: 1, hash: "", listed: "", duplicateOf: "a" };
    expect(
      await copies({ id: "a.wav", angles: [80, 80] }, { id: "b.wav", track: { file: stale } }),
    ).toEqual({});
  });

  it("are not looked for among tracks whose sound is not known", async () => {
    const remote = { seconds: 0 };
    expect(await copies({ id: "a", ...remote }, { id: "b", ...remote })).toEqual({});
  });

  it("are those that comparing all pairs finds, however the tracks are spread over parts", async () => {
    const next = randomNumbers(11);
    const noise = (most: number): number => most * (next() - 0.5);
    const toys = Array.from({ length: 120 }, (_, t): Toy => {
      // Thirty recordings in four versions, some of which are nearly the same.
      const shape = randomNumbers(t % 30);
      const peaks = Array.from(
        { length: 64 },
        () => 40 + 150 * shape() + noise(t % 2 === 0 ? 20 : 90),
      );
      const angles = [shape() * 360, shape() * 360].map(
        (angle) => angle + noise(t % 3 === 0 ? 4 : 40),
      );
      return { id: `${(t * 37) % 120}.wav`, seconds: 15 + noise(0.5), peaks, angles };
    });
    const expected = naiveCopies(toys);
    expect(Object.keys(expected).length).toBeGreaterThan(10);
    expect(Object.keys(expected).length).toBeLessThan(80);
    expect(await copies(...toys)).toEqual(expected);
    const parts = [0, 1, 2].map((p) => toys.filter((_, t) => t % 3 === p).map(entry));
    expect(copiesIn(await withDuplicates(parts.map((those) => indexOf(PLANE, those))))).toEqual(
      expected,
    );
  });
});

/** The same by comparing all pairs of tracks of equal length, without any shortcut. */
function naiveCopies(toys: readonly Toy[]): Record<string, string> {
  const index = indexOf(PLANE, toys.map(entry));
  const order = [...index.tracks.keys()].sort(
    (a, b) => (index.tracks[a]?.seconds ?? 0) - (index.tracks[b]?.seconds ?? 0) || a - b,
  );
  const root = new Map<number, number>();
  for (const a of order) {
    for (const b of order.slice(order.indexOf(a) + 1)) {
      const apart = (index.tracks[b]?.seconds ?? 0) - (index.tracks[a]?.seconds ?? 0);
      if (apart > 0.3 || root.has(b)) continue;
      const cosines = [0, 1].map((s) => {
        const [one, other] = [sectionVector(index, 2 * a + s), sectionVector(index, 2 * b + s)];
        return (one[0] ?? 0) * (other[0] ?? 0) + (one[1] ?? 0) * (other[1] ?? 0);
      });
      const mean = ((cosines[0] ?? 0) + (cosines[1] ?? 0)) / 2;
      const alike = Math.min(...cosines) >= 0.95 && mean >= 0.99;
      const peaks = [a, b].map((t) => [...index.peaks.subarray(64 * t, 64 * (t + 1))]);
      if (alike && pearson(peaks[0] ?? [], peaks[1] ?? []) >= 0.95) root.set(b, root.get(a) ?? a);
    }
  }
  const groups = new Map<number, string[]>();
  const idOf = (t: number): string => index.tracks[t]?.id ?? "";
  for (const [t, r] of root) groups.set(r, [...(groups.get(r) ?? [idOf(r)]), idOf(t)]);
  return Object.fromEntries(
    [...groups.values()].flatMap((ids) => {
      const [first = "", ...others] = ids.sort();
      return others.map((id) => [id, first] as const);
    }),
  );
}

function pearson(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, x) => sum + x, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const sum = (term: (i: number) => number): number => a.reduce((all, _, i) => all + term(i), 0);
  const [x, y] = [(i: number) => (a[i] ?? 0) - meanA, (i: number) => (b[i] ?? 0) - meanB];
  return sum((i) => x(i) * y(i)) / Math.sqrt(sum((i) => x(i) ** 2) * sum((i) => y(i) ** 2));
}
