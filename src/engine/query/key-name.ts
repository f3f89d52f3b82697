import type { Key } from "../../contract/understanding.ts";

const TONICS = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];
const NATURALS: ReadonlyMap<string, number> = new Map([
  ["c", 0],
  ["d", 2],
  ["e", 4],
  ["f", 5],
  ["g", 7],
  ["a", 9],
  ["b", 11],
]);
const SIGNS: ReadonlyMap<string, number> = new Map([
  ["", 0],
  ["#", 1],
  ["\u266f", 1],
  ["sharp", 1],
  ["b", -1],
  ["\u266d", -1],
  ["flat", -1],
]);

/** Names of modes as they are written, in lower case, and the name that is compared. */
export const MODES: ReadonlyMap<string, string> = new Map([
  ...(["major", "maj"] as const).map((name) => [name, "major"] as const),
  ...(["minor", "min"] as const).map((name) => [name, "minor"] as const),
  ...["dorian", "phrygian", "lydian", "mixolydian", "locrian"].map((name) => [name, name] as const),
]);

/** A tonic in lower case, "c#", "bb" or "fsharp", with flats as sharps; null if it is none. */
export function parseTonic(name: string): string | null {
  const natural = NATURALS.get(name.charAt(0));
  const sign = SIGNS.get(name.slice(1));
  if (natural === undefined || sign === undefined) return null;
  return TONICS[(natural + sign + 12) % 12] ?? null;
}

/**
 * A track's key as catalogues write it: "Eb minor", "F# phrygian", "Am", "C". Null if it is written
 * otherwise, and so not known.
 */
export function parseKey(name: string): Key | null {
  const [first = "", ...rest] = name.trim().toLowerCase().split(/\s+/);
  const short = rest.length === 0 && first.length > 1 && first.endsWith("m");
  const tonic = parseTonic(short ? first.slice(0, -1) : first);
  if (tonic === null) return null;
  if (short) return { tonic, mode: "minor" };
  const mode = rest.join(" ");
  return { tonic, mode: mode === "" ? "major" : (MODES.get(mode) ?? mode) };
}
