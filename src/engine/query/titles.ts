import type { Track } from "../../contract/track.ts";
import { foldWords } from "./fold.ts";

/** Numbers of the tracks whose title, or whose artist, has these words in a row. */
export type TitleSearch = (words: string) => ReadonlySet<number>;

/** Prepares to look for titles; they are folded when the first one is asked for. */
export function createTitleSearch(tracks: readonly Pick<Track, "title" | "artist">[]): TitleSearch {
  let names: readonly string[] | undefined;
  return (words) => {
    names ??= tracks.map(({ title, artist }) => ` ${foldWords(title)} \n ${foldWords(artist)} `);
    const wanted = foldWords(words);
    if (wanted === "") return new Set();
    return new Set([...names.keys()].filter((t) => names?.[t]?.includes(` ${wanted} `) === true));
  };
}
