import type { Catalogue, CatalogueTrack } from "../../contract/catalogue.ts";
import type { AudioReference, Track } from "../../contract/track.ts";
import { licenceOf } from "./licence.ts";

/** As many tags as a track in an index may have. */
const MOST_TAGS = 200;

/**
 * The words that tell how a track sounds and what it is for: genres, moods, instruments, uses,
 * tempo, voices. Its title is left out, for that is a name.
 */
export function factWords(track: CatalogueTrack): string[] {
  const { genres, moods, instruments, uses, bpm, vocals } = track;
  const written = [
    ...[genres, moods, instruments, uses].flat(),
    ...(bpm === null ? [] : [tempoWord(bpm)]),
    ...(vocals === null ? [] : [vocals ? "vocals" : "instrumental"]),
  ];
  return [...new Set(written.map((word) => word.toLowerCase()))].slice(0, MOST_TAGS);
}

// The words, and the tempos for them, with which the text tower learnt catalogues' facts.
function tempoWord(bpm: number): string {
  return bpm < 80 ? "slow" : bpm < 118 ? "medium tempo" : "fast";
}

/**
 * A catalogue's track as an index holds it.
 * @param audio its audio and how long that is, if it is here; otherwise its page stands for it.
 */
export function indexedTrack(
  catalogue: Catalogue,
  track: CatalogueTrack,
  audio?: { readonly path: string; readonly seconds: number },
): Track {
  const { title, bpm, key, vocals } = track;
  const artist = track.artist ?? catalogue.artist ?? "";
  // Whoever must be credited has at least the catalogue's name.
  const credited = { title, artist: artist === "" ? catalogue.name : artist };
  const page = track.page ?? catalogue.page;
  const remote: AudioReference = { kind: "remote", ...(page === null ? {} : { page }) };
  return {
    id: `${catalogue.id}/${track.id}`,
    title,
    artist,
    catalogue: catalogue.name,
    licence: licenceOf(track.licence ?? catalogue.licence, credited),
    audio: audio === undefined ? remote : { kind: "file", path: audio.path },
    seconds: audio?.seconds ?? track.seconds ?? 0,
    bpm,
    key,
    vocals,
    tags: factWords(track),
  };
}
