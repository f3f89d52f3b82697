import { AudioError } from "../../contract/errors.ts";
import type { Reference } from "../../contract/likeness.ts";
import { withDecodedAudio, type AudioFile } from "../decode/decode.ts";
import type { AudioTower, SectionEmbedding } from "../encode/audio-tower.ts";
import type { Pack } from "../encode/pack.ts";
import { embedTrack, type EmbeddedTrack } from "../encode/track.ts";
import { shortHash } from "../../shared/short-hash.ts";
import type { References } from "../query/liked.ts";

/** Most references that are kept; with one more, the oldest is forgotten. */
const MOST = 20;

/** What hears a reference for one pack. */
export interface PackEar {
  /** Pack id, `name@version`. */
  readonly pack: string;
  readonly sectionSeconds: number;
  readonly tower: AudioTower;
}

/** The ear of a pack, whose audio tower is open. */
export const earOf = ({ id, manifest }: Pack, tower: AudioTower): PackEar => ({
  pack: id,
  sectionSeconds: manifest.audio.sectionSeconds,
  tower,
});

/** Files that were heard so that results can be like them. They are kept in memory alone. */
export class HeardReferences implements References {
  /** Sections by pack, of each reference. */
  private readonly heard = new Map<string, ReadonlyMap<string, readonly SectionEmbedding[]>>();
  /** @param openEars one for each pack that searches now */
  constructor(private readonly openEars: () => Promise<readonly PackEar[]>) {}

  /** See `Engine.hearReference`. */
  async hear(file: AudioFile, onProgress?: (done: number) => void): Promise<Reference> {
    const ears = await this.openEars();
    const sections = new Map<string, readonly SectionEmbedding[]>();
    let seconds = 0;
    for (const [i, { pack, sectionSeconds, tower }] of ears.entries()) {
      const report = (share: number): void => onProgress?.((i + share) / ears.length);
      const embedded = await embedFile(file, tower, report);
      if (embedded.seconds < sectionSeconds) throw tooShort(file.name, sectionSeconds);
      sections.set(pack, embedded.sections);
      seconds = embedded.seconds;
    }
    onProgress?.(1);
    const id = idOf(sections);
    this.heard.set(id, sections);
    const [oldest] = this.heard.keys();
    if (this.heard.size > MOST && oldest !== undefined) this.heard.delete(oldest);
    return { id, name: file.name, seconds };
  }

  forget(id: string): void {
    this.heard.delete(id);
  }

  has(id: string): boolean {
    return this.heard.has(id);
  }

  sectionsOf(id: string, pack: string): readonly SectionEmbedding[] | null {
    return this.heard.get(id)?.get(pack) ?? null;
  }
}

/** The same for the same music, so that another engine that hears the file again knows it by its id. */
const idOf = (sections: ReadonlyMap<string, readonly SectionEmbedding[]>): string =>
  shortHash([...sections.values()].map((of) => of.map(({ embedding }) => embedding.join())).join());

/** @param onProgress called with the share of the file that was read, 0 to 1 */
function embedFile(
  file: AudioFile,
  tower: AudioTower,
  onProgress: (share: number) => void,
): Promise<EmbeddedTrack> {
  let most = 0;
  const watched: AudioFile = {
    ...file,
    read: async (position, length) => {
      const bytes = await file.read(position, length);
      const share = (position + bytes.length) / file.size;
      // Tags at the end of a file are read first, and are not progress.
      if (share > most && share < 1) onProgress((most = share));
      return bytes;
    },
  };
  return withDecodedAudio(watched, (audio) => embedTrack(tower, audio));
}

const tooShort = (input: string, seconds: number): AudioError =>
  new AudioError({
    what: "The file is too short to be compared with.",
    input,
    next: `Take one that is at least ${Math.ceil(seconds)} seconds long.`,
  });
