import { byEnergy, readBar, type Levels } from "../lib/pattern.ts";
import type { Note } from "../lib/score.ts";
import type { Idiom, Scene } from "../lib/style.ts";

/** General MIDI percussion keys. */
const percussion = {
  kick: 36,
  sidestick: 37,
  snare: 38,
  clap: 39,
  electricSnare: 40,
  floorTom: 41,
  hat: 42,
  pedalHat: 44,
  lowTom: 45,
  openHat: 46,
  midTom: 47,
  crash: 49,
  highTom: 50,
  ride: 51,
  rideBell: 53,
  tambourine: 54,
  cowbell: 56,
  highBongo: 60,
  lowBongo: 61,
  mutedConga: 62,
  openConga: 63,
  lowConga: 64,
  highTimbale: 65,
  agogo: 67,
  cabasa: 69,
  maracas: 70,
  guiro: 73,
  claves: 75,
  woodblock: 76,
  lowWoodblock: 77,
  triangle: 81,
  shaker: 82,
  jingle: 83,
  castanets: 85,
} as const;

export type DrumName = keyof typeof percussion;

/** One bar (or several between "|") per drum. X accent, x plain, o soft, g ghost, r a short roll. */
export type Groove = Partial<Record<DrumName, string>>;

const strength: Record<string, number> = { X: 0.95, x: 0.76, o: 0.58, g: 0.34, r: 0.5 };

export interface DrumOptions {
  /** The kind of fill in the last bar of a phrase. */
  fill?: "toms" | "snare" | "roll" | "none";
  /** Bars from one fill to the next. */
  phrase?: number;
  crash?: boolean;
}

function playBar(groove: Groove, bar: number, scene: Scene, until: number): Note[] {
  const notes: Note[] = [];
  for (const [name, text] of Object.entries(groove)) {
    const bars = text.split("|");
    const pitch = percussion[name as DrumName];
    for (const hit of readBar(bars[bar % bars.length] ?? "", scene.beatsPerBar)) {
      if (hit.beat >= until - 1e-6) continue;
      const beat = bar * scene.beatsPerBar + hit.beat;
      const velocity = strength[hit.mark] ?? 0.7;
      if (hit.mark !== "r") notes.push({ beat, length: 0.2, pitch, velocity });
      else {
        for (let i = 0; i < 4; i += 1) {
          const at = beat + (i * hit.length) / 4;
          notes.push({ beat: at, length: 0.1, pitch, velocity: velocity * (0.75 + 0.1 * i) });
        }
      }
    }
  }
  return notes;
}

/** A fill grows towards the bar line; its length in beats depends on the energy. */
function playFill(kind: "toms" | "snare" | "roll", start: number, beats: number, scene: Scene) {
  const notes: Note[] = [];
  const step = kind === "roll" ? 0.125 : 0.25;
  const count = Math.round(beats / step);
  const toms: DrumName[] = ["snare", "highTom", "midTom", "floorTom"];
  for (let i = 0; i < count; i += 1) {
    const grown = (i + 1) / count;
    if (kind !== "roll" && i > 0 && scene.rng.chance(0.22)) continue;
    const drum =
      kind === "toms" ? (toms[Math.floor((i / count) * toms.length)] ?? "snare") : "snare";
    const accent = i % 4 === 0 ? 0.12 : 0;
    notes.push({
      beat: start + i * step,
      length: 0.2,
      pitch: percussion[drum],
      velocity: Math.min(1, 0.42 + 0.38 * grown + accent),
    });
  }
  return notes;
}

/**
 * Drums from grooves. Grooves are listed from calm to strong; the section's energy chooses one. Phrases end with
 * fills, and strong sections begin with a crash.
 */
export function drums(
  levels: Levels<Groove>,
  { fill = "toms", phrase = 4, crash = true }: DrumOptions = {},
): Idiom {
  return (scene) => {
    const groove = byEnergy(levels, scene.energy);
    const notes: Note[] = [];
    const { bars, label } = scene.section;
    for (let bar = 0; bar < bars; bar += 1) {
      const closes = (bar + 1) % phrase === 0 || bar === bars - 1;
      const last = bar === bars - 1 && label !== "ending";
      const wanted = fill !== "none" && closes && (last || scene.rng.chance(0.55));
      const fillBeats = wanted ? (last && scene.energy > 0.5 ? 2 : 1) : 0;
      const until = scene.beatsPerBar - fillBeats;
      notes.push(...playBar(groove, bar, scene, until));
      const start = bar * scene.beatsPerBar + until;
      if (wanted) notes.push(...playFill(fill, start, fillBeats, scene));
    }
    if (crash && scene.energy > 0.6) {
      notes.push({ beat: 0, length: 1, pitch: percussion.crash, velocity: 0.8 });
      if (scene.energy > 0.85 && bars > 4) {
        const beat = 4 * scene.beatsPerBar;
        notes.push({ beat, length: 1, pitch: percussion.crash, velocity: 0.66 });
      }
    }
    return notes;
  };
}

/** Hand percussion or a drum machine, without fills. */
export function percussionLoop(levels: Levels<Groove>): Idiom {
  return drums(levels, { fill: "none", crash: false });
}
