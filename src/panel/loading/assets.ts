import { after } from "../../shared/clock.ts";
import type { AssetName, PackedAsset, PackedAssetSource } from "../../contract/engine.ts";
import { AssetError } from "../../contract/errors.ts";
import type { AssetFile, AssetManifest } from "./globals.ts";
import { PART_BYTES, decodeLetters } from "./letters.ts";

/** Where asset scripts call in: `globalThis.__needledrop`. */
export interface Doorway {
  asset(name: string, part: number, letters: string): void;
}

/** Runs a classic script; resolves when it has run, rejects when it cannot be read in time. */
export type RunScript = (path: string) => Promise<void>;

export type BytesRead = (name: AssetName, bytes: number, total: number) => void;

type Asset = Uint8Array<ArrayBuffer> | PackedAsset;

/** An asset on its way. */
interface Reading {
  /** What the parts are decoded into. */
  readonly whole: Uint8Array<ArrayBuffer>;
  readonly arrived: Set<number>;
}

/**
 * Assets of a `file://` page, where fetch and XHR are blocked: classic scripts that carry their
 * bytes in letters and hand them in at a global doorway. One read of a name at a time.
 */
export class ScriptAssets implements PackedAssetSource {
  private readonly ahead = new Map<AssetName, Promise<Asset>>();
  private readonly readings = new Map<string, Reading>();

  constructor(
    private readonly manifest: AssetManifest,
    private readonly runScript: RunScript,
    private readonly onBytes: BytesRead = () => undefined,
  ) {}

  readonly doorway: Doorway = {
    asset: (name, part, letters) => {
      const reading = this.readings.get(name);
      if (reading === undefined) return;
      decodeLetters(letters, partOf(reading.whole, part));
      reading.arrived.add(part);
    },
  };

  /** Begins to read assets before they are asked for, in this order; whoever asks hears of failures. */
  readAhead(names: readonly AssetName[]): void {
    for (const name of names) {
      const reading = this.readNow(name);
      reading.catch(() => undefined);
      this.ahead.set(name, reading);
    }
  }

  /** @throws AssetError not part of this build, not there, late, or not of the length it had. */
  read(name: AssetName): Promise<Asset> {
    const begun = this.ahead.get(name);
    this.ahead.delete(name);
    return begun ?? this.readNow(name);
  }

  private async readNow(name: AssetName): Promise<Asset> {
    const file = this.manifest[name];
    if (file === undefined) throw broken("This version of Needledrop was built without", name);
    const reading = { whole: new Uint8Array(carriedBytes(file)), arrived: new Set<number>() };
    const { whole } = reading;
    if (partsOf(whole) !== file.scripts.length) throw broken(DAMAGED, name);
    this.readings.set(name, reading);
    let bytes = 0;
    await Promise.all(
      file.scripts.map(async (script, part) => {
        await this.runScript(script);
        // A script that was cut short "loads" all the same; it just never calls, or in vain.
        if (!reading.arrived.has(part)) throw broken(DAMAGED, script);
        bytes += partOf(whole, part).length;
        this.onBytes(name, bytes, whole.length);
      }),
    ).finally(() => this.readings.delete(name));
    return file.gzipBytes === null ? whole : { gzip: whole, bytes: file.bytes };
  }
}

const DAMAGED = "Needledrop's files are damaged";

const partOf = (whole: Uint8Array, part: number): Uint8Array =>
  whole.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);

const partsOf = (whole: Uint8Array): number => Math.max(1, Math.ceil(whole.length / PART_BYTES));

/** Length of what the scripts of an asset carry. */
export const carriedBytes = ({ bytes, gzipBytes }: AssetFile): number => gzipBytes ?? bytes;

/** Injects a script tag and takes it away again; `limit` in milliseconds. */
export function runScriptIn(page: Document, limit: number): RunScript {
  return (path) =>
    new Promise((resolve, reject) => {
      const tag = page.createElement("script");
      const end = (settle: () => void): void => {
        stopTimer();
        tag.remove();
        settle();
      };
      const stopTimer = after(limit, () =>
        end(() => reject(broken("A file took too long to read", path))),
      );
      tag.addEventListener("load", () => end(resolve));
      tag.addEventListener("error", () =>
        end(() => reject(broken("A file of Needledrop is missing or cannot be read", path))),
      );
      tag.src = path;
      page.head.append(tag);
    });
}

const broken = (what: string, input: string): AssetError =>
  new AssetError({
    what: `${what}.`,
    input,
    next: "Try again. If it happens again, reinstall Needledrop.",
  });
