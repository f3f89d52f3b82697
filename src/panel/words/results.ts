import type { SearchResult } from "../../contract/search.ts";
import type { Track } from "../../contract/track.ts";
import { keyOf, tempoOf } from "../../shared/facts.ts";
import { tempoText } from "./facts.ts";
import { TEXT, lengthText, licenceText } from "./messages.ts";

/** What the list of tracks says. */
export const RESULTS = {
  list: "Tracks",
  loading: "Loading…",
  more: (total: number): string => `Show more (${total.toLocaleString("en")} tracks fit)`,
} as const;

/** "Dawn by Mara": the name of a row. */
export const trackName = ({ title, artist }: Pick<Track, "title" | "artist">): string =>
  artist === "" ? titleText(title) : `${titleText(title)} by ${artist}`;

/** A title, or what stands in its place where a file has none. */
export const titleText = (title: string): string => (title.trim() === "" ? "Untitled" : title);

/** What else a row says, for who cannot see it. */
export function rowDescription({ track, why }: SearchResult, note: string | null = null): string {
  const tempo = tempoOf(track);
  const facts = [
    track.audio.kind === "remote" ? TEXT.remote : "",
    lengthText(track.seconds),
    tempo === null ? "" : tempoText(tempo),
    keyOf(track)?.value ?? "",
    vocalsText(track) ?? "",
    licenceText(track.licence),
    note ?? why.join(", "),
  ];
  return facts.filter((fact) => fact !== "").join(", ");
}

/** A voice that is heard with at least this probability is said to be there. */
const PLAIN_VOICE = 0.7;

/** Whether somebody sings, where that is known or plain enough; null where nothing is to be said. */
export function vocalsText({ vocals, heard }: Track): string | null {
  if (vocals !== null) return vocals ? "Vocals" : null;
  return (heard?.vocals ?? 0) >= PLAIN_VOICE ? "~Vocals" : null;
}

/** "D minor" as musicians write it for short: "Dm"; "C major" is "C". */
export const shortKey = (key: string): string =>
  key.replace(/^([A-G][#b♯♭]?) (minor|major)$/, (_, tonic: string, mode: string) =>
    mode === "minor" ? `${tonic}m` : tonic,
  );
