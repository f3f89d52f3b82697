import type { Composition } from "../lib/compose.ts";
import { factsOf, type PieceFacts } from "../lib/facts.ts";

/** The head of tracks.json. */
export const catalogue = {
  id: "originals",
  name: "Needledrop Originals",
  artist: "Needledrop",
  licence: {
    id: "CC0-1.0",
    name: "CC0 1.0 Universal",
    url: "https://creativecommons.org/publicdomain/zero/1.0/",
  },
};

/** One entry of tracks.json. */
export interface OriginalTrack extends PieceFacts {
  id: string;
  title: string;
  artist: string;
  file: string;
  style: string;
  vocals: boolean;
  loudness: number;
  truePeak: number;
  licence: string;
  seed: number;
  /** The order of its form that the piece uses. */
  order: number;
}

/** Metadata of a recording that cannot be read from its notes. */
export type Recording = Pick<
  OriginalTrack,
  "id" | "title" | "file" | "seconds" | "loudness" | "truePeak"
>;

/** The catalogue's entry: facts read from the notes, and measurements of the recording. */
export function entryFor(piece: Composition, recording: Recording): OriginalTrack {
  const { id, title, file, seconds, loudness, truePeak } = recording;
  const facts = factsOf(piece);
  const last = facts.sections.at(-1);
  if (last) last.end = seconds;
  return {
    id,
    title,
    artist: catalogue.artist,
    file,
    style: piece.style.name,
    ...facts,
    seconds,
    vocals: false,
    loudness,
    truePeak,
    licence: catalogue.licence.id,
    seed: piece.seed,
    order: piece.order,
  };
}
