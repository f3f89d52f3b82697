import { parseFile } from "music-metadata";
import type { Licence } from "../../contract/track.ts";
import { licenceFromText } from "./licence-names.ts";

/** What a file says about itself. Null where it says nothing. */
export interface TagFacts {
  readonly title: string | null;
  readonly artist: string | null;
  readonly bpm: number | null;
  readonly key: string | null;
  readonly licence: Licence;
  readonly tags: readonly string[];
}

const NONE: TagFacts = {
  title: null,
  artist: null,
  bpm: null,
  key: null,
  licence: licenceFromText(undefined),
  tags: [],
};

/** Reads the tags of an audio file; unreadable tags are no reason to leave the music out. */
export async function readTags(path: string): Promise<TagFacts> {
  try {
    const { common } = await parseFile(path, { duration: false, skipCovers: true });
    return {
      title: filled(common.title),
      artist: filled(common.artist),
      bpm: plausibleBpm(common.bpm),
      key: filled(common.key),
      licence: licenceFromText(common.license),
      tags: [...(common.genre ?? []), ...(common.mood === undefined ? [] : [common.mood])],
    };
  } catch {
    return NONE;
  }
}

function filled(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}

// Taggers write 0 where they do not know.
function plausibleBpm(bpm: number | undefined): number | null {
  return bpm !== undefined && bpm >= 1 && bpm <= 1000 ? bpm : null;
}
