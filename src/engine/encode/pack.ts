import * as v from "valibot";
import type { AssetSource } from "../../contract/engine.ts";
import { PackError } from "../../contract/errors.ts";
import { sha256 } from "../sha256.ts";
import { ownBytes, readListed } from "./listed-files.ts";
import {
  ClapManifestSchema,
  OwnManifestSchema,
  PACK_FORMAT,
  type PackManifest,
} from "./pack-schema.ts";

const REINSTALL = "Reinstall Needledrop, or point it at a complete pack.";

/** Identifies a pack. An index can be searched only with the pack that it was made with. */
export interface PackIdentity {
  /** `name@version`. */
  readonly id: string;
  /** SHA-256 (hex) of pack.json, which itself carries the hash of every other file. */
  readonly hash: string;
  readonly dimension: number;
}

/**
 * A model that embeds text and audio into one space. Its manifest was read and checked; its other
 * files are read on demand. `layout` in the manifest says what they are: our own, or CLAP's.
 */
export interface Pack extends PackIdentity {
  /** Where it was loaded from; the runtime's files come from there, too. */
  readonly assets: AssetSource;
  readonly manifest: PackManifest;
  /**
   * The bytes of a file, checked against its hash.
   * @throws PackError the file is not listed, truncated or altered.
   */
  read(file: string): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * The content of a JSON file, checked against its hash and a schema.
   * @throws PackError the file is truncated, altered, or not JSON of this shape.
   */
  readJson<S extends v.GenericSchema>(file: string, schema: S): Promise<v.InferOutput<S>>;
}

/**
 * Loads a pack: reads and checks its manifest.
 * @throws PackError pack.json is missing, malformed, or of a format that this version does not read.
 */
export async function loadPack(assets: AssetSource): Promise<Pack> {
  const bytes = await assets.read("pack/pack.json");
  const manifest = parseManifest(bytes);
  const read = readListed(manifest.files, (file) => assets.read(`pack/${file}`), {
    of: "pack",
    next: REINSTALL,
  });

  return {
    id: `${manifest.name}@${manifest.version}`,
    hash: await sha256(ownBytes(bytes)),
    dimension: manifest.dimension,
    assets,
    manifest,
    read,
    readJson: async (file, schema) => parse(file, await read(file), schema),
  };
}

const HeadSchema = v.looseObject({ format: v.number(), layout: v.optional(v.string()) });

function parseManifest(bytes: Uint8Array): PackManifest {
  const { format, layout } = parse("pack.json", bytes, HeadSchema);
  if (format !== PACK_FORMAT) {
    throw new PackError({
      what: `The pack is of format ${format}; this version reads format ${PACK_FORMAT}.`,
      input: "pack.json",
      next: "Update Needledrop, or use a pack made for this version.",
    });
  }
  const schema = layout === "clap" ? ClapManifestSchema : OwnManifestSchema;
  const manifest = parse("pack.json", bytes, schema);
  checkBlocks(manifest.audio);
  return manifest;
}

// Sections share blocks only if the next one starts a whole block later.
function checkBlocks(audio: PackManifest["audio"]): void {
  const { sampleRate, sectionSeconds, hopSeconds, blocksPerSection } = audio;
  const section = Math.round(sectionSeconds * sampleRate);
  const hop = Math.round(hopSeconds * sampleRate);
  if (blocksPerSection === 1 || section === blocksPerSection * hop) return;
  throw new PackError({
    what:
      `A section of ${section} samples cannot be ${blocksPerSection} blocks ` +
      `while sections start every ${hop} samples.`,
    input: "pack.json",
    next: "Use a pack whose hopSeconds is sectionSeconds divided by blocksPerSection.",
  });
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
