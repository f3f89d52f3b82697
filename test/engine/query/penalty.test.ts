import { describe, expect, it } from "vitest";
import type { UnderstoodItem } from "../../../src/contract/understanding.ts";
import { penalise, raiseTagged, unwantedIn } from "../../../src/engine/query/penalty.ts";

const without = (concept: string, strength: number): UnderstoodItem => ({
  kind: "without",
  text: "",
  label: { concept, strength },
});

describe("the penalty", () => {
  it("lowers sections by how much nearer than usual they are, and raises none", () => {
    const scores = Float32Array.of(1, 1, 1, -1);
    penalise(scores, Float32Array.of(2, 0, -2, 0.5), 0.5);
    expect([...scores]).toEqual([0, 1, 1, -1.25]);
  });

  it("treats all sections of a tagged track as near", () => {
    const nearness = Float32Array.of(-1, 3, 0.5, 0);
    raiseTagged(nearness, { firstSection: Uint32Array.of(0, 2, 4) }, [0]);
    expect([...nearness]).toEqual([2, 3, 0.5, 0]);
  });
});

describe("what is not wanted", () => {
  it("is penalised less if it is only wanted less", () => {
    const [none, less] = unwantedIn({ items: [without("drums", 1), without("dark", 0.5)] });
    expect([none?.concept, less?.concept]).toEqual(["drums", "dark"]);
    expect(less?.strength).toBeCloseTo(0.5 * (none?.strength ?? 0));
  });

  it("is vocals, once, if the music is to be instrumental", () => {
    const instrumental: UnderstoodItem = { kind: "vocals", text: "", label: { sung: false } };
    expect(unwantedIn({ items: [without("vocals", 1), instrumental] })).toHaveLength(1);
  });

  it("is nothing if somebody is to sing", () => {
    expect(unwantedIn({ items: [{ kind: "vocals", text: "", label: { sung: true } }] })).toEqual(
      [],
    );
  });
});
