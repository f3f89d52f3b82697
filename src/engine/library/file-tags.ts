import type { Licence } from "../../contract/track.ts";
import type { ByteSource } from "../decode/byte-source.ts";
import { openMedia } from "../decode/media.ts";
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
 * @throws AssetError what reads tags does not load.
 */
export async function readTags(file: ByteSource, name: string): Promise<FileTags> {
  const media = await openMedia();
  try {
    const options = { duration: false, skipCovers: true };
    const { common } = await media.metadata(file, name, options);
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
