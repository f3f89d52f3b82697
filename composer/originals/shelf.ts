import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compose, type Composition } from "../lib/compose.ts";
import { UsageError } from "../lib/usage-error.ts";
import { styleNamed } from "../styles/index.ts";
import { catalogue, entryFor, type OriginalTrack } from "./entry.ts";
import { programme } from "./programme.ts";
import { slotOf } from "./seeds.ts";

/** The finished tracks by their slot, and the peaks of each recording by its track's id. */
export interface Shelf {
  tracks: Map<number, OriginalTrack>;
  peaks: Record<string, { max: number[] }>;
}

/** The piece of a finished track. */
export function pieceOf({ style: name, seed, order }: OriginalTrack): Composition {
  const style = styleNamed(name);
  const slot = programme[slotOf(seed)];
  if (!style || !slot) throw new UsageError(`tracks.json: no slot of the programme is "${name}".`);
  return compose(style, seed, slot.seconds, order);
}

/**
 * Reads the tracks that an earlier run finished. Labels are made again: the notes are the same, the labelling may be
 * better.
 */
export function readShelf(out: string): Shelf {
  const tracks = new Map<number, OriginalTrack>();
  const list = join(out, "tracks.json");
  const peaksFile = join(out, "peaks.json");
  if (!existsSync(list) || !existsSync(peaksFile)) return { tracks, peaks: {} };
  const known = (JSON.parse(readFileSync(list, "utf8")) as { tracks: OriginalTrack[] }).tracks;
  for (const track of known) {
    if (existsSync(join(out, track.file))) {
      tracks.set(slotOf(track.seed), entryFor(pieceOf(track), track));
    }
  }
  const peaks = JSON.parse(readFileSync(peaksFile, "utf8")) as Shelf["peaks"];
  return { tracks, peaks };
}

/** Writes tracks.json and peaks.json in the programme's order. */
export function writeShelf(out: string, { tracks, peaks }: Shelf): void {
  const sorted = [...tracks].sort(([a], [b]) => a - b).map(([, track]) => track);
  const text = JSON.stringify({ catalogue, tracks: sorted }, null, 2);
  writeFileSync(join(out, "tracks.json"), `${text}\n`);
  const rows = sorted.map(({ id }) => `  ${JSON.stringify(id)}: ${JSON.stringify(peaks[id])}`);
  writeFileSync(join(out, "peaks.json"), `{\n${rows.join(",\n")}\n}\n`);
}
