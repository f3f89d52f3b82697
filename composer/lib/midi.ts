import { variableLength, type MidiEvent } from "./midi-bytes.ts";
import type { Note, Score, Track } from "./score.ts";

/** Ticks in a crotchet. */
const ticksPerBeat = 480;

function chunk(name: string, body: readonly number[]): number[] {
  const size = body.length;
  const head = Array.from(name, (letter) => letter.charCodeAt(0));
  return [...head, (size >>> 24) & 255, (size >>> 16) & 255, (size >>> 8) & 255, size & 255].concat(
    body,
  );
}

function trackChunk(events: readonly MidiEvent[], endTick: number): number[] {
  const sorted = [...events].sort((a, b) => a.tick - b.tick || a.rank - b.rank);
  const body: number[] = [];
  let now = 0;
  for (const { tick, bytes } of sorted) {
    body.push(...variableLength(tick - now), ...bytes);
    now = tick;
  }
  body.push(...variableLength(Math.max(0, endTick - now)), 0xff, 0x2f, 0);
  return chunk("MTrk", body);
}

const tickOf = (beat: number): number => Math.max(0, Math.round(beat * ticksPerBeat));

/** Shortens notes so that two on the same key never overlap: the end of the first would silence the second. */
function withoutOverlap(notes: readonly Note[]): { on: number; off: number; note: Note }[] {
  const byPitch = new Map<number, { on: number; off: number; note: Note }>();
  const timed = [...notes]
    .sort((a, b) => a.beat - b.beat)
    .map((note) => ({
      on: tickOf(note.beat),
      off: Math.max(tickOf(note.beat) + 1, tickOf(note.beat + note.length)),
      note,
    }));
  for (const stroke of timed) {
    const before = byPitch.get(stroke.note.pitch);
    if (before && before.off >= stroke.on) before.off = Math.max(before.on + 1, stroke.on - 1);
    byPitch.set(stroke.note.pitch, stroke);
  }
  return timed.filter(({ on, off }) => off > on);
}

function musicTrack(track: Track, channel: number, endTick: number): number[] {
  const events: MidiEvent[] = [];
  const add = (tick: number, rank: number, ...bytes: number[]) =>
    events.push({ tick, rank, bytes });
  const name = Array.from(track.label, (letter) => letter.charCodeAt(0) & 127);
  add(0, 0, 0xff, 0x03, ...variableLength(name.length), ...name);
  // A bank takes effect with the next program change. The change before it keeps readers that group events by
  // program from seeing two tracks.
  add(0, 0, 0xc0 | channel, track.instrument.program);
  add(0, 1, 0xb0 | channel, 0, track.instrument.bank);
  add(0, 2, 0xc0 | channel, track.instrument.program);
  add(0, 3, 0xb0 | channel, 7, track.volume);
  add(0, 3, 0xb0 | channel, 10, Math.min(127, track.pan));
  add(0, 3, 0xb0 | channel, 91, track.reverb);
  for (const { beat, controller, value } of track.controls) {
    add(tickOf(beat), 5, 0xb0 | channel, controller, value);
  }
  for (const { beat, semitones } of track.bends) {
    const value = Math.max(0, Math.min(16383, Math.round(8192 + (semitones / 2) * 8191)));
    add(tickOf(beat), 5, 0xe0 | channel, value & 127, value >>> 7);
  }
  for (const { on, off, note } of withoutOverlap(track.notes)) {
    const velocity = Math.max(1, Math.min(127, Math.round(note.velocity * 127)));
    add(on, 6, 0x90 | channel, note.pitch, velocity);
    add(off, 4, 0x80 | channel, note.pitch, 0);
  }
  return trackChunk(events, endTick);
}

/**
 * A standard MIDI file, format 1. Drum parts share channel 10; other parts take the channels in order.
 * The file is written by hand, because General Standard banks need controller 0 before the program change.
 * Throws a RangeError if a score has more parts than MIDI has channels.
 */
export function encodeMidi(score: Score): Uint8Array {
  const endTick = tickOf(score.end);
  const [upper = "4", lower = "4"] = score.metre.split("/");
  const conductor: MidiEvent[] = score.tempo.map(({ beat, bpm }) => {
    const micros = Math.round(60_000_000 / bpm);
    return {
      tick: tickOf(beat),
      rank: 1,
      bytes: [0xff, 0x51, 3, (micros >>> 16) & 255, (micros >>> 8) & 255, micros & 255],
    };
  });
  const meter = [0xff, 0x58, 4, Number(upper), Math.log2(Number(lower)), 24, 8];
  conductor.push({ tick: 0, rank: 0, bytes: meter });
  let next = 0;
  const tracks = score.tracks.map((track) => {
    if (track.instrument.drum) return musicTrack(track, 9, endTick);
    const channel = next;
    next += next === 8 ? 2 : 1;
    if (channel > 15) throw new RangeError("A score may have at most 15 parts besides the drums");
    return musicTrack(track, channel, endTick);
  });
  const head = [0, 1, 0, tracks.length + 1, ticksPerBeat >>> 8, ticksPerBeat & 255];
  return Uint8Array.from([
    ...chunk("MThd", head),
    ...trackChunk(conductor, endTick),
    ...tracks.flat(),
  ]);
}
