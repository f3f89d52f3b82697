/** A MIDI message and its time. */
export interface MidiEvent {
  tick: number;
  /** Order among messages of the same tick: programs, note ends, controllers, note starts. */
  rank: number;
  bytes: number[];
}

/** A variable-length quantity of a MIDI file: seven bits per byte, with the top bit set on all but the last. */
export function variableLength(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
}
