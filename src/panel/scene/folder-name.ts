import { wordsOfFileName } from "./file-name.ts";

/** Words that sort material and say nothing about it. */
const SORTING = new Set(
  `a and all assets audio b bin bins broll b-roll a-roll roll card cards camera cameras clip clips cut
   cuts dailies day days doc docs edit edits export exports episode film footage folder gfx graphics
   import imports in interview interviews main master material media mix music my new nested of
   online offline other project projects proxies proxy raw reel render renders rough rushes scene
   scenes season selects sequence sequences sfx shoot shot shots sound sounds stills stock stringout
   sync synced takes temp the timeline timelines title titles to tracks used unused vfx video videos
   vo wip working xml assembly fine locked final v1 sd drone gopro canon sony red arri alexa dji
   lumix fx3 iphone`.split(/\s+/),
);

/** What the name of a bin or of a sequence says; empty for "B-roll", "Footage", "Sequence 01". */
export function wordsOfFolderName(name: string): string {
  const words = wordsOfFileName(name);
  const telling = words.split(" ").filter((word) => !SORTING.has(word.toLowerCase()));
  return telling.some((word) => /\p{L}{3}|\p{Lo}/u.test(word)) ? withoutSorting(words) : "";
}

/** "Forest documentary rough cut" is about a forest: what sorts is left out at either end. */
function withoutSorting(words: string): string {
  const all = words.split(" ");
  const sorts = (word: string | undefined): boolean =>
    word !== undefined && SORTING.has(word.toLowerCase());
  while (sorts(all[0])) all.shift();
  while (sorts(all.at(-1))) all.pop();
  return all.join(" ");
}
