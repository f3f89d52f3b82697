import { chordsOf, finalChord, hire, playSection, playsIn, type Harmony } from "./arrange.ts";
import { layOutForm, ordersOf } from "./form.ts";
import { chordAt, chromaOf, scaleTones, type Chord } from "./harmony.ts";
import { express, play, slides } from "./perform.ts";
import { createRng } from "./rng.ts";
import type { Score, TempoMark, Track } from "./score.ts";
import type { Metre, Style } from "./style.ts";

/** A composed piece and the decisions behind it. */
export interface Composition {
  style: Style;
  seed: number;
  /** The order of its form that the piece uses. */
  order: number;
  score: Score;
  key: string;
  mode: string;
  moods: readonly string[];
  /** Felt beats per minute: dotted crotchets in 6/8. */
  bpm: number;
  /** The chords of every section, in beats from its start. */
  chords: readonly (readonly Chord[])[];
}

/** Crotchets in a bar and in a felt beat. */
const metres: Record<Metre, { bar: number; pulse: number }> = {
  "4/4": { bar: 4, pulse: 1 },
  "3/4": { bar: 3, pulse: 1 },
  "2/4": { bar: 2, pulse: 1 },
  "5/4": { bar: 5, pulse: 1 },
  "6/8": { bar: 3, pulse: 1.5 },
  "12/8": { bar: 6, pulse: 1.5 },
};

/** Widens the small pans of the styles for loudspeakers. */
const spread = 1.4;

/** Seconds after the last bar in which the sound dies away. */
const ringSeconds = 2.5;

function tempoMarks(style: Style, bpm: number, restBeat: number, bar: number): TempoMark[] {
  const marks = [{ beat: 0, bpm }];
  if (style.ending !== "ritard" && style.ending !== "fade") return marks;
  for (let step = 0; step < 4; step += 1) {
    const slower = 1 - 0.05 * (step + 1);
    const beat = restBeat - bar + (bar * step) / 4;
    if (beat > 0) marks.push({ beat, bpm: Math.round(bpm * slower * 10) / 10 });
  }
  return marks;
}

function orderFor({ name, form }: Style, seed: number): number {
  return createRng(`${name} ${seed}/order`).int(0, ordersOf(form) - 1);
}

/**
 * Writes one piece. The same style, seed, length and order always give the same score.
 * @param seconds target length; the piece differs from it by a few bars at most
 * @param order the order of the form to use; by default, the seed chooses
 * @throws RangeError for an order that the form does not have
 */
export function compose(
  style: Style,
  seed: number,
  seconds: number,
  order: number = orderFor(style, seed),
): Composition {
  const rng = createRng(`${style.name} ${seed}`);
  const bpm = Math.round(rng.range(style.tempo[0], style.tempo[1]));
  const { bar, pulse } = metres[style.metre];
  const quarterBpm = bpm * pulse;
  const key = rng.pick(style.keys);
  const mode = rng.pick(style.modes);
  const tonic = chromaOf(key);
  const harmony: Harmony = {
    mode,
    tonic,
    scale: scaleTones(tonic, mode.scale),
    progressions: { a: rng.pick(mode.a), b: rng.pick(mode.b) },
  };
  const totalBars = Math.max(4, Math.round(((seconds - ringSeconds) * quarterBpm) / 60 / bar));
  const planned = layOutForm(
    style.form,
    order,
    {
      totalBars,
      beatsPerBar: bar,
      lift: style.lift ?? 0,
      ...(style.chorus === undefined ? {} : { chorus: style.chorus }),
    },
    rng.fork("form"),
  );
  // All players join a last hit; only endings that die away thin out first.
  const sections = planned.map((section) =>
    section.label === "ending" && style.ending === "hit"
      ? { ...section, energy: Math.max(section.energy, 0.82) }
      : section,
  );
  const players = hire(style, rng.fork("players"));
  const harmonies = sections.map((section) =>
    chordsOf(section, harmony, bar, style.chorus !== undefined),
  );
  const last = sections.at(-1);
  const restBeat = last ? last.start + last.beats - bar : 0;
  const final: Chord = { ...finalChord(harmony), start: 0, beats: bar };

  const tracks: Track[] = players.map((player, index) => {
    const { plan, instrument } = player;
    const written = sections.flatMap((section, i) => {
      const chords = harmonies[i] ?? [];
      const next = harmonies[i + 1];
      if (!playsIn(plan, section)) return [];
      const following = next ? chordAt(next, 0) : final;
      return playSection(player, style, section, following, chords, harmony, bar);
    });
    const notes = play(written, player, style, sections, quarterBpm, rng.fork(`play ${index}`));
    return {
      label: instrument.name,
      role: plan.role,
      instrument,
      notes,
      controls: express(notes, player, style, sections, bar),
      bends: slides(notes),
      pan: Math.round(64 + 63 * Math.max(-1, Math.min(1, spread * (plan.pan ?? 0)))),
      volume: Math.min(127, instrument.volume),
      reverb: Math.round(127 * Math.min(1, style.room * (plan.role === "bass" ? 0.35 : 1))),
    };
  });
  const sounding = tracks.filter((track) => track.notes.length > 0);
  const lastNote = Math.max(
    ...sounding.flatMap((track) => track.notes.map((note) => note.beat + note.length)),
  );
  const score: Score = {
    tempo: tempoMarks(style, quarterBpm, restBeat, bar),
    metre: style.metre,
    sections,
    tracks: sounding,
    end: Math.max(lastNote, restBeat + bar) + (ringSeconds * quarterBpm) / 60,
  };
  return {
    style,
    seed,
    order,
    score,
    key,
    mode: mode.mode,
    moods: mode.moods ?? [],
    bpm,
    chords: harmonies,
  };
}
