import type { PackIdentity } from "../../src/engine/encode/pack.ts";
import { indexBytes } from "../../src/engine/index/writer.ts";
import { PART_TRACKS } from "../../src/engine/library/parts.ts";
import { openLibraryStore } from "../../src/engine/store/library-store.ts";
import { SYNTHETIC_FOLDER, SYNTHETIC_NAME, syntheticTracks } from "../synthetic-index.ts";

/** Sections of a track: 18 to 36, which is a minute and a half to three. */
const sectionsOf = (track: number): number => 18 + ((track * 7) % 19);

/** Runs in a page: keeps a library of made-up tracks, as the panel would have. */
async function fillLibrary(pack: PackIdentity, tracks: number): Promise<void> {
  const store = await openLibraryStore();
  const folder = { id: SYNTHETIC_FOLDER, name: SYNTHETIC_NAME };
  for (let from = 0; from < tracks; from += PART_TRACKS) {
    const to = Math.min(from + PART_TRACKS, tracks);
    const part = indexBytes(pack, syntheticTracks(pack, { from, to, sectionsOf }));
    await store.change(folder, { added: [part], removed: [], settled: [] });
  }
  store.close();
}

Object.assign(globalThis, { fillLibrary });
