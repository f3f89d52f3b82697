import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diskAssets } from "../../src/cli/assets.ts";
import { indexBytes } from "../../src/engine/index/writer.ts";
import { loadPack } from "../../src/engine/open.ts";
import { bundle } from "../../tools/build/bundle.ts";
import { configurations } from "../../tools/build/configurations.ts";
import { buildInputs } from "../../tools/build/inputs.ts";
import { syntheticIndex } from "../synthetic-index.ts";

const SECTIONS_PER_TRACK = 18;

/** A build for the time of a measurement. */
export interface SyntheticBuild {
  /** Its folder. */
  readonly dist: string;
  remove(): void;
}

/**
 * Builds the panel with an index of made-up tracks instead of those that ship. Each plays one of the
 * originals, so that there is something to hear.
 */
export async function buildWith(tracks: number): Promise<SyntheticBuild> {
  const folder = mkdtempSync(join(tmpdir(), "needledrop-bench-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const inputs = buildInputs();
    const pack = await loadPack(diskAssets({ pack: inputs.packFolder }));
    const index = syntheticIndex(pack, tracks, SECTIONS_PER_TRACK);
    const sounds = readdirSync(inputs.audioFolder).filter((file) => file.endsWith(".mp3"));
    const playable = index.tracks.map(({ file, ...track }, t) => ({
      ...track,
      id: file?.name ?? track.id,
      audio: { kind: "bundled", path: `audio/${sounds[t % sounds.length] ?? ""}` } as const,
    }));
    const indexFile = join(folder, "synthetic.ndx");
    writeFileSync(indexFile, indexBytes(pack, { ...index, tracks: playable }));
    const distFolder = join(folder, "dist");
    const mapFile = join(folder, "none.ndm");
    const scripts = { ...inputs, indexFiles: [indexFile], mapFile, distFolder };
    await bundle(...(await configurations(scripts)));
    return { dist: distFolder, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
