import { describe, expect, it } from "vitest";
import { addMetadata, metadataText } from "../../../src/engine/library/add-metadata.ts";
import { moveTowards } from "../../../src/engine/encode/metadata.ts";
import { track } from "../../engine/toy.ts";

const sections = [{ start: 0, end: 10, embedding: Float32Array.of(1, 0) }];
const peaks = new Uint8Array(0);

describe("metadataText", () => {
  it("is the list of tags, or null if it has no letter and no digit", () => {
    expect(metadataText(["rock", "sad"])).toBe("rock, sad");
    expect(metadataText(["90s"])).toBe("90s");
    expect([[], ["?!"], [""]].map(metadataText)).toEqual([null, null, null]);
  });
});

describe("addMetadata", () => {
  it("moves the sections of tagged tracks towards their tags, and says so", async () => {
    const asked: string[] = [];
    const embedding = Float32Array.of(0, 1);
    const tower = {
      embed: (text: string) => {
        asked.push(text);
        return Promise.resolve(embedding);
      },
    };
    const entry = (id: string, tags: string[]) => ({
      track: track(id, { tags, evidence: "audio" }),
      peaks,
      sections,
    });
    const tagged = await addMetadata(entry("a", ["rock", "loud"]), tower);
    expect(asked).toEqual(["rock, loud"]);
    expect(tagged.track.evidence).toBe("both");
    expect(tagged.sections).toEqual(moveTowards(embedding, sections));
    expect(await addMetadata(entry("b", []), tower)).toEqual(entry("b", []));
    expect(asked).toHaveLength(1);
  });
});
