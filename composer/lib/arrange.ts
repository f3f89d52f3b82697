import {
  chordAt,
  fillBeats,
  pitchClass,
  readChord,
  readProgression,
  type Chord,
} from "./harmony.ts";
import { drumKit, instrumentNamed, type Instrument, type KitName } from "./instruments.ts";
import type { Rng } from "./rng.ts";
import type { Note, Section } from "./score.ts";
import type { ModePlan, PartMemory, PartPlan, Scene, Style } from "./style.ts";
import { nearest, voice } from "./voicing.ts";

/** One player of this piece. */
export interface Player {
  plan: PartPlan;
  instrument: Instrument;
  memory: PartMemory;
  rng: Rng;
}

/** The piece's harmony: its scale, and the progression of each theme. */
export interface Harmony {
  mode: ModePlan;
  tonic: number;
  scale: readonly number[];
  progressions: Record<"a" | "b", string>;
}

/** Chooses the players; no instrument is used twice. */
export function hire(style: Style, rng: Rng): Player[] {
  const taken = new Set<string>();
  const kit: KitName = rng.fork("kit").pick<KitName>(style.kit ?? ["standard"]);
  return style.parts.flatMap((plan, i) => {
    const own = rng.fork(`part ${i}`);
    if (!own.chance(plan.chance ?? 1)) return [];
    const free = plan.on.filter((name) => !taken.has(name));
    const name = own.pick(free.length > 0 ? free : plan.on);
    taken.add(name);
    const instrument = plan.role === "drums" ? drumKit(name, kit) : instrumentNamed(name);
    return [{ plan, instrument, memory: {}, rng: own }];
  });
}

/** Whether this part plays in this section. */
export function playsIn(plan: PartPlan, section: Section): boolean {
  if (plan.only && !plan.only.includes(section.label)) return false;
  if (plan.except?.includes(section.label)) return false;
  return section.energy >= (plan.from ?? 0) && section.energy <= (plan.to ?? 1);
}

/** The chord on which the piece comes to rest. */
export function finalChord(harmony: Harmony): Omit<Chord, "start" | "beats"> {
  const minor = harmony.scale.includes(pitchClass(harmony.tonic + 3));
  return readChord(harmony.mode.final ?? (minor ? "Im" : "I"), harmony.tonic);
}

/** The last beats of a progression, renumbered from 0. */
function tailOf(progression: readonly Chord[], beats: number): Chord[] {
  const last = progression.at(-1);
  const from = last ? last.start + last.beats - beats : 0;
  return progression
    .filter((chord) => chord.start >= from - 1e-6)
    .map((chord) => ({ ...chord, start: chord.start - from }));
}

/**
 * The chords of one section; the ending's last bar comes to rest.
 * @param turnaround short sections take the end of the progression instead of its beginning, as a blues starts
 *   "from the five"
 */
export function chordsOf(
  section: Section,
  harmony: Harmony,
  beatsPerBar: number,
  turnaround: boolean,
): Chord[] {
  const tonic = harmony.tonic + section.transpose;
  const whole = readProgression(harmony.progressions[section.theme], tonic, beatsPerBar);
  const length = (whole.at(-1)?.start ?? 0) + (whole.at(-1)?.beats ?? 0);
  const cut = turnaround && section.beats < length;
  const progression = cut ? tailOf(whole, section.beats) : whole;
  if (section.label !== "ending") return fillBeats(progression, section.beats);
  const restFrom = section.beats - beatsPerBar;
  const moving = restFrom > 0 ? fillBeats(progression, restFrom) : [];
  if (harmony.mode.cadence !== undefined && restFrom > 0) {
    const cadence = readProgression(harmony.mode.cadence, tonic, beatsPerBar);
    const from = restFrom - beatsPerBar;
    for (let i = moving.length - 1; i >= 0; i -= 1) {
      if ((moving[i]?.start ?? 0) >= from - 1e-6) moving.splice(i, 1);
    }
    moving.push(...cadence.map((chord) => ({ ...chord, start: chord.start + from })));
  }
  return [...moving, { ...finalChord(harmony), start: restFrom, beats: beatsPerBar }];
}

/** The last sound of one player: held, rolled or struck, depending on the role. */
function lastNotes(player: Player, scene: Scene, hit: boolean, length: number): Note[] {
  const { plan, instrument, memory } = player;
  const beat = scene.section.beats - scene.beatsPerBar;
  const chord = chordAt(scene.chords, scene.section.beats);
  const [low, high] = instrument.sweet;
  const held = hit ? 0.6 : length;
  switch (plan.role) {
    case "drums":
      if (instrument.name !== "drums") return [];
      return [36, ...(scene.energy > 0.35 ? [49] : [])].map((pitch) => ({
        beat,
        length: 1,
        pitch,
        velocity: 0.8,
      }));
    case "bass":
      return [{ beat, length: held, pitch: low + pitchClass(chord.bass - low), velocity: 0.78 }];
    case "melody":
    case "counter": {
      const last = memory.pitch ?? Math.round((low + high) / 2);
      const tone = plan.role === "melody" ? chord.root : (chord.tones[1] ?? chord.root);
      return [{ beat, length: held, pitch: nearest(tone, last, low, high), velocity: 0.66 }];
    }
    case "harmony": {
      const [lowest, highest] = instrument.range;
      const rules = {
        voices: 4,
        low: Math.max(lowest, Math.min(low, 58)),
        high: Math.min(highest, Math.max(high, 72)),
      };
      const roll = !hit && !instrument.sustains ? 0.06 : 0;
      return voice(chord, rules, memory.voicing).map((pitch, i) => ({
        beat: beat + i * roll,
        length: held,
        pitch,
        velocity: 0.66 - i * 0.02,
      }));
    }
    case "colour":
      return [];
  }
}

/** Writes the notes of one player in one section, in beats from the piece's start. */
export function playSection(
  player: Player,
  style: Style,
  section: Section,
  following: Chord,
  chords: readonly Chord[],
  harmony: Harmony,
  beatsPerBar: number,
): Note[] {
  const ending = section.label === "ending";
  const rest = ending ? beatsPerBar : 0;
  const moving = section.beats - rest;
  const scene: Scene = {
    section: { ...section, beats: moving, bars: Math.round(moving / beatsPerBar) },
    beatsPerBar,
    chords: ending ? chords.filter((chord) => chord.start < moving - 1e-6) : chords,
    following,
    scale: harmony.scale.map((tone) => pitchClass(tone + section.transpose)),
    instrument: player.instrument,
    energy: section.energy,
    rng: player.rng.fork(`${section.label} ${section.start}`),
    pieceRng: player.rng,
    memory: player.memory,
  };
  const notes = scene.chords.length > 0 ? player.plan.play(scene) : [];
  if (ending) {
    const whole = { ...scene, section, chords };
    const held = style.ending === "fade" ? beatsPerBar * 1.5 : beatsPerBar * 1.2;
    notes.push(...lastNotes(player, whole, style.ending === "hit", held));
  }
  return notes.map((note) => ({ ...note, beat: note.beat + section.start }));
}
