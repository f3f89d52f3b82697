import type { SearchResult } from "../contract/engine.ts";
import { isLocal, type LocalTrack, type Track } from "../contract/track.ts";

/** A result whose track can be heard and laid down now. */
export type LocalResult = SearchResult & { readonly track: LocalTrack };

export const isLocalResult = (result: SearchResult): result is LocalResult => isLocal(result.track);

/** Where a track that is not on this machine is to be had, if that is known. */
export const pageOf = ({ audio }: Track): string | null =>
  audio.kind === "remote" ? (audio.page ?? null) : null;
