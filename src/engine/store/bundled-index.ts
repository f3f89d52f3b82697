import type { AssetSource, IndexOrigin } from "../../contract/engine.ts";
import { AssetError } from "../../contract/errors.ts";
import type { PackIdentity } from "../encode/pack.ts";
import { readIndex } from "../index/reader.ts";
import type { SectionIndex } from "../index/section-index.ts";
import { sha256 } from "../sha256.ts";
import { openIndexCache, type CachedIndex, type IndexCache } from "./index-cache.ts";

/** An index, and where it came from. */
export interface LoadedIndex {
  readonly index: SectionIndex;
  readonly origin: IndexOrigin;
}

/** Identifies the index to load; a cached copy is used only if it matches. */
interface Wanted {
  readonly pack: PackIdentity;
  /** SHA-256 (hex) of the file. */
  readonly indexHash: string;
}

/**
 * Loads the bundled index: from the cache if it holds an intact copy of the same index, otherwise
 * from the bundle, and then refills the cache. The bundle is the source of truth. A cache that fails
 * is reported in `origin` and never stops a start.
 * @throws AssetError the bundled index does not have the wanted hash.
 * @throws IndexFormatError @throws IndexPackMismatchError the bundled index cannot be used.
 */
export async function loadBundledIndex(
  assets: AssetSource,
  wanted: Wanted,
  openCache: () => Promise<IndexCache> = openIndexCache,
): Promise<LoadedIndex> {
  const cache = await openCache().catch(brokenCache);
  try {
    const cached = await readCached(cache, wanted);
    if (cached !== null) return { index: cached, origin: { from: "cache" } };

    const bytes = await readBundle(assets, wanted.indexHash);
    const index = readIndex(bytes, wanted.pack);
    const entry = { packHash: wanted.pack.hash, indexHash: wanted.indexHash, bytes };
    const problem = await cache.write(entry).then(() => null, messageOf);
    return {
      index,
      origin: { from: "bundle", ...(problem === null ? {} : { cacheProblem: problem }) },
    };
  } finally {
    cache.close();
  }
}

/** The cached index if it can be trusted; one that cannot is removed. */
async function readCached(cache: IndexCache, wanted: Wanted): Promise<SectionIndex | null> {
  try {
    const cached = await cache.read();
    if (cached === undefined) return null;
    if (await isWanted(cached, wanted)) return readIndex(cached.bytes, wanted.pack);
  } catch {
    // An unreadable copy counts as none. The bundle has the index, and writing reports the problem.
  }
  await cache.remove().catch(() => undefined);
  return null;
}

async function isWanted(cached: CachedIndex, { pack, indexHash }: Wanted): Promise<boolean> {
  return (
    cached.packHash === pack.hash &&
    cached.indexHash === indexHash &&
    (await sha256(cached.bytes)) === indexHash
  );
}

async function readBundle(
  assets: AssetSource,
  indexHash: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await assets.read("index"));
  if ((await sha256(bytes)) === indexHash) return bytes;
  throw new AssetError({
    what: "The bundled index is not the one that belongs to this version.",
    input: "index",
    next: "Reinstall Needledrop.",
  });
}

/** Replaces a store that cannot be opened: it keeps nothing, and a write says why. */
function brokenCache(reason: unknown): IndexCache {
  return {
    read: () => Promise.resolve(undefined),
    write: () => Promise.reject(new Error(messageOf(reason))),
    remove: () => Promise.resolve(),
    close: () => undefined,
  };
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
