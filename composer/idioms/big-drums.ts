import { byEnergy, readPattern, type Levels } from "../lib/pattern.ts";
import type { Note } from "../lib/score.ts";
import type { Idiom, Scene } from "../lib/style.ts";

/** Skins from low to high, as fractions of the instrument's best range. */
const skins: Record<string, number> = { L: 0, M: 0.45, H: 1 };

function skinPitch(mark: string, scene: Scene): number {
  const [low, high] = scene.instrument.sweet;
  return Math.round(low + (high - low) * (skins[mark.toUpperCase()] ?? 0));
}

/** A run up the skins to the bar line, louder with every stroke. */
function runUp(from: number, beats: number, scene: Scene): Note[] {
  const step = 0.25;
  const count = Math.round(beats / step);
  return Array.from({ length: count }, (_, i): Note => {
    const grown = i / count;
    const mark = grown < 0.4 ? "L" : grown < 0.75 ? "M" : "H";
    const velocity = 0.4 + 0.5 * grown;
    return { beat: from + i * step, length: step, pitch: skinPitch(mark, scene), velocity };
  });
}

/**
 * A row of big drums. Signs: L low, M middle, H high; capitals are accented. The players never strike quite
 * together, so accents are doubled on a skin a semitone away. Every level lists several patterns, of which a piece
 * uses one. A section's last bar ends in a run, or in silence, which makes the next stroke heavier.
 */
export function bigDrums(
  levels: Levels<readonly string[]>,
  { breath = false }: { breath?: boolean } = {},
): Idiom {
  return (scene) => {
    const { beatsPerBar, section, energy, rng, pieceRng } = scene;
    const lead = section.label === "ending" ? 0 : beatsPerBar / 2;
    const until = section.beats - lead;
    // The same choice in every section of a piece, so that listeners recognise it.
    const pattern = pieceRng.fork("pattern").pick(byEnergy(levels, energy));
    const notes = readPattern(pattern, beatsPerBar, section.beats)
      .filter((hit) => hit.beat < until - 1e-6)
      .flatMap((hit): Note[] => {
        const strong = hit.mark === hit.mark.toUpperCase();
        const pitch = skinPitch(hit.mark, scene);
        const velocity = (strong ? 0.9 : 0.55) + rng.range(-0.05, 0.05);
        const note: Note = { beat: hit.beat, length: hit.length, pitch, velocity };
        if (!strong || energy < 0.5) return [note];
        const late = rng.range(0.015, 0.04);
        return [note, { ...note, beat: hit.beat + late, pitch: pitch + 1, velocity: 0.7 }];
      });
    if (lead > 0 && !breath) notes.push(...runUp(until, lead, scene));
    return notes;
  };
}
