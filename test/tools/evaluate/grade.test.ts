import { describe, expect, it } from "vitest";
import { gradeTracks, type Grade, type Judged } from "../../../tools/evaluate/grade.ts";
import { readScenes, type Scene } from "../../../tools/evaluate/scenes.ts";

const SCENE: Scene = {
  kind: "western",
  texts: [{ register: "keywords", text: "saloon" }],
  fits: {
    moods: ["cheerful"],
    genres: ["western"],
    instruments: ["honky-tonk piano"],
    uses: ["bar scene"],
    tempo: "fast",
  },
  avoid: ["techno", "sad", "drums"],
};

/** A track of a catalogue that labels moods, genres, instruments and tempo. */
const of = (...tags: string[]): Judged => ({ catalogue: "far", tags });
/** One of these agrees on each of those kinds, so that all four count. */
const LABELLED = of("cheerful", "western", "honky-tonk piano", "fast");

/** The grade of a track among others of its catalogue. */
function gradeOf(track: Judged, scene: Scene = SCENE): Grade | undefined {
  return gradeTracks(scene, [LABELLED, track])[1];
}

describe("the grade of a track", () => {
  it("is 3 where mood and genre agree and one kind of four does not", () => {
    expect(gradeTracks(SCENE, [LABELLED])).toEqual([3]);
    expect(gradeOf(of("cheerful", "western", "honky-tonk piano", "slow"))).toBe(3);
  });

  it("is 2 where more than half of the kinds agree, but little of the character", () => {
    expect(gradeOf(of("cheerful", "rock", "honky-tonk piano", "fast"))).toBe(2);
  });

  it("is 1 where the character agrees and little else does", () => {
    expect(gradeOf(of("cheerful", "rock", "organ", "slow"))).toBe(1);
    expect(gradeOf(of("cheerful", "western", "organ", "slow"))).toBe(1);
  });

  it("is 0 for instruments and tempo alone", () => {
    expect(gradeOf(of("eerie", "honky-tonk piano", "fast"))).toBe(0);
  });

  it("is 0 with anything that the scene avoids, or a synonym of it", () => {
    expect(gradeOf(of(...LABELLED.tags, "techno"))).toBe(0);
    expect(gradeOf(of(...LABELLED.tags, "somber"))).toBe(0);
    expect(gradeOf(of(...LABELLED.tags, "electronic drums"))).toBe(0);
    expect(gradeOf(of(...LABELLED.tags, "no drums"))).toBe(3);
  });

  it("keeps a synonym of what is avoided if it fits, but nothing that is avoided by name", () => {
    const scene = { ...SCENE, avoid: ["happy"] };
    expect(gradeOf(of(...LABELLED.tags, "bright"), scene)).toBe(3);
    expect(gradeOf(of(...LABELLED.tags, "happy"), scene)).toBe(0);
  });

  it("is 0 for music that is sung where a scene has no room for vocals", () => {
    const spoken = { ...SCENE, fits: { ...SCENE.fits, vocals: "none" } };
    expect(gradeOf(of(...LABELLED.tags, "singers"), spoken)).toBe(0);
    expect(gradeOf(of(...LABELLED.tags, "singers"))).toBe(3);
  });

  it("takes synonyms, plurals, and tags that are more specific or, of instruments, more general", () => {
    expect(gradeOf(of("bright", "country", "slow", "pianos"))).toBe(3);
    expect(gradeOf(of("bright", "alternative country", "fast"))).toBe(3);
    expect(gradeOf(of("bright", "bar"))).toBe(1);
  });

  it("leaves out kinds that no track of the catalogue agrees on", () => {
    // Nothing in this catalogue says a use or a tempo: two kinds of two agree.
    expect(gradeTracks(SCENE, [of("cheerful", "western")])).toEqual([3]);
    // Once a track of the same catalogue does, they count; another catalogue's do not.
    const timed = of("eerie", "fast", "bar scene");
    expect(gradeTracks(SCENE, [of("cheerful", "western"), timed])[0]).toBe(1);
    expect(
      gradeTracks(SCENE, [of("cheerful", "western"), { ...timed, catalogue: "near" }]),
    ).toEqual([3, 2]);
  });
});

it("the scenes of unseen kinds have texts in several registers, and music that fits", async () => {
  const scenes = await readScenes();
  expect(scenes.length).toBeGreaterThan(80);
  expect(scenes.flatMap(({ texts }) => texts).length).toBeGreaterThan(400);
  expect(scenes.filter(({ avoid }) => avoid.length === 0)).toEqual([]);
});
