import { describe, expect, it } from "vitest";
import { joinIndexes } from "../../../src/engine/index/join.ts";
import { createEar, DEAF, firstEarOf, type TrackEar } from "../../../src/engine/query/ear.ts";
import { planeIndex, remote, sections, track } from "../toy.ts";

/** To the right is a voice, up is a choir; energetic is down to the right, calm up to the left. */
const VOCABULARY = {
  words: ["vocals", "choir", "energetic", "calm"],
  vectors: Float32Array.of(1, 0, 0, 1, 0.6, -0.8, -0.6, 0.8),
  calibration: [0, 1, 2, 3].map(() => ({ scale: 8, bias: -4, reliability: 0.9 })),
};

const voiceIn = (sung: number, all: number) =>
  sections(...Array.from({ length: all }, (_, s) => (s < sung ? [1, 0] : [0, -1])));

function earOf(...entries: Parameters<typeof planeIndex>[0]): TrackEar {
  return createEar(VOCABULARY, joinIndexes([planeIndex(entries)]));
}

describe("an ear", () => {
  it("hears a voice where a section is more likely than not to have one", () => {
    const ear = earOf(
      { track: track("a"), sections: voiceIn(1, 1) },
      { track: track("b"), sections: voiceIn(1, 3) },
    );
    expect([0, 1, 9].map((t) => ear.hearsVoice(t))).toEqual([true, false, null]);
    expect([0, 1].map((t) => ear.hearsVoice(t))).toEqual([true, false]); // From what it heard before.
  });

  it("tells how much of a track is sung, and by whom", () => {
    const ear = earOf(
      { track: track("a"), sections: voiceIn(0, 20) },
      { track: track("b"), sections: voiceIn(1, 20) },
      { track: track("c"), sections: voiceIn(5, 20) },
      { track: track("d"), sections: voiceIn(9, 20) },
      { track: track("e"), sections: sections([0, 1], [0, 1]) },
    );
    expect([0, 1, 2, 3, 4].map((t) => ear.vocals(t))).toEqual([
      ...["none", "none", "some", "sung", "choir"],
    ]);
  });

  it("weighs energetic words against calm ones", () => {
    const ear = earOf(
      { track: track("a"), sections: sections([0.6, -0.8]) },
      { track: track("b"), sections: sections([-0.6, 0.8]) },
      { track: track("c"), sections: sections([0.8, 0.6]) },
    );
    expect([0, 1, 2].map((t) => ear.energy(t))).toEqual(["high", "low", "medium"]);
  });

  it("tells nothing of tracks that were not embedded from their audio alone", () => {
    const ear = earOf(
      { track: remote("a"), sections: voiceIn(1, 1) },
      { track: track("b", { evidence: "both" }), sections: voiceIn(1, 1) },
    );
    expect([0, 1].map((t) => [ear.hearsVoice(t), ear.vocals(t), ear.energy(t)])).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
  });

  it("tells nothing of words that the pack does not hear", () => {
    const index = joinIndexes([planeIndex([{ track: track("a"), sections: voiceIn(1, 1) }])]);
    const { words, vectors } = VOCABULARY;
    const uncalibrated = createEar({ words, vectors }, index);
    const deafTo = createEar({ words, vectors, calibration: words.map(() => null) }, index);
    for (const ear of [uncalibrated, deafTo]) {
      expect([ear.hearsVoice(0), ear.vocals(0), ear.energy(0)]).toEqual([null, null, null]);
    }
  });
});

it("asks the first ear that can tell", () => {
  const one: TrackEar = { ...DEAF, vocals: (t) => (t === 0 ? "sung" : null) };
  const other: TrackEar = { hearsVoice: () => true, vocals: () => "none", energy: () => "low" };
  const both = firstEarOf([one, other]);
  expect([both.vocals(0), both.vocals(1), both.hearsVoice(0), both.energy(0)]).toEqual([
    ...["sung", "none", true, "low"],
  ]);
});
