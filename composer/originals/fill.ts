import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { musescore } from "../render/fonts.ts";
import { bestOf } from "./best-take.ts";
import type { Slot } from "./programme.ts";
import { publish } from "./publish.ts";
import { slotOf } from "./seeds.ts";
import { pieceOf, writeShelf, type Shelf } from "./shelf.ts";
import { shortlist } from "./shortlist.ts";
import { recordTakes, sampleRate, type Take } from "./takes.ts";

/** Least length of a recording in seconds. */
const shortestHeard = 75;

const secondsOf = ({ samples }: Take): number => samples.length / 2 / sampleRate;

/**
 * Composes, renders and masters a piece for each of the slots, and puts each on the shelf as soon as it is done.
 * @param slots the empty slots, by their place in the programme; they are rendered together
 * @param few number of pieces to render for every slot; the best is kept
 */
export async function fillSlots(
  shelf: Shelf,
  slots: readonly (readonly [index: number, slot: Slot])[],
  few: number,
  out: string,
): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "needledrop-originals-"));
  try {
    const pieces = slots.flatMap(([index, slot]) => {
      const own = [...shelf.tracks.values()].filter(({ style }) => style === slot.style);
      return shortlist(slot, index, few, own.map(pieceOf));
    });
    const takes = await recordTakes(pieces, musescore, work);
    for (const [index] of slots) {
      const own = takes.filter(
        (take) => slotOf(take.piece.seed) === index && secondsOf(take) >= shortestHeard,
      );
      const { take, loudness } = await bestOf(own);
      const taken = new Set([...shelf.tracks.values()].map((track) => track.title));
      const { track, peaks } = await publish(take, loudness, taken, out);
      shelf.tracks.set(index, track);
      shelf.peaks[track.id] = { max: peaks };
      writeShelf(out, shelf);
      console.log(`${track.title} (${track.style}): ${track.seconds} s, ${track.loudness} LUFS`);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
