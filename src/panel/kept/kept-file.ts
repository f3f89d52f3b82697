import * as v from "valibot";
import type { TextFile, TrackTag } from "../../contract/cue-sheet.ts";
import { TrackTagSchema } from "../../contract/cue-sheet.ts";
import { UsageError } from "../../contract/errors.ts";
import {
  CollectionSchema,
  KEPT_FILE_VERSION,
  KeptFileEntrySchema,
  KeptFileListSchema,
  KeptFileSchema,
  type Collection,
  type KeptEntry,
  type ListId,
} from "../../contract/kept.ts";
import { fileName } from "../cue-sheet/file.ts";
import { listOf, type KeptLists } from "./kept-lists.ts";

/** Largest file that is read, in bytes. */
export const KEPT_FILE_LIMIT = 16_000_000;

/** What is wrong with an item may quote the item. */
const LONGEST_REASON = 200;

/** What a file brought, and what was wrong with the rest, a sentence for each item. */
export interface KeptImport {
  readonly entries: readonly KeptEntry[];
  readonly collections: readonly Collection[];
  readonly leftOut: readonly string[];
}

/** All lists as a file, or one of them. */
export function keptFile(lists: KeptLists, only: ListId | null): TextFile {
  const shown = only === null ? lists.listIds : [only];
  const collections = lists.collections.filter((one) => only === null || listOf(one) === only);
  const tracks = new Map<string, TrackTag>();
  const filled = shown.map((list) => ({
    list,
    entries: lists.entries(list).map(({ tag, at }) => {
      tracks.set(tag.trackId, tag);
      return { track: tag.trackId, at };
    }),
  }));
  const file = {
    ...{ needledrop: "kept", version: KEPT_FILE_VERSION, collections },
    ...{ tracks: [...tracks.values()], lists: filled },
  };
  const [one] = only === null ? [] : collections;
  return {
    name: fileName(one?.name ?? "Needledrop", one === undefined ? "kept" : "collection", "json"),
    text: JSON.stringify(file, null, 1),
  };
}

/**
 * Reads an exported file, which may come from anybody. Items that are not what they should be are
 * left out, and named.
 * @param name of the file, for messages
 * @throws UsageError it is no such file, or a newer Needledrop made it.
 */
export function readKeptFile(name: string, text: string): KeptImport {
  const file = v.safeParse(KeptFileSchema, parsed(name, text));
  if (!file.success) throw noKeptFile(name, v.summarize(file.issues));
  const leftOut: string[] = [];
  const good = <T>(schema: v.GenericSchema<unknown, T>, items: readonly unknown[], what: string) =>
    items.flatMap((item, at): T[] => {
      const result = v.safeParse(schema, item);
      if (result.success) return [result.output];
      const why = v.summarize(result.issues).replace(/\s+/g, " ");
      leftOut.push(`${what} ${at + 1}: ${why.slice(0, LONGEST_REASON)}`);
      return [];
    });
  const collections = good(CollectionSchema, file.output.collections, "Collection");
  const tags = good(TrackTagSchema, file.output.tracks, "Track");
  const tracks = new Map(tags.map((tag) => [tag.trackId, tag]));
  const lists = good(KeptFileListSchema, file.output.lists, "List");
  const entries = lists.flatMap(({ list, entries }) =>
    good(KeptFileEntrySchema, entries, `${list}, entry`).flatMap(({ track, at }): KeptEntry[] => {
      const tag = tracks.get(track);
      if (tag !== undefined && tag.trackId !== "") return [{ list, tag, at }];
      leftOut.push(`${list}: nothing is said of the track “${track}”.`);
      return [];
    }),
  );
  return { entries, collections, leftOut };
}

function parsed(name: string, text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (isNewer(value)) throw newerFile(name);
    return value;
  } catch (thrown) {
    if (thrown instanceof UsageError) throw thrown;
    throw noKeptFile(name, thrown);
  }
}

function isNewer(value: unknown): boolean {
  const stated = v.safeParse(
    v.object({ needledrop: v.literal("kept"), version: v.number() }),
    value,
  );
  return stated.success && stated.output.version > KEPT_FILE_VERSION;
}

const noKeptFile = (input: string, cause: unknown): UsageError =>
  new UsageError({
    what: "This is no file of kept lists.",
    input,
    next: "Choose a file that was saved with Export in the Kept tab.",
    cause,
  });

const newerFile = (input: string): UsageError =>
  new UsageError({
    what: "A newer Needledrop made this file.",
    input,
    next: "Update Needledrop, then import it again.",
  });

export const tooLargeFile = (input: string): UsageError =>
  new UsageError({
    what: "This file is too large to be one of kept lists.",
    input,
    next: "Choose a file that was saved with Export in the Kept tab.",
  });
