import { pitchClass } from "../lib/harmony.ts";
import { byEnergy, type Levels } from "../lib/pattern.ts";
import type { Note } from "../lib/score.ts";
import type { Idiom } from "../lib/style.ts";

/** A stroke of the tabla: the right hand's percussion key, and the left hand's resonant stroke, if any. */
interface Stroke {
  right?: readonly [key: number, velocity: number];
  /** Velocity of the deep drum; its skin is pressed to raise the pitch. */
  left?: number;
}

const rim = 60;
const open = 61;
const damped = 62;

/** The spoken names of the strokes (bols). */
const strokes: Record<string, Stroke> = {
  dha: { right: [rim, 0.82], left: 0.86 },
  dhin: { right: [open, 0.7], left: 0.7 },
  tin: { right: [open, 0.66] },
  ta: { right: [rim, 0.74] },
  na: { right: [rim, 0.64] },
  ge: { left: 0.7 },
  ti: { right: [damped, 0.5] },
  ra: { right: [damped, 0.38] },
  ki: { right: [damped, 0.42] },
  ka: { right: [damped, 0.56] },
};

/** A tihai: the same phrase three times, so that one more stroke would fall on the next "one". */
const tihai = "dha ti ra ki dha - dha ti ra ki dha - dha ti ra ki";

/**
 * Hand drums in a cycle. A cycle is written in stroke names, with bars between "|" and "-" for rests; the strokes
 * of a bar share it evenly. The last bar before a new section is a tihai. One part plays the right hand on the drum
 * channel, another plays the left hand on a tuned drum.
 */
export function tala(levels: Levels<string>, hand: "left" | "right"): Idiom {
  return (scene) => {
    const { beatsPerBar, section, instrument } = scene;
    const cycle = byEnergy(levels, scene.energy).split("|");
    const [low] = instrument.sweet;
    const deep = low + pitchClass((scene.scale[0] ?? 0) - low);
    const notes: Note[] = [];
    const strike = (name: string, beat: number, length: number): void => {
      const stroke = strokes[name];
      if (stroke === undefined) throw new RangeError(`No stroke is called "${name}"`);
      if (hand === "right" && stroke.right) {
        const [pitch, velocity] = stroke.right;
        notes.push({ beat, length: 0.2, pitch, velocity });
      }
      if (hand === "left" && stroke.left !== undefined) {
        const velocity = stroke.left;
        notes.push({ beat, length: Math.max(length, 0.9), pitch: deep, velocity, scoop: -1.8 });
      }
    };
    for (let bar = 0; bar < section.bars; bar += 1) {
      const closes = bar === section.bars - 1 && section.bars > 1;
      const names = (closes ? tihai : (cycle[bar % cycle.length] ?? "")).trim().split(/\s+/);
      const step = beatsPerBar / names.length;
      names.forEach((name, i) => {
        if (name !== "-") strike(name, bar * beatsPerBar + i * step, step);
      });
    }
    // The piece's own last "one".
    if (section.label === "ending") strike("dha", section.beats, 1);
    return notes;
  };
}
