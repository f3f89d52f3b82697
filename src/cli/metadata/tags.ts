import { parseFile } from "music-metadata";
import type { Licence } from "../../contract/track.ts";
import { licenceFromText } from "./licence-names.ts";

/** The metadata in the tags of a file; null for what is missing. */
export interface TagMetadata {
  readonly title: string | null;
  readonly artist: string | null;
  readonly bpm: number | null;
  readonly key: string | null;
  readonly licence: Licence;
  readonly tags: readonly string[];
}

const NONE: TagMetadata = {
  title: null,
  artist: null,
  bpm: null,
  key: null,
  licence: licenceFromText(undefined),
  tags: [],
};

/** Reads the tags of an audio file. Unreadable tags count as none, so that the music is indexed. */
export async function readTags(path: string): Promise<TagMetadata> {
  try {
    const { common } = await parseFile(path, { duration: false, skipCovers: true });
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
    return NONE;
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
