import { describe, expect, it } from "vitest";
import type { Energy, Vocals } from "../../../src/contract/hearing.ts";
import type { Track } from "../../../src/contract/track.ts";
import { columnsOf, type Column } from "../../../src/engine/query/columns.ts";
import { DEAF, type TrackEar } from "../../../src/engine/query/ear.ts";
import { track } from "../toy.ts";

/** The value of the only track of an index, in one column. */
function valueOf<V>(column: Column<V>): V | null {
  return column.values[(column.of[0] ?? 0) - 1] ?? null;
}
const vocalsOf = (changes: Partial<Track>, heard: Vocals | null = null): Vocals | null => {
  const ear: TrackEar = { ...DEAF, vocals: () => heard };
  return valueOf(columnsOf([track("a", changes)], ear).vocals);
};
const energyOf = (changes: Partial<Track>, heard: Energy | null = null): Energy | null => {
  const ear: TrackEar = { ...DEAF, energy: () => heard };
  return valueOf(columnsOf([track("a", changes)], ear).energy);
};

describe("who sings in a track", () => {
  it.each([
    ["is nobody if that is stated, whatever is heard", { vocals: false }, "sung", "none"],
    ["is not known without any evidence", {}, null, null],
    ["is heard where nothing is stated", {}, "some", "some"],
    ["is a voice if that is stated and nobody listened", { vocals: true }, null, "sung"],
    ["is a voice if that is stated and the ear misses it", { vocals: true }, "none", "sung"],
    ["is a choir if that is heard in what is sung", { vocals: true }, "choir", "choir"],
    ["is a choir if a tag says so", { tags: ["Choir"] }, null, "choir"],
    ["is a voice if a tag says so", { tags: ["female vocals"] }, null, "sung"],
    ["is nobody if a tag says so", { tags: ["instrumental"] }, "some", "none"],
    ["is what was heard when the track was embedded", { heard: { vocals: 0.9 } }, null, "sung"],
    ["is nobody if no voice was heard then", { heard: { vocals: 0.1 } }, null, "none"],
  ] as const)("%s", (_, changes, heard, expected) => {
    expect(
      vocalsOf({ ...changes, tags: [...("tags" in changes ? changes.tags : [])] }, heard),
    ).toBe(expected);
  });
});

describe("the energy of a track", () => {
  it.each([
    ["is what its tags say", ["Driving", "intense", "piano"], "high"],
    ["is low if they are calm", ["calming", "ambient"], "low"],
    ["is between if they are both", ["calm", "energetic"], "medium"],
    ["is between if they say so", ["bouncy"], "medium"],
    ["is not known if they say nothing of it", ["piano", "jazz"], null],
  ] as const)("%s", (_, tags, expected) => {
    expect(energyOf({ tags: [...tags] })).toBe(expected);
  });

  it("is heard where no tag tells", () => {
    expect(energyOf({ tags: ["piano"] }, "high")).toBe("high");
    expect(energyOf({ tags: ["calm"] }, "high")).toBe("low");
  });
});

it("takes keys from what is stated, or else from what was heard, and names each once", () => {
  const tracks = [
    track("a", { key: "Dm" }),
    track("b", { key: "8A", heard: { key: "D minor" } }),
    track("c", { key: "Bb major", heard: { key: "D minor" } }),
    track("d"),
  ];
  const { keys } = columnsOf(tracks, DEAF);
  expect(keys.values).toEqual([
    { tonic: "D", mode: "minor" },
    { tonic: "A#", mode: "major" },
  ]);
  expect([...keys.of]).toEqual([1, 1, 2, 0]);
});
