import type { ClipProjectItem } from "@adobe/premierepro";
import * as v from "valibot";
import type { Section } from "../../src/contract/track.ts";
import { orElse, type Premiere } from "../premiere.ts";
import { mediaTimes, sinceFileStart } from "../project/media.ts";

/** What another host writes in place of a number is no time. */
const TimeSchema = v.fallback(v.nullable(v.number()), null);

/** A transcript as Premiere exports it; times in seconds from the media's beginning. */
const TranscriptSchema = v.object({
  segments: v.array(
    v.object({
      words: v.array(v.object({ text: v.string(), start: TimeSchema, duration: TimeSchema })),
    }),
  ),
});
export type Word = v.InferOutput<typeof TranscriptSchema>["segments"][number]["words"][number];

/**
 * Every word of a clip's transcript; null where it has none.
 * @throws Error the transcript cannot be read
 */
export async function readWords(premiere: Premiere, clip: ClipProjectItem): Promise<Word[] | null> {
  if (!premiere.Transcript.hasTranscript(clip)) return null;
  const json = await premiere.Transcript.exportToJSON(clip);
  const { segments } = v.parse(TranscriptSchema, JSON.parse(json));
  return segments.flatMap((segment) => segment.words);
}

/**
 * What is said in a clip; empty where there is no transcript.
 * @param parts which parts of the source are in use, in seconds; null: all of it
 * @throws Error the transcript cannot be read
 */
export async function readTranscript(
  premiere: Premiere,
  clip: ClipProjectItem,
  parts: readonly Section[] | null,
): Promise<string> {
  const words = (await readWords(premiere, clip)) ?? [];
  const used = parts === null ? words : await wordsWithin(words, clip, parts);
  // Marks of punctuation are words of their own.
  const said = used.map((word) => word.text).join(" ");
  return said.replace(/ +([.,!?;:])/g, "$1");
}

async function wordsWithin(
  words: readonly Word[],
  clip: ClipProjectItem,
  parts: readonly Section[],
): Promise<readonly Word[]> {
  if (words.length === 0) return words;
  const times = await orElse(null, () => mediaTimes(clip));
  const inFile = parts.map(({ start, end }) => {
    const fileStart = times === null ? start : sinceFileStart(start, times);
    return { start: fileStart, end: fileStart + end - start };
  });
  return words.filter((word) => isWithin(word, inFile));
}

/** Whether more than half of the word is heard; a word without a time may always be. */
function isWithin({ start, duration }: Word, parts: readonly Section[]): boolean {
  if (start === null) return true;
  const middle = start + (duration ?? 0) / 2;
  return parts.some((part) => middle >= part.start && middle < part.end);
}
