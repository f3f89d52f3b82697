import * as v from "valibot";
import { FILE_PLACE, type Catalogue, type CatalogueTrack } from "../../contract/catalogue.ts";
import { FileAddressSchema, type AudioReference, type Track } from "../../contract/track.ts";
import { nameProblem } from "../../shared/download/file-name.ts";
import { licenceOf } from "./licence.ts";

/** Most tags of a track (`TrackSchema`). */
const MOST_TAGS = 200;

/**
 * The words that say how a track sounds and what it is for: genres, moods, instruments, uses, tempo
 * and vocals. The title is left out, since it is a name.
 */
export function metadataWords(track: CatalogueTrack): string[] {
  const { genres, moods, instruments, uses, bpm, vocals } = track;
  const written = [
    ...[genres, moods, instruments, uses].flat(),
    ...(bpm === null ? [] : [tempoWord(bpm)]),
    ...(vocals === null ? [] : [vocals ? "vocals" : "instrumental"]),
  ];
  return [...new Set(written.map((word) => word.toLowerCase()))].slice(0, MOST_TAGS);
}

// Words and limits must be those that the text tower was trained with: `tempo_word` of the lab
// (models/lab/needledrop_lab/corpus/words.py).
function tempoWord(bpm: number): string {
  return bpm < 80 ? "slow" : bpm < 118 ? "medium tempo" : "fast";
}

/** The address of a track's file; null if the catalogue has none, or a name that no file may have. */
export function fileAddress({ files }: Catalogue, { file }: CatalogueTrack): string | null {
  if (files === null || file === null || nameProblem(file) !== null) return null;
  const address = files.slice(0, -FILE_PLACE.length) + encodeURIComponent(file);
  return v.is(FileAddressSchema, address) ? address : null;
}

/** The audio that a track of a catalogue was embedded from. */
export interface IndexedAudio {
  /** Its length, which may differ a little from what the catalogue says. */
  readonly seconds: number;
  /** Its file; left out if the track stays remote. */
  readonly path?: string;
}

/**
 * A track of a catalogue, as an index holds it.
 * @param audio what it was embedded from; left out if that was its metadata
 */
export function indexedTrack(
  catalogue: Catalogue,
  track: CatalogueTrack,
  audio?: IndexedAudio,
): Track {
  const { title, bpm, key, vocals } = track;
  const artist = track.artist ?? catalogue.artist ?? "";
  // If no artist is known, the catalogue is credited.
  const credited = { title, artist: artist === "" ? catalogue.name : artist };
  const page = track.page ?? catalogue.page;
  const address = fileAddress(catalogue, track);
  const remote: AudioReference = {
    kind: "remote",
    ...(page === null ? {} : { page }),
    ...(address === null ? {} : { file: address }),
  };
  return {
    id: `${catalogue.id}/${track.id}`,
    title,
    artist,
    catalogue: catalogue.name,
    licence: licenceOf(track.licence ?? catalogue.licence, credited),
    audio: audio?.path === undefined ? remote : { kind: "file", path: audio.path },
    seconds: audio?.seconds ?? track.seconds ?? 0,
    bpm,
    key,
    vocals,
    tags: metadataWords(track),
    evidence: audio === undefined ? "metadata" : "audio",
  };
}
