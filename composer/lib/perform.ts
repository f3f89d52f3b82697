import type { Player } from "./arrange.ts";
import type { Rng } from "./rng.ts";
import type { Bend, Control, Note, Section } from "./score.ts";
import type { Style } from "./style.ts";

const expression = 11;
const vibrato = 1;

/** Late off-beats: moves the second half of each pair, and everything inside it, towards the triplet. */
export function swingBeat(beat: number, swing: Style["swing"]): number {
  if (!swing) return beat;
  const pair = swing.grid === 8 ? 1 : 0.5;
  const start = Math.floor(beat / pair + 1e-6) * pair;
  const within = (beat - start) / pair;
  const middle = 0.5 + swing.amount / 6;
  const moved =
    within < 0.5 ? (within / 0.5) * middle : middle + ((within - 0.5) / 0.5) * (1 - middle);
  return start + moved * pair;
}

/** How hard to play at a beat; builds grow from start to end. */
function energyAt(section: Section, beat: number): number {
  const progress = (beat - section.start) / section.beats;
  if (section.label === "build") return section.energy * (0.72 + 0.45 * progress);
  if (section.label === "ending") return section.energy * (1.05 - 0.2 * progress);
  return section.energy;
}

/** Turns written notes into played notes: swing, human timing, dynamics. */
export function play(
  notes: readonly Note[],
  player: Player,
  style: Style,
  sections: readonly Section[],
  bpm: number,
  rng: Rng,
): Note[] {
  const beatsPerMs = bpm / 60000;
  const timing = new Map<number, number>();
  const { late = 0, level = 1 } = player.plan;
  return [...notes]
    .sort((a, b) => a.beat - b.beat || a.pitch - b.pitch)
    .map((note) => {
      const section =
        sections.filter((candidate) => candidate.start <= note.beat + 1e-6).at(-1) ?? sections[0];
      const energy = section ? energyAt(section, note.beat) : 0.5;
      // Notes struck together stay together, so that a chord stays a chord.
      const slot = Math.round(note.beat * 4);
      const together = timing.get(slot) ?? rng.gauss() * style.looseness;
      timing.set(slot, together);
      const own = rng.gauss() * style.looseness * 0.25;
      const beat = Math.max(
        0,
        swingBeat(note.beat, style.swing) + (together + own + late) * beatsPerMs,
      );
      const end = swingBeat(note.beat + note.length, style.swing);
      const touch = style.looseness > 0 ? rng.gauss() * 0.035 : 0;
      const velocity = note.velocity * (0.66 + 0.4 * energy) * level + touch;
      return {
        ...note,
        beat,
        length: Math.max(0.04, end - swingBeat(note.beat, style.swing)),
        velocity: Math.max(0.08, Math.min(1, velocity)),
      };
    });
}

/** A controller that moves smoothly between points, with a value every quarter beat. */
function curve(controller: number, points: readonly (readonly [number, number])[]): Control[] {
  const controls: Control[] = [];
  let last = -1;
  points.forEach(([beat, value], i) => {
    const [nextBeat, nextValue] = points[i + 1] ?? [beat, value];
    for (let at = beat; at < nextBeat - 1e-6 || (at === beat && nextBeat === beat); at += 0.25) {
      const progress = nextBeat > beat ? (at - beat) / (nextBeat - beat) : 0;
      const now = Math.round(Math.max(0, Math.min(127, value + (nextValue - value) * progress)));
      if (now !== last) controls.push({ beat: at, controller, value: now });
      last = now;
      if (nextBeat === beat) break;
    }
  });
  return controls;
}

/**
 * Swells for instruments that can swell: held chords rise and fall over two bars, tunes grow into their long notes
 * with vibrato, and a fading end falls to nothing.
 */
export function express(
  notes: readonly Note[],
  player: Player,
  style: Style,
  sections: readonly Section[],
  beatsPerBar: number,
): Control[] {
  const { role } = player.plan;
  const { instrument } = player;
  if (instrument.drum) return [];
  const controls: Control[] = [];
  const ending = sections.at(-1);
  const stop = ending ? ending.start + ending.beats - beatsPerBar : Infinity;
  if (instrument.sustains && (role === "harmony" || role === "colour" || role === "bass")) {
    const span = beatsPerBar * 2;
    const points: [number, number][] = [];
    for (const section of sections) {
      const base = 88 + 24 * section.energy;
      for (let beat = section.start; beat < section.start + section.beats; beat += span) {
        const grow = section.label === "build" ? ((beat - section.start) / section.beats) * 16 : 0;
        points.push([beat, base - 12 + grow], [beat + span * 0.55, base + 8 + grow]);
      }
    }
    const sorted = points.filter(([beat]) => beat < stop).sort((a, b) => a[0] - b[0]);
    controls.push(...curve(expression, [...sorted, [stop, 92]]));
  } else if (instrument.sustains) {
    for (const note of notes) {
      if (note.beat >= stop - 1e-6) continue;
      if (note.length < 1.4) controls.push({ beat: note.beat, controller: expression, value: 108 });
      else {
        const { beat, length } = note;
        controls.push(
          ...curve(expression, [
            [beat, 88],
            [beat + length * 0.45, 118],
            [beat + length * 0.95, 92],
          ]),
          ...curve(vibrato, [
            [beat, 0],
            [beat + length * 0.35, 0],
            [beat + length * 0.6, 38],
            [beat + length * 0.97, 4],
          ]),
        );
      }
    }
  }
  if (style.ending === "fade" && stop !== Infinity) {
    controls.push(
      ...curve(expression, [
        [stop + 0.01, instrument.sustains ? 92 : 112],
        [stop + beatsPerBar * 0.4, 84],
        [stop + beatsPerBar * 1.5, 8],
      ]),
    );
  }
  return controls.sort((a, b) => a.beat - b.beat);
}

/** Slides into notes, as singers, blues guitarists and saxophonists play them. */
export function slides(notes: readonly Note[]): Bend[] {
  return notes.flatMap(({ beat, scoop }) =>
    scoop === undefined
      ? []
      : [0, 0.25, 0.5, 0.75, 1].map((part) => ({
          beat: beat + part * 0.18,
          semitones: scoop * (1 - part),
        })),
  );
}
