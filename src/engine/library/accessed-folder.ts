import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import * as v from "valibot";
import { AudioError, HostError } from "../../contract/errors.ts";
import {
  FolderListingSchema,
  type FolderAccess,
  type FolderListing,
} from "../../contract/folder.ts";
import { within } from "../../shared/patience.ts";
import type { AudioBlock } from "../decode/block.ts";
import { AUDIO_FILE, withDecodedAudio, type AudioFile } from "../decode/decode.ts";
import type { AudioTower } from "../encode/audio-tower.ts";
import { embedAndHear } from "../encode/track.ts";
import type { BeatNet } from "../hear/beat-net.ts";
import type { Embedder } from "./embed-all.ts";
import { NO_TAGS, readTags } from "./file-tags.ts";
import { baseName } from "./file-names.ts";
import { mayStateLicence } from "./licence-files.ts";
import type { ListedFile, MusicSource } from "./music-source.ts";

/** Bytes read at a time where a whole file is read. */
const CHUNK_BYTES = 1 << 20;
/**
 * The longest wait for a part of a file, and for a file that is decoded elsewhere, in milliseconds: a
 * network drive may never answer.
 */
const PATIENCE = { read: 60_000, decode: 600_000 };
/** Text files that are larger say nothing about music. */
const TEXT_BYTES = 20_000_000;

/** A folder that somebody else reads for the engine, and the way to embed what is in it. */
export interface AccessedFolder {
  readonly source: MusicSource;
  /**
   * Embeds its files on this thread, one at a time; tower and net are opened for the first.
   * @param openNet opens what hears beats; without it they are guessed from onsets
   */
  embedder(openTower: () => Promise<AudioTower>, openNet?: OpenNet): Embedder;
}

/** Opens the net that hears beats, once; null where there is none. */
export type OpenNet = () => Promise<BeatNet | null>;
const noNet: OpenNet = () => Promise.resolve(null);

/** The music of a folder, which is read through `patient`, but not waited for without end. */
export function accessedFolder(patient: FolderAccess, patience = PATIENCE): AccessedFolder {
  const access = impatient(patient, patience);
  const sizes = new Map<string, number>();
  const open = (name: string): AudioFile => ({
    name,
    size: sizes.get(name) ?? 0,
    read: (position, length) => access.read(name, position, length),
    readOther: () => decoded(access, name),
  });

  const source: MusicSource = {
    name: access.name,
    prefix: `${access.id}/`,
    list: async () => {
      const { files, unreadable } = listed(access.name, await access.list());
      sizes.clear();
      for (const { name, bytes } of files) sizes.set(name, bytes);
      const seen = files
        .map((file): ListedFile => ({ ...file, path: file.name }))
        .filter(({ name }) => !isHidden(name))
        .sort(byName);
      return {
        audio: seen.filter(({ name }) => AUDIO_FILE.test(name)),
        licences: seen.filter(({ name }) => !AUDIO_FILE.test(name) && mayStateLicence(name)),
        problems: unreadable.map(notReadable),
      };
    },
    readText: async (name) => {
      const size = sizes.get(name);
      if (size === undefined || size > TEXT_BYTES) return null;
      const bytes = await access.read(name, 0, size).catch(() => null);
      return bytes === null ? null : new TextDecoder().decode(bytes);
    },
    hash: ({ name }) => hashOf(open(name)).catch(() => null),
    tags: ({ name }) => readTags(open(name), name).catch(() => NO_TAGS),
  };
  return {
    source,
    embedder: (openTower, openNet = noNet) => ({
      embed: async (path) => {
        const [file, tower, net] = [open(path), await openTower(), await openNet()];
        const track = await withDecodedAudio(file, (audio) => embedAndHear(tower, audio, net));
        return { ...track, tags: await readTags(file, path) };
      },
      close: () => Promise.resolve(),
    }),
  };
}

/** The same access, whose reads end with an AudioError that names the file if nothing comes. */
function impatient(access: FolderAccess, patience: typeof PATIENCE): FolderAccess {
  const limited = <T>(name: string, ms: number, work: Promise<T>): Promise<T> =>
    within(ms, () => stalled(name, ms), work);
  return {
    ...access,
    read: (name, ...place) => limited(name, patience.read, access.read(name, ...place)),
    decode: (name) => limited(name, patience.decode, access.decode(name)),
  };
}

const stalled = (name: string, ms: number): AudioError =>
  new AudioError({
    what: `The file could not be read: nothing came for ${ms / 1000} seconds.`,
    input: name,
    next: "Check that its drive is connected, and read the folder again.",
  });

/** @throws HostError the list is not one of files */
function listed(folder: string, answer: unknown): FolderListing {
  const parsed = v.safeParse(FolderListingSchema, answer);
  if (parsed.success) return parsed.output;
  throw new HostError({
    what: "The folder could not be listed.",
    input: folder,
    next: "Add the folder again. If it has over half a million files, add its folders one by one.",
    cause: parsed.issues[0].message,
  });
}

const notReadable = (input: string): AudioError =>
  new AudioError({
    what: "It cannot be read.",
    input,
    next: "Check that it opens in another program, then update the folder.",
  });

/** Names that begin with a dot, in any folder: they belong to programs. */
const isHidden = (name: string): boolean => /(^|\/)\./.test(name) || baseName(name) === "";

const byName = (a: ListedFile, b: ListedFile): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

async function* decoded(access: FolderAccess, name: string): AsyncGenerator<AudioBlock> {
  const { sampleRate, channels } = await access.decode(name);
  if ((channels[0]?.length ?? 0) > 0) yield { sampleRate, channels };
}

async function hashOf(file: AudioFile): Promise<string> {
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += CHUNK_BYTES) {
    const bytes = await file.read(at, CHUNK_BYTES);
    if (bytes.length === 0) break;
    hash.update(bytes);
  }
  return bytesToHex(hash.digest());
}
