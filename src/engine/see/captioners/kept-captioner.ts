import * as v from "valibot";
import { PackError } from "../../../contract/errors.ts";
import { readListed } from "../../encode/listed-files.ts";
import { sha256 } from "../../sha256.ts";
import { CaptionerManifestSchema, type CaptionerManifest } from "./captioner-schema.ts";

/** Name of the file that says what a captioner is. */
export const MANIFEST = "captioner.json";
const AGAIN = "Remove the captioner, and add it again.";

/** A captioner whose captioner.json was read and checked; its other files are read on demand. */
export interface KeptCaptioner {
  /** SHA-256 (hex) of captioner.json, which itself carries the hash of every other file. */
  readonly hash: string;
  /** `name@version`. */
  readonly id: string;
  readonly manifest: CaptionerManifest;
  /**
   * The bytes of a file, checked against its hash.
   * @throws PackError the file is not listed, truncated or altered.
   */
  read(file: string): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Reads a captioner's manifest.
 * @param read gives the bytes of its files
 * @throws PackError captioner.json is malformed, or of a format that this version does not read.
 */
export async function keptCaptioner(
  read: (file: string) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<KeptCaptioner> {
  const bytes = await read(MANIFEST);
  const manifest = parsed(bytes);
  return {
    hash: await sha256(bytes),
    id: `${manifest.name}@${manifest.version}`,
    manifest,
    read: readListed(manifest.files, read, { of: "captioner", next: AGAIN }),
  };
}

function parsed(bytes: Uint8Array): CaptionerManifest {
  try {
    return v.parse(CaptionerManifestSchema, JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new PackError({
      what: "A captioner's description is damaged, or of another version.",
      input: MANIFEST,
      next: AGAIN,
      cause,
    });
  }
}
