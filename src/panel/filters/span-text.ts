import { clockTime } from "../../shared/clock-time.ts";
import type { SpanName } from "./span-choices.ts";

/** Longest length, in seconds, and highest tempo that can be written. */
const MOST: Readonly<Record<SpanName, number>> = { length: 36_000, tempo: 1000 };

/**
 * An end of a stretch, as it was written: "90" and "1:30" are 90 seconds.
 * @returns null for an open end; "bad" for what is no number
 */
export function readEnd(name: SpanName, written: string): number | null | "bad" {
  const text = written.trim().replace(",", ".");
  if (text === "") return null;
  const pattern =
    name === "length" ? /^(?:(\d{1,3}):)?(\d{1,5}(?:\.\d+)?)$/ : /^()(\d+(?:\.\d+)?)$/;
  const [, minutes = "", rest = ""] = pattern.exec(text) ?? [];
  if (rest === "" || (minutes !== "" && Number(rest) >= 60)) return "bad";
  const value = 60 * Number(minutes) + Number(rest);
  return value <= MOST[name] ? value : "bad";
}

/** As `readEnd` reads it. */
export function writeEnd(name: SpanName, end: number | null): string {
  if (end === null) return "";
  return name === "length" ? clockTime(end) : String(end);
}
