import type { Cue } from "../../src/contract/cue.ts";
import type { AudioFiles } from "../files/audio-files.ts";
import type { Open, Premiere } from "../premiere.ts";
import { importOnce, type BinClip } from "../project/bin.ts";
import type { SourceMarks } from "../project/marks.ts";
import { writeTag } from "../project/tags.ts";

/** What every edit that lays music works with. */
export interface Bench {
  readonly premiere: Premiere;
  readonly files: AudioFiles;
  readonly marks: SourceMarks;
}

export interface BroughtIn {
  readonly clip: BinClip;
  /** Ids of the items in Needledrop's bin, by which its music is recognised on a track. */
  readonly binIds: ReadonlySet<string>;
  readonly notes: readonly string[];
}

/**
 * The cue's file as an item of the project, its licence kept beside it.
 * @throws HostError the file is missing, cannot be kept, or is not imported
 */
export async function bringIn(bench: Bench, { project }: Open, cue: Cue): Promise<BroughtIn> {
  const { premiere, files } = bench;
  const clip = await importOnce(premiere, project, await files.place(cue.audio));
  const { trackId, title, artist, licence } = cue;
  const tag = { trackId, title, artist, licence };
  const isKept = await writeTag(premiere, project, clip, tag, clip.isNew);
  return { clip, binIds: clip.binIds, notes: isKept ? [] : [NOT_KEPT] };
}

const NOT_KEPT =
  "Premiere did not keep the licence with the music, so cue sheets cannot list it: note it yourself.";
