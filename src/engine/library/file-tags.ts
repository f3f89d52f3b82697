import { AbstractTokenizer, EndOfStreamError, type IReadChunkOptions } from "strtok3/core";
import type { Licence } from "../../contract/track.ts";
import type { ByteSource } from "../decode/byte-source.ts";
import { licenceFromText } from "./licence-names.ts";

/** What the tags of a file say; null for what is missing. */
export interface FileTags {
  readonly title: string | null;
  readonly artist: string | null;
  readonly bpm: number | null;
  readonly key: string | null;
  readonly licence: Licence;
  readonly tags: readonly string[];
}

/** Of a file without tags. */
export const NO_TAGS: FileTags = {
  title: null,
  artist: null,
  bpm: null,
  key: null,
  licence: licenceFromText(undefined),
  tags: [],
};

/**
 * Reads the tags of an audio file. Unreadable tags count as none, so that the music is indexed.
 * @param name of the file, whose ending says what it may be
 */
export async function readTags(file: ByteSource, name: string): Promise<FileTags> {
  try {
    const options = { duration: false, skipCovers: true };
    const { parseFromTokenizer } = await importMetadataReader();
    const { common } = await parseFromTokenizer(new FileTokenizer(file, name), options);
    return {
      title: filled(common.title),
      artist: filled(common.artist),
      bpm: plausibleBpm(common.bpm),
      key: filled(common.key),
      licence: licenceFromText(common.license),
      tags: [...(common.genre ?? []), ...(common.mood === undefined ? [] : [common.mood])].filter(
        (tag) => !NOTHING_SAID.test(tag.trim()),
      ),
    };
  } catch {
    return NO_TAGS;
  }
}

// Tagging programs fill in one of these where nobody chose a genre.
const NOTHING_SAID = /^(other|unknown( genre)?|misc(ellaneous)?|none|undefined|genre|no genre)?$/iu;

function filled(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}

// Tagging programs write 0 for "not known".
function plausibleBpm(bpm: number | undefined): number | null {
  return bpm !== undefined && bpm >= 1 && bpm <= 1000 ? bpm : null;
}

// On first use, since running its script would hold up the first search. Eager, because the worker is
// one script and cannot load a second one.
const importMetadataReader = () => import(/* webpackMode: "eager" */ "music-metadata");

/** A file as music-metadata reads it. */
export class FileTokenizer extends AbstractTokenizer {
  readonly fileInfo: { readonly size: number; readonly path: string };

  constructor(
    private readonly file: ByteSource,
    path: string,
  ) {
    super();
    this.fileInfo = { size: file.size, path };
  }

  supportsRandomAccess(): boolean {
    return true;
  }

  setPosition(position: number): void {
    this.position = position;
  }

  async readBuffer(target: Uint8Array, options?: IReadChunkOptions): Promise<number> {
    const read = await this.peekBuffer(target, options);
    this.position = (options?.position ?? this.position) + read;
    return read;
  }

  async peekBuffer(target: Uint8Array, options?: IReadChunkOptions): Promise<number> {
    const { length, position, mayBeLess = false } = this.normalizeOptions(target, options);
    const bytes = await this.file.read(position, length);
    if (bytes.length < length && !mayBeLess) throw new EndOfStreamError();
    target.set(bytes);
    return bytes.length;
  }
}
