import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import * as v from "valibot";
import type { AssetName } from "../../src/contract/engine.ts";
import { PART_BYTES } from "../../src/panel/loading/letters.ts";
import { encodeLetters } from "./letters.ts";

/** An asset is packed if that makes it smaller than this share: unpacking takes time as well. */
const WORTH_PACKING = 0.9;

/** How scripts carry bytes; the scripts of builds that did otherwise are written anew. */
const CODING = "117 letters";

const AssetFileSchema = v.object({
  coding: v.literal(CODING),
  /** Paths relative to the page, in order. */
  scripts: v.array(v.string()),
  /** Size of the whole asset. */
  bytes: v.number(),
  /** Its size as gzip, if that is what the scripts carry; else null. */
  gzipBytes: v.nullable(v.number()),
  /** SHA-256 (hex) of the whole asset. */
  sha256: v.string(),
});
export type AssetFile = v.InferOutput<typeof AssetFileSchema>;

const RecordSchema = v.record(v.string(), AssetFileSchema);

/**
 * Writes each asset as classic scripts that carry it in letters, packed if that is worth it, since a
 * `file://` page cannot fetch files but can add scripts. Scripts of unchanged sources are kept, and scripts of assets that are
 * no longer needed are removed.
 * @param sources the bytes of each asset
 * @param page folder of the page; the scripts go into its `assets/`
 * @param recordFile records the source of each script between builds
 */
export function writeAssetScripts(
  sources: Readonly<Partial<Record<AssetName, Uint8Array>>>,
  page: string,
  recordFile: string,
): Record<string, AssetFile> {
  mkdirSync(join(page, "assets"), { recursive: true });
  const before = readRecord(recordFile);
  rmSync(recordFile, { force: true }); // It is written last, so an interrupted build leaves none.
  const after: Record<string, AssetFile> = {};
  for (const [name, bytes] of Object.entries(sources)) {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const known = before[name];
    const isFresh =
      known?.sha256 === sha256 && known.scripts.every((script) => existsSync(join(page, script)));
    after[name] = isFresh ? known : writeAsset(name, bytes, sha256, page);
  }
  writeFileSync(recordFile, `${JSON.stringify(after, null, 2)}\n`);
  removeOthers(page, after);
  return after;
}

function writeAsset(name: string, bytes: Uint8Array, sha256: string, page: string): AssetFile {
  const gzip = gzipSync(bytes, { level: 9 });
  const isPacked = gzip.length < WORTH_PACKING * bytes.length;
  const carried = isPacked ? gzip : bytes;
  const parts = Math.max(1, Math.ceil(carried.length / PART_BYTES));
  const stem = name.replaceAll("/", "-");
  const scripts = Array.from({ length: parts }, (_, part) => `assets/${stem}.${part}.js`);
  writeParts(name, carried, scripts, page);
  const gzipBytes = isPacked ? gzip.length : null;
  return { coding: CODING, scripts, bytes: bytes.length, gzipBytes, sha256 };
}

const END = Buffer.from('");\n');

function writeParts(
  name: string,
  bytes: Uint8Array,
  scripts: readonly string[],
  page: string,
): void {
  scripts.forEach((script, part) => {
    const letters = encodeLetters(bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES));
    const head = `__needledrop.asset(${JSON.stringify(name)},${part},"`;
    writeFileSync(join(page, script), Buffer.concat([Buffer.from(head), letters, END]));
  });
}

function removeOthers(page: string, wanted: Record<string, AssetFile>): void {
  const keep = new Set(Object.values(wanted).flatMap((file) => file.scripts));
  for (const file of readdirSync(join(page, "assets"))) {
    if (!keep.has(`assets/${file}`)) rmSync(join(page, "assets", file));
  }
}

function readRecord(file: string): Record<string, AssetFile> {
  if (!existsSync(file)) return {};
  try {
    return v.parse(RecordSchema, JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return {}; // A damaged record only costs a rewrite.
  }
}
