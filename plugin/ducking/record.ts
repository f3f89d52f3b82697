import type { Properties, Sequence } from "@adobe/premierepro";
import * as v from "valibot";
import { index } from "../../src/contract/values.ts";
import { ask, orElse, type Premiere } from "../premiere.ts";
import type { Span } from "../timeline/clips.ts";
import type { Sound } from "./sounds.ts";

/**
 * What was ducked, kept in the sequence's own properties: it is written in the same transaction as
 * the keyframes, so that one undo takes both back, and is saved with the project.
 */
export const RECORD_NAME = "needledrop.ducking";

const EntrySchema = v.object({
  /** Id of the clip's project item. */
  item: v.string(),
  /** Where the clip lay, in ticks. */
  start: v.number(),
  end: v.number(),
  /** Its level before. */
  level: v.pipe(v.number(), v.finite()),
  /** Its level under speech. */
  low: v.pipe(v.number(), v.finite()),
  /** How many keyframes we drew: another number now means that somebody has changed them. */
  keyframes: index,
  base: v.picklist(["source", "sequence"]),
});
export type Entry = v.InferOutput<typeof EntrySchema>;

const RecordSchema = v.pipe(v.string(), v.parseJson(), v.array(EntrySchema));

export interface DuckRecord {
  readonly properties: Properties;
  readonly entries: readonly Entry[];
}

/** @throws HostError the sequence cannot keep a record, and then nothing must be drawn */
export async function readRecord(premiere: Premiere, sequence: Sequence): Promise<DuckRecord> {
  const properties = await ask(
    "Premiere does not keep notes with the sequence.",
    sequence.name,
    () => premiere.Properties.getProperties(sequence),
  );
  const entries = await orElse([], () => {
    if (!properties.hasValue(RECORD_NAME)) return [];
    const parsed = v.safeParse(RecordSchema, properties.getValue(RECORD_NAME));
    return parsed.success ? parsed.output : [];
  });
  return { properties, entries };
}

/** The entry of this clip: clips keep no id of their own, so one of the same item that lies there. */
export function entryOf(entries: readonly Entry[], { source, start, end }: Sound): Entry | null {
  return entries.find((entry) => isOf(entry, source?.id, { start, end })) ?? null;
}

/** The entries once the clip in this place plays another item, with the same volume. */
export function handedOver(
  entries: readonly Entry[],
  place: Span,
  from: string | null,
  to: string,
): Entry[] {
  return entries.map((entry) => (isOf(entry, from, place) ? { ...entry, item: to } : entry));
}

function isOf(entry: Entry, item: string | null | undefined, { start, end }: Span): boolean {
  return entry.item === item && entry.start < end.ticksNumber && entry.end > start.ticksNumber;
}
