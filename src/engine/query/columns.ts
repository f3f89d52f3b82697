import type { Energy, Vocals } from "../../contract/hearing.ts";
import { isLocal, isOffered, type Track } from "../../contract/track.ts";
import type { Key } from "../../contract/understanding.ts";
import { tempoOf } from "../../shared/facts.ts";
import { PLAIN, type TrackEar } from "./ear.ts";
import { taggedEnergy } from "./energy.ts";
import { bordersOf, type Borders } from "./stretches.ts";
import { createTagSearch } from "./tags.ts";
import { parseKey } from "./understand/wanted.ts";
import { TONICS } from "./understand/words/wanted.ts";

/** Which of a few values each track has. */
export interface Column<Value> {
  readonly values: readonly Value[];
  /** [tracks]: number of its value, from 1; 0 if it is not known. */
  readonly of: Uint32Array;
}

/** What tracks are filtered by, prepared once so that a filter reads numbers alone. */
export interface TrackColumns {
  /** [tracks]: 1 for tracks that can be listed at all. */
  readonly offered: Uint8Array;
  /** [tracks]: 1 for tracks whose audio is on this machine. */
  readonly local: Uint8Array;
  /** Seconds, [tracks]; 0 if not known. */
  readonly seconds: Float64Array;
  /** Beats per minute, stated or else heard, [tracks]; 0 if not known. */
  readonly bpm: Float64Array;
  /** Where sections begin and end. */
  readonly borders: Borders;
  readonly keys: Column<Key>;
  readonly energy: Column<Energy>;
  readonly vocals: Column<Vocals>;
  readonly catalogues: Column<string>;
  readonly licences: Column<string>;
}

const ENERGIES: readonly Energy[] = ["low", "medium", "high"];
const VOICES: readonly Vocals[] = ["none", "some", "sung", "choir"];

/** Gathers what is stated of tracks, and else what was heard in them. */
export function columnsOf(tracks: readonly Track[], ear: TrackEar): TrackColumns {
  const numbers = <T extends Uint8Array | Float64Array>(into: T, of: (track: Track) => number): T =>
    fill(into, tracks, of);
  const { length } = tracks;
  const sings = createVoiceReader(tracks, ear);
  return {
    offered: numbers(new Uint8Array(length), (track) => Number(isOffered(track))),
    local: numbers(new Uint8Array(length), (track) => Number(isLocal(track))),
    seconds: numbers(new Float64Array(length), ({ seconds }) => seconds),
    bpm: numbers(new Float64Array(length), (track) => tempoOf(track)?.value ?? 0),
    borders: bordersOf(tracks),
    keys: keysOf(tracks),
    energy: chosen(ENERGIES, length, (t) => energyIn(tracks[t], t, ear)),
    vocals: chosen(VOICES, length, sings),
    catalogues: named(tracks, ({ catalogue }) => catalogue),
    licences: named(tracks, ({ licence }) => licence.id),
  };
}

function fill<T extends Uint8Array | Float64Array>(
  into: T,
  tracks: readonly Track[],
  of: (track: Track) => number,
): T {
  tracks.forEach((track, t) => (into[t] = of(track)));
  return into;
}

/** A column of values that are given beforehand. */
function chosen<V>(values: readonly V[], tracks: number, of: (t: number) => V | null): Column<V> {
  const column = new Uint32Array(tracks);
  for (let t = 0; t < tracks; t += 1) {
    const value = of(t);
    column[t] = value === null ? 0 : values.indexOf(value) + 1;
  }
  return { values, of: column };
}

/** A column of the names that occur, in the order of the alphabet. */
function named(tracks: readonly Track[], nameOf: (track: Track) => string): Column<string> {
  const values = [...new Set(tracks.map(nameOf))].sort();
  const numbers = new Map(values.map((value, n) => [value, n + 1]));
  return { values, of: Uint32Array.from(tracks, (track) => numbers.get(nameOf(track)) ?? 0) };
}

/** The keys that occur, by tonic and mode. A key that is written in another way is not known. */
function keysOf(tracks: readonly Track[]): Column<Key> {
  const read = new Map<string, Key | null>();
  const keyNamed = (name: string): Key | null => {
    const known = read.get(name);
    if (known !== undefined) return known;
    const key = parseKey(name);
    read.set(name, key);
    return key;
  };
  const found = tracks.map((track) => {
    const stated = track.key === null ? null : keyNamed(track.key);
    return stated ?? keyNamed(track.heard?.key ?? "");
  });
  const byName = new Map<string, Key>();
  for (const key of found) if (key !== null) byName.set(nameOf(key), key);
  const values = [...byName.values()].sort(
    (a, b) => TONICS.indexOf(a.tonic) - TONICS.indexOf(b.tonic) || (nameOf(a) < nameOf(b) ? -1 : 1),
  );
  const numbers = new Map(values.map((key, n) => [nameOf(key), n + 1]));
  const numberOf = (key: Key | null): number =>
    key === null ? 0 : (numbers.get(nameOf(key)) ?? 0);
  return { values, of: Uint32Array.from(found, numberOf) };
}

const nameOf = ({ tonic, mode }: Key): string => `${tonic} ${mode ?? ""}`;

/**
 * By what is stated, else by ear. Loudness does not tell: music is mastered to a common one, and all
 * originals are within 0.2 LU of each other.
 */
function energyIn(track: Track | undefined, t: number, ear: TrackEar): Energy | null {
  if (track === undefined) return null;
  return taggedEnergy(track) ?? ear.energy(t);
}

/**
 * Prepares to say who sings in a track. What is stated decides whether somebody does, then tags,
 * then the ear; tags and ear say how much.
 */
function createVoiceReader(
  tracks: readonly Track[],
  ear: TrackEar,
): (track: number) => Vocals | null {
  const tagged = createTagSearch(tracks);
  const [choirs, voices] = [new Set(tagged("choir")), new Set(tagged("vocals"))];
  const instrumental = new Set(tagged("instrumental"));
  return (t) => {
    const { vocals: stated, heard } = tracks[t] ?? { vocals: null };
    if (stated === false) return "none";
    if (choirs.has(t)) return "choir";
    const byEar = ear.vocals(t);
    const isSung = stated === true || voices.has(t);
    if (isSung) return byEar === null || byEar === "none" ? "sung" : byEar;
    if (instrumental.has(t)) return "none";
    if (byEar !== null || heard?.vocals === undefined) return byEar;
    return heard.vocals > PLAIN ? "sung" : "none";
  };
}
