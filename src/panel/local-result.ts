import type { SearchResult } from "../contract/engine.ts";
import { isAtHand, type LocalTrack } from "../contract/track.ts";

/** A result whose track can be heard and laid down now. */
export type LocalResult = SearchResult & { readonly track: LocalTrack };

export const isLocal = (result: SearchResult): result is LocalResult => isAtHand(result.track);
