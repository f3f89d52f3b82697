import { after } from "../../shared/clock.ts";
import type { AssetName, PackedAsset, PackedAssetSource } from "../../contract/engine.ts";
import { AssetError } from "../../contract/errors.ts";
import { decodeBase64 } from "./base64.ts";
import type { AssetFile, AssetManifest } from "./globals.ts";

/** Where asset scripts call in: `globalThis.__needledrop`. */
export interface Doorway {
  asset(name: string, part: number, parts: number, base64: string): void;
}

/** Runs a classic script; resolves when it has run, rejects when it cannot be read in time. */
export type RunScript = (path: string) => Promise<void>;

export type BytesRead = (name: AssetName, bytes: number, total: number) => void;

type Asset = Uint8Array<ArrayBuffer> | PackedAsset;

/**
 * Assets of a `file://` page, where fetch and XHR are blocked: classic scripts that carry base64
 * and hand it in at a global doorway. One read of a name at a time.
 */
export class ScriptAssets implements PackedAssetSource {
  private readonly ahead = new Map<AssetName, Promise<Asset>>();
  private readonly parts = new Map<string, Uint8Array<ArrayBuffer>>();

  constructor(
    private readonly manifest: AssetManifest,
    private readonly runScript: RunScript,
    private readonly onBytes: BytesRead = () => undefined,
  ) {}

  readonly doorway: Doorway = {
    asset: (name, part, _parts, base64) => {
      this.parts.set(partKey(name, part), decodeBase64(base64));
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
    const total = carriedBytes(file);
    let bytes = 0;
    const parts = await Promise.all(
      file.scripts.map(async (script, part) => {
        const arrived = await this.readPart(name, part, script);
        bytes += arrived.length;
        this.onBytes(name, bytes, total);
        return arrived;
      }),
    );
    const whole = joined(parts, name, total);
    return file.gzipBytes === null ? whole : { gzip: whole, bytes: file.bytes };
  }

  private async readPart(
    name: AssetName,
    part: number,
    script: string,
  ): Promise<Uint8Array<ArrayBuffer>> {
    await this.runScript(script);
    const key = partKey(name, part);
    const arrived = this.parts.get(key);
    // A script that was cut short "loads" all the same; it just never calls.
    if (arrived === undefined) throw broken("Needledrop's files are damaged", script);
    this.parts.delete(key);
    return arrived;
  }
}

/** Length of what the scripts of an asset carry. */
export const carriedBytes = ({ bytes, gzipBytes }: AssetFile): number => gzipBytes ?? bytes;

const partKey = (name: string, part: number): string => `${name}#${part}`;

function joined(
  parts: readonly Uint8Array<ArrayBuffer>[],
  name: AssetName,
  bytes: number,
): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (length !== bytes) throw broken("Needledrop's files are damaged", name);
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only !== undefined) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

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
