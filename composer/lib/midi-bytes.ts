/** A MIDI message at a time. */
export interface MidiEvent {
  tick: number;
  /** Order among messages of one tick: programs, note ends, controllers, note starts. */
  rank: number;
  bytes: number[];
}

/** A number as MIDI files write lengths and waits: seven bits a byte, the last without its top bit. */
export function variableLength(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
}
