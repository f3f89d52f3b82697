import type { SceneClip, Selection } from "../../contract/selection.ts";
import { wordsOfFileName } from "./file-name.ts";
import { wordsOfFolderName } from "./folder-name.ts";
import { keyPhrases } from "./key-phrases.ts";
import { languageOf } from "./language.ts";
import type { Part, PartKind } from "./part.ts";
import { plain } from "./plain.ts";
import { tonesOf } from "./tone.ts";
import { FOREIGN, WEIGHTS } from "./weights.ts";
import { isTellingMarker, isWorkingTalk } from "./working-talk.ts";

/** Characters of one text that are read: nobody searches for more. */
const TEXT_LIMIT = 600;
/** Phrases of what is said. */
const PHRASES = 3;
/** Different texts of one kind that are kept: a scene of 5,000 markers needs no more to be told. */
const MOST = 40;

/** What the texts of the selected clips say about the scene, one part for each source. */
export function partsOf({ clips, markers, sequence }: Selection): Part[] {
  return [
    ...distinct([...markers, ...clips.flatMap((clip) => clip.markers)].flatMap(markerPart)),
    ...written("note", clips, ({ logNote }) => logNote),
    ...written("description", clips, ({ description }) => description),
    ...distinct(clips.flatMap(({ columns }) => columns.flatMap(columnPart))),
    ...listed("keywords", clips, ({ keywords }) => keywords),
    ...written("comment", clips, ({ comment }) => comment),
    ...listed("place", clips, ({ location }) => location.split(/[,;]/)),
    ...spoken(clips),
    ...distinct(clips.flatMap(({ name }) => nameParts("name", wordsOfFileName(name), name))),
    ...binParts(clips),
    ...nameParts("sequence", wordsOfFolderName(sequence), sequence),
  ];
}

function part(kind: PartKind, items: readonly string[], from = ""): Part[] {
  const told = items.map(plain).filter((item) => item !== "");
  if (told.length === 0) return [];
  const language = languageOf(told.join(". "));
  const weight = WEIGHTS[kind] * (language === null ? 1 : FOREIGN);
  return [{ kind, items: told, from: plain(from), weight, language }];
}

function markerPart({ name, comments }: Selection["markers"][number]): Part[] {
  const title = isTellingMarker(name) ? name : "";
  return part("marker", [title, ...sentences(comments)], title);
}

/** What somebody wrote about clips; the same text once. */
function written(
  kind: PartKind,
  clips: readonly SceneClip[],
  textOf: (clip: SceneClip) => string,
): Part[] {
  return distinct(clips.flatMap((clip) => part(kind, sentences(textOf(clip)), clip.name)));
}

/** Numbers of scenes and takes say nothing. */
const columnPart = ({ name, text }: SceneClip["columns"][number]): Part[] =>
  /\p{L}{3}|\p{Lo}/u.test(text) ? part("column", sentences(text), name) : [];

/** Words that several clips have come first. */
function listed(
  kind: PartKind,
  clips: readonly SceneClip[],
  wordsIn: (clip: SceneClip) => readonly string[],
): Part[] {
  const counts = new Map<string, { word: string; times: number }>();
  for (const word of clips.flatMap((clip) => [...new Set(wordsIn(clip).map(plain))])) {
    const key = word.toLowerCase();
    counts.set(key, {
      word: counts.get(key)?.word ?? word,
      times: (counts.get(key)?.times ?? 0) + 1,
    });
  }
  const words = [...counts.values()].sort((a, b) => b.times - a.times).map(({ word }) => word);
  return part(kind, words.slice(0, MOST));
}

/** What is said in all clips together: how it sounds, and what it is about. */
function spoken(clips: readonly SceneClip[]): Part[] {
  const said = [...new Set(clips.map(({ transcript }) => transcript))].join(". ");
  const language = languageOf(said.slice(0, 2000));
  const phrases = part("transcript", keyPhrases(said, PHRASES, language));
  return [
    // The words by which a tone is told are English ones.
    ...(language === null ? part("tone", tonesOf(said)) : []),
    ...phrases.map((spoken) => ({
      ...spoken,
      language,
      weight: WEIGHTS.transcript * (language === null ? 1 : FOREIGN),
    })),
  ];
}

const nameParts = (kind: PartKind, words: string, from: string): Part[] =>
  part(kind, [words], from);

/** The bin that a clip lies in says more than those around it. */
const binParts = (clips: readonly SceneClip[]): Part[] =>
  distinct(
    clips.flatMap(({ bins }) =>
      [...bins].reverse().flatMap((bin) => nameParts("bin", wordsOfFolderName(bin), bin)),
    ),
  );

function distinct(parts: readonly Part[]): Part[] {
  const seen = new Map<string, Part>();
  for (const one of parts) {
    const key = one.items.join(" ").toLowerCase();
    if (!seen.has(key)) seen.set(key, one);
    if (seen.size === MOST) break;
  }
  return [...seen.values()];
}

/** The sentences and lines of a text that tell of the scene. */
const sentences = (text: string): string[] =>
  text
    .slice(0, TEXT_LIMIT)
    .split(/(?<=[.!?。！？])\s+|[\r\n]+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "" && !isWorkingTalk(sentence));
