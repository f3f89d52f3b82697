import { readChord, readProgression } from "../../../composer/lib/harmony.ts";
import { instrumentNamed } from "../../../composer/lib/instruments.ts";
import { createRng } from "../../../composer/lib/rng.ts";
import type { Scene } from "../../../composer/lib/style.ts";
import type { SectionLabel } from "../../../composer/lib/score.ts";

/** A scene in C over one progression, by default with one chord per bar in 4/4. */
export function toyScene(
  chords: string,
  {
    instrument = "piano",
    energy = 0.5,
    label = "statement",
    beatsPerBar = 4,
    following = "I",
    seed = "toy",
  }: {
    instrument?: string;
    energy?: number;
    label?: SectionLabel;
    beatsPerBar?: number;
    following?: string;
    seed?: string;
  } = {},
): Scene {
  const bars = chords.split("|").length;
  const beats = bars * beatsPerBar;
  return {
    section: { label, theme: "a", bars, start: 0, beats, energy, transpose: 0 },
    beatsPerBar,
    chords: readProgression(chords, 0, beatsPerBar),
    following: { ...readChord(following, 0), start: 0, beats: beatsPerBar },
    scale: [0, 2, 4, 5, 7, 9, 11],
    instrument: instrumentNamed(instrument),
    energy,
    rng: createRng(`${seed} section`),
    pieceRng: createRng(seed),
    memory: {},
  };
}
