import * as v from "valibot";
import type { AssetSource } from "../../contract/engine.ts";
import { PackError } from "../../contract/errors.ts";
import { sha256 } from "../sha256.ts";
import {
  PACK_FORMAT,
  PackManifestSchema,
  type PackFile,
  type PackManifest,
} from "./pack-schema.ts";

const REINSTALL = "Reinstall Needledrop, or point it at a complete pack.";

/** What an index must agree with to be searched with a pack. */
export interface PackIdentity {
  /** `name@version`. */
  readonly id: string;
  /** SHA-256 (hex) of pack.json, which itself carries the hash of every other file. */
  readonly hash: string;
  readonly dimension: number;
}

/** A pack whose manifest has been read and checked; its other files are read when wanted. */
export interface Pack extends PackIdentity {
  readonly manifest: PackManifest;
  /** @throws PackError the file is truncated or altered. */
  read(file: PackFile): Promise<Uint8Array<ArrayBuffer>>;
  /** @throws PackError the file is truncated, altered, or not JSON of this shape. */
  readJson<S extends v.GenericSchema>(file: PackFile, schema: S): Promise<v.InferOutput<S>>;
}

/** @throws PackError pack.json is missing, malformed, or of a format this version does not know. */
export async function loadPack(assets: AssetSource): Promise<Pack> {
  const bytes = await assets.read("pack/pack.json");
  const manifest = parseManifest(bytes);

  async function read(file: PackFile): Promise<Uint8Array<ArrayBuffer>> {
    const content = ownBytes(await assets.read(`pack/${file}`));
    const expected = manifest.files[file];
    if (content.byteLength !== expected.bytes) {
      throw new PackError({
        what: `A pack file has ${content.byteLength} bytes instead of ${expected.bytes}.`,
        input: file,
        next: REINSTALL,
      });
    }
    if ((await sha256(content)) !== expected.sha256) {
      throw new PackError({
        what: "A pack file is not the one its pack.json describes.",
        input: file,
        next: REINSTALL,
      });
    }
    return content;
  }

  return {
    id: `${manifest.name}@${manifest.version}`,
    hash: await sha256(ownBytes(bytes)),
    dimension: manifest.dimension,
    manifest,
    read,
    readJson: async (file, schema) => parse(file, await read(file), schema),
  };
}

function parseManifest(bytes: Uint8Array): PackManifest {
  const { format } = parse("pack.json", bytes, v.looseObject({ format: v.number() }));
  if (format !== PACK_FORMAT) {
    throw new PackError({
      what: `The pack is of format ${format}; this version reads format ${PACK_FORMAT}.`,
      input: "pack.json",
      next: "Update Needledrop, or use a pack made for this version.",
    });
  }
  return parse("pack.json", bytes, PackManifestSchema);
}

function parse<S extends v.GenericSchema>(
  file: string,
  bytes: Uint8Array,
  schema: S,
): v.InferOutput<S> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new PackError({ what: "A pack file is not JSON.", input: file, next: REINSTALL, cause });
  }
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  throw new PackError({
    what: "A pack file does not hold what a pack needs.",
    input: file,
    next: REINSTALL,
    cause: `${v.getDotPath(issue) ?? "the whole"}: ${issue.message}`,
  });
}

// Bytes over a SharedArrayBuffer can change while they are checked; all others pass as they are.
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
    ? (bytes as Uint8Array<ArrayBuffer>)
    : new Uint8Array(bytes);
}
