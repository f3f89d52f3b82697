import midiPackage from "@tonejs/midi";
import { variableLength, type MidiEvent } from "../lib/midi-bytes.ts";
import type { ProgramChange } from "./vary.ts";

/**
 * Many short pieces in one long MIDI file. FluidSynth needs seconds to unpack a sound font, so pieces that share a
 * font are rendered together and cut apart afterwards.
 */
export interface Reel {
  midi: Uint8Array;
  /** Start and length of each piece in seconds. */
  cuts: { start: number; seconds: number }[];
  seconds: number;
}

/** Reel time: 960 ticks a crotchet at 125 bpm makes exactly 2000 ticks a second. */
const ticksPerBeat = 960;
const microsPerBeat = 480_000;
const ticksPerSecond = (ticksPerBeat * 1_000_000) / microsPerBeat;

/** Silence between pieces, so that no reverb leaks into the next. */
const gapSeconds = 2;

function pieceEvents(
  file: Uint8Array,
  start: number,
  programFor: (change: ProgramChange) => number,
): { events: MidiEvent[]; seconds: number } {
  const midi = new midiPackage.Midi(file);
  const events: MidiEvent[] = [];
  let endTicks = 0;
  const at = (seconds: number): number => Math.round((start + seconds) * ticksPerSecond);
  for (let channel = 0; channel < 16; channel += 1) {
    // Reset controllers and bends, all sounds off.
    for (const controller of [120, 121]) {
      events.push({ tick: at(0), rank: 0, bytes: [0xb0 | channel, controller, 0] });
    }
    events.push({ tick: at(0), rank: 0, bytes: [0xe0 | channel, 0, 64] });
  }
  for (const track of midi.tracks) {
    const { channel } = track;
    endTicks = Math.max(endTicks, track.endOfTrackTicks ?? 0);
    for (const change of Object.values(track.controlChanges).flat()) {
      const value = Math.round(change.value * 127);
      const rank = change.number === 0 ? 1 : 3;
      events.push({ tick: at(change.time), rank, bytes: [0xb0 | channel, change.number, value] });
    }
    if (track.notes.length === 0) continue;
    const bank = Math.round((track.controlChanges[0]?.[0]?.value ?? 0) * 127);
    const program = programFor({ channel, program: track.instrument.number, bank });
    events.push({ tick: at(0), rank: 2, bytes: [0xc0 | channel, program] });
    for (const bend of track.pitchBends) {
      // The reader gives bends as -1..1, the file has 0..16383.
      const value = Math.max(0, Math.min(16383, Math.round(bend.value * 8192) + 8192));
      const bytes = [0xe0 | channel, value & 127, value >>> 7];
      events.push({ tick: at(bend.time), rank: 3, bytes });
    }
    for (const note of track.notes) {
      const velocity = Math.max(1, Math.round(note.velocity * 127));
      events.push(
        { tick: at(note.time), rank: 5, bytes: [0x90 | channel, note.midi, velocity] },
        { tick: at(note.time + note.duration), rank: 4, bytes: [0x80 | channel, note.midi, 0] },
      );
    }
  }
  return { events, seconds: midi.header.ticksToSeconds(endTicks) };
}

/**
 * Joins MIDI files into one, with a gap after each.
 * @param programFor maps a program of a file to the program that sounds
 */
export function spliceReel(
  files: readonly Uint8Array[],
  programFor: (file: number, change: ProgramChange) => number = (_, { program }) => program,
): Reel {
  const events: MidiEvent[] = [];
  const cuts: Reel["cuts"] = [];
  let start = 0;
  for (const [i, file] of files.entries()) {
    const piece = pieceEvents(file, start, (change) => programFor(i, change));
    for (const event of piece.events) events.push(event);
    cuts.push({ start, seconds: piece.seconds });
    start += piece.seconds + gapSeconds;
  }
  events.sort((a, b) => a.tick - b.tick || a.rank - b.rank);
  const tempo = [(microsPerBeat >>> 16) & 255, (microsPerBeat >>> 8) & 255, microsPerBeat & 255];
  const body: number[] = [0, 0xff, 0x51, 3, ...tempo];
  let now = 0;
  for (const { tick, bytes } of events) {
    for (const byte of variableLength(tick - now)) body.push(byte);
    for (const byte of bytes) body.push(byte);
    now = tick;
  }
  const end = Math.max(now, Math.round(start * ticksPerSecond));
  body.push(...variableLength(end - now), 0xff, 0x2f, 0);
  const midi = new Uint8Array(22 + body.length);
  const view = new DataView(midi.buffer);
  midi.set([77, 84, 104, 100, 0, 0, 0, 6, 0, 0, 0, 1, ticksPerBeat >>> 8, ticksPerBeat & 255]);
  midi.set([77, 84, 114, 107], 14);
  view.setUint32(18, body.length);
  midi.set(body, 22);
  return { midi, cuts, seconds: start };
}
