import { describe, expect, it } from "vitest";
import type { Track } from "../../../src/contract/track.ts";
import { indexOf } from "../../../src/engine/index/entries.ts";
import { withDuplicates } from "../../../src/engine/library/duplicates.ts";
import { PLANE, sections, track } from "../toy.ts";

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
function copies(...toys: readonly Toy[]): Record<string, string> {
  const { tracks } = withDuplicates(indexOf(PLANE, toys.map(entry)));
  return Object.fromEntries(
    tracks.flatMap(({ id, file }) =>
      file?.duplicateOf === undefined ? [] : [[id, file.duplicateOf] as const],
    ),
  );
}

describe("duplicates", () => {
  it("are tracks of one length with the same waveform and the same embeddings", () => {
    expect(copies({ id: "a.wav" }, { id: "b.mp3", seconds: 15.05, angles: [12, 41] })).toEqual({
      "b.mp3": "a.wav",
    });
  });

  it("are not tracks of another length, waveform or sound anywhere", () => {
    const { seconds, peaks, angles } = {
      seconds: 15.5,
      peaks: [100, 60, 50, 220],
      angles: [10, 60],
    };
    for (const other of [{ seconds }, { peaks }, { angles }]) {
      expect(copies({ id: "a.wav" }, { id: "b.wav", ...other })).toEqual({});
    }
  });

  it("may be louder or softer than each other", () => {
    const peaks = [50, 100, 25, 60];
    expect(copies({ id: "a.wav" }, { id: "b.wav", peaks })).toEqual({ "b.wav": "a.wav" });
    const silent = { peaks: [0, 0, 0, 0] };
    expect(copies({ id: "a.wav" }, { id: "b.wav", ...silent })).toEqual({});
    expect(copies({ id: "a.wav", ...silent }, { id: "b.wav", ...silent })).not.toEqual({});
  });

  it("have one that is offered: one that is there, that Premiere imports, the largest", () => {
    expect(copies({ id: "a.flac" }, { id: "b.mp3" })).toEqual({ "a.flac": "b.mp3" });
    expect(copies({ id: "a.wav", missing: true }, { id: "b.flac" })).toEqual({ "a.wav": "b.flac" });
    const file = { name: "b.wav", bytes: 99, modified: 1, hash: "b", listed: "" };
    expect(copies({ id: "a.wav" }, { id: "b.wav", track: { file } })).toEqual({ "a.wav": "b.wav" });
  });

  it("form one group, however many there are", () => {
    const toys = ["c.wav", "a.wav", "b.wav", "d.wav"].map((id) => ({ id }));
    expect(copies(...toys, { id: "e.wav", seconds: 99 })).toEqual({
      "b.wav": "a.wav",
      "c.wav": "a.wav",
      "d.wav": "a.wav",
    });
  });

  it("are forgotten when the other copy is another recording now", () => {
    const stale = { name: "b.wav", bytes: 10, modified: 1, hash: "", listed: "", duplicateOf: "a" };
    expect(
      copies({ id: "a.wav", angles: [80, 80] }, { id: "b.wav", track: { file: stale } }),
    ).toEqual({});
  });

  it("are not looked for among tracks whose sound is not known", () => {
    const remote = { seconds: 0 };
    expect(copies({ id: "a", ...remote }, { id: "b", ...remote })).toEqual({});
  });
});
