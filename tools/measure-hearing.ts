/**
 * Measures what is heard in music against what is known of it, and writes the figures into
 * docs/results.json: `npm run measure:hearing -- [--corpus pieces.jsonl] [--recordings FILE.jsonl]
 * [--every N] [--results FILE]`.
 *
 * The originals that ship are always measured. `--corpus` names pieces of the composer's corpus:
 * the profiles of keys were fitted to some styles, and the others are reported apart. `--recordings`
 * names a list with the tempo of each. Lists that are not there are left out, with a word. `--every`
 * takes each N-th piece.
 */
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { DEFAULT_PACK, diskAssets } from "../src/cli/assets.ts";
import { nodeRuntime } from "../src/engine/encode/runtime-node.ts";
import { NetRhythm } from "../src/engine/hear/net-rhythm.ts";
import { loadPack, openAudioTower, openBeatNet } from "../src/engine/open.ts";
import { ROOT } from "./build/inputs.ts";
import { mergeHearing, RESULTS } from "./catalogue/results-file.ts";
import { figuresOf, type HearingFigures, type Listened } from "./hearing/figures.ts";
import { hearPiece } from "./hearing/hear-piece.ts";
import { composedPieces, recordings, type Piece } from "./hearing/pieces.ts";
import { measureSpeed } from "./hearing/speed.ts";
import { LEFT_OUT } from "./hearing/styles.ts";

const text = { type: "string" } as const;
const { values } = parseArgs({
  options: { corpus: text, recordings: text, every: text, results: text },
});
const every = Number(values.every ?? 1);

const pack = await loadPack(diskAssets({ pack: DEFAULT_PACK }));
const model = { pack, runtime: nodeRuntime() };
const net = await openBeatNet(model);

/** The pieces of a list; none, with a word, if there is no such list. */
async function listed(
  path: string | undefined,
  read: (list: string) => Promise<Piece[]>,
): Promise<Piece[]> {
  if (path === undefined) return [];
  const pieces = await read(path).catch((error: unknown) => {
    console.error(`Left out: ${path} (${String(error)})`);
    return [];
  });
  return pieces.filter((_, n) => n % every === 0);
}

async function listen(pieces: readonly Piece[]): Promise<Listened[]> {
  const all: Listened[] = [];
  for (const [n, piece] of pieces.entries()) {
    all.push({ piece, heard: await hearPiece(piece.file, () => new NetRhythm(net)) });
    if (process.stderr.isTTY) process.stderr.write(`\r${n + 1} of ${pieces.length} `);
  }
  return all;
}

const composed = await listen(await listed(values.corpus, composedPieces));
const isLeftOut = ({ piece }: Listened): boolean => LEFT_OUT.has(piece.style ?? "");
const groups: Record<string, readonly Listened[]> = {
  "composed, styles left out": composed.filter(isLeftOut),
  "composed, other styles": composed.filter((one) => !isLeftOut(one)),
  originals: await listen(
    await listed(join(ROOT, "catalogue/originals/tracks.json"), composedPieces),
  ),
  recordings: await listen(await listed(values.recordings, recordings)),
};
const rows = Object.entries(groups)
  .filter(([, all]) => all.length > 0)
  .map(([of, all]): { readonly of: string } & HearingFigures => ({ of, ...figuresOf(all) }));
console.log(JSON.stringify(rows, null, 2));
const tower = await openAudioTower(model);
const file = join(ROOT, "catalogue/originals/audio/morning-light.mp3");
const speed = await measureSpeed(file, tower, net);
console.log(speed);
await mergeHearing(values.results ?? RESULTS, {
  command: `npm run measure:hearing${every === 1 ? "" : ` -- --every ${every}`}`,
  machine: `${cpus().length} cores of ${cpus()[0]?.model.trim() ?? "?"}`,
  rows,
  speed,
});
