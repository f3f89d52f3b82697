import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import {
  UNKNOWN_LICENCE,
  type AudioReference,
  type Licence,
  type Track,
} from "../../contract/track.ts";
import { baseName, endingAt } from "./file-names.ts";
import type { Sidecar, SidecarTrack } from "./sidecar.ts";
import type { FileTags } from "./file-tags.ts";

const ID_LIMIT = 400;

/** What is known about a file. */
export interface FileFacts {
  /** What the ids of its folder begin with. */
  readonly prefix: string;
  /** Path relative to the indexed folder, with forward slashes. */
  readonly name: string;
  readonly audio: AudioReference;
  readonly seconds: number;
  readonly tags: FileTags;
  /** Name of the folder, used if the sidecar names no catalogue. */
  readonly folder: string;
  readonly sidecar: Sidecar | null;
  /** The sidecar's entry for this file, if there is one. */
  readonly entry: SidecarTrack | null;
  /** Licences in text files: one of the file's own, and that of its folder. */
  readonly licences: { readonly own: Licence | null; readonly ofFolder: Licence | null };
}

/**
 * A track from its metadata: from the sidecar first, then the tags, then the file name. The licence
 * may also be in a text file, which comes before the tags, or in one of the folder, which comes last.
 */
export function trackFrom(source: FileFacts): Track {
  const { name, tags, sidecar, entry, licences } = source;
  const title = entry?.title ?? tags.title ?? baseName(name.slice(0, endingAt(name)));
  // Values of the whole catalogue apply only to tracks that it lists, not to other files.
  const catalogue = entry === null ? null : sidecar?.catalogue;
  const artist = entry?.artist ?? tags.artist ?? catalogue?.artist ?? "";
  const tagged = tags.licence.id === UNKNOWN_LICENCE.id ? null : tags.licence;
  const licence =
    listedLicence(entry, catalogue) ??
    licences.own ??
    tagged ??
    licences.ofFolder ??
    UNKNOWN_LICENCE;
  return {
    id: trackId(source.prefix, name, entry),
    title: title.slice(0, 400),
    artist: artist.slice(0, 400),
    catalogue: (sidecar?.catalogue.name ?? source.folder).slice(0, 100),
    licence: credited(licence, title, artist),
    audio: source.audio,
    seconds: source.seconds,
    bpm: entry?.bpm ?? tags.bpm,
    key: keyOf(entry) ?? tags.key?.slice(0, 20) ?? null,
    vocals: entry?.vocals ?? null,
    tags: (entry?.tags ?? tags.tags).slice(0, 200).map((tag) => tag.slice(0, 100)),
    ...structureOf(entry),
    evidence: "audio",
  };
}

/** The sidecar's id, or else the path, which is unique in its folder; its hash where it is too long. */
export function trackId(prefix: string, name: string, entry: SidecarTrack | null): string {
  const id = prefix + (entry?.id ?? name);
  return id.length <= ID_LIMIT ? id : prefix + bytesToHex(sha256(utf8ToBytes(id)));
}

function keyOf(entry: SidecarTrack | null): string | null {
  const key = entry?.key ?? null;
  return key === null ? null : `${key} ${entry?.mode ?? ""}`.trim().slice(0, 20);
}

/** Bars and sections, if the sidecar has them; beats per bar are the upper number of the metre. */
function structureOf(entry: SidecarTrack | null): Pick<Track, "structure"> {
  const beatsPerBar = Number(entry?.metre?.split("/")[0] ?? 0);
  const bars = entry?.editPoints?.bars ?? [];
  if (entry === null || bars.length === 0 || beatsPerBar === 0) return {};
  return { structure: { bars, beatsPerBar, sections: entry.sections } };
}

/** An entry may give only the id of its licence; the rest then comes from the catalogue. */
function listedLicence(
  entry: SidecarTrack | null,
  catalogue: Sidecar["catalogue"] | null | undefined,
): Licence | null {
  const general = catalogue?.licence ?? null;
  const own = entry?.licence ?? null;
  return own === null || own.id === general?.id ? general : own;
}

// Attribution licences ask for a credit line, and everything in it is known here.
function credited(licence: Licence, title: string, artist: string): Licence {
  const owed = licence.id.startsWith("CC-BY") && licence.attribution === undefined && artist !== "";
  return owed ? { ...licence, attribution: `"${title}" by ${artist}, ${licence.name}` } : licence;
}
