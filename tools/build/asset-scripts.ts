import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import type { AssetName } from "../../src/contract/engine.ts";

/** Bytes in one script; a multiple of 3, so that only the last part is padded. */
export const PART_BYTES = 3 * 1_400_000;

const AssetFileSchema = v.object({
  /** Paths relative to the page, in order. */
  scripts: v.array(v.string()),
  /** Size of the whole asset, decoded. */
  bytes: v.number(),
  /** SHA-256 (hex) of the whole asset, decoded. */
  sha256: v.string(),
});
export type AssetFile = v.InferOutput<typeof AssetFileSchema>;

const RecordSchema = v.record(v.string(), AssetFileSchema);

/**
 * Writes each asset as classic scripts that carry it in base64, since a `file://` page cannot fetch
 * files but can add scripts. Scripts of unchanged sources are kept, and scripts of assets that are
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
    const file = describe(name, bytes);
    const known = before[name]?.sha256 === file.sha256 && before[name].bytes === file.bytes;
    const fresh = known && file.scripts.every((script) => existsSync(join(page, script)));
    if (!fresh) writeParts(name, bytes, file.scripts, page);
    after[name] = file;
  }
  writeFileSync(recordFile, `${JSON.stringify(after, null, 2)}\n`);
  removeOthers(page, after);
  return after;
}

function describe(name: string, bytes: Uint8Array): AssetFile {
  const parts = Math.max(1, Math.ceil(bytes.length / PART_BYTES));
  const stem = name.replaceAll("/", "-");
  return {
    scripts: Array.from({ length: parts }, (_, part) => `assets/${stem}.${part}.js`),
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

function writeParts(
  name: string,
  bytes: Uint8Array,
  scripts: readonly string[],
  page: string,
): void {
  scripts.forEach((script, part) => {
    const content = Buffer.from(bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES));
    const base64 = content.toString("base64");
    const call = `__needledrop.asset(${JSON.stringify(name)},${part},${scripts.length},"${base64}");\n`;
    writeFileSync(join(page, script), call);
  });
}

/** Scripts in the same folder that webpack writes. */
const BUILT = new Set(["engine.js", "transformers.js"]);

function removeOthers(page: string, wanted: Record<string, AssetFile>): void {
  const keep = new Set(Object.values(wanted).flatMap((file) => file.scripts));
  for (const file of readdirSync(join(page, "assets"))) {
    if (!BUILT.has(file) && !keep.has(`assets/${file}`)) rmSync(join(page, "assets", file));
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
