import type { ClipProjectItem, Project, ProjectItem } from "@adobe/premierepro";
import type { CueSheet, CueSheetRow, TrackTag } from "../../src/contract/cue-sheet.ts";
import { ask, maybe, openSequence, orElse, type Premiere } from "../premiere.ts";
import { idsInBin } from "../project/bin.ts";
import { mediaTimes, sinceFileStart, type MediaTimes } from "../project/media.ts";
import { tagReader } from "../project/tags.ts";
import { audioClips, nameOf, placeOf, trackName, type PlacedClip } from "./clips.ts";

const ROW_LIMIT = 5000;
const UNTOLD_LIMIT = 200;

/** A project item that audio clips of the sequence play. */
interface Piece {
  readonly tag: TrackTag | null;
  readonly isInBin: boolean;
  /** A sequence within the sequence: music in it is none of this one's rows. */
  readonly isNest: boolean;
  /** Null where Premiere does not say. */
  readonly times: MediaTimes | null;
}

/**
 * See `EditorHost.readCueSheet`. A piece that was cut in two is two rows. A clip that
 * Premiere cannot read may be music too, so it is among the `unidentified`.
 */
export async function readCueSheet(premiere: Premiere): Promise<CueSheet> {
  const { project, sequence } = await openSequence(premiere);
  const [{ clips, blind }, settings, zeroPoint, binIds] = await ask(
    "Premiere does not say what lies in the sequence.",
    sequence.name,
    () =>
      Promise.all([
        audioClips(premiere, sequence),
        sequence.getSettings(),
        sequence.getZeroPoint(),
        idsInBin(premiere, project),
      ]),
  );
  const pieces = new Pieces(premiere, project, binIds);
  const rows = await Promise.all(clips.map((clip) => rowOf(pieces, clip)));
  const unidentified = [
    ...rows.filter((row) => typeof row === "string"),
    ...[...blind].map((track) => `A clip on ${trackName(track)}`),
  ];
  return {
    sequence: sequence.name.slice(0, 1000),
    frameRate: settings.getVideoFrameRate().value,
    zero: zeroPoint.seconds,
    rows: rows
      .filter((row) => row !== null && typeof row !== "string")
      .sort((a, b) => a.start - b.start || a.audioTrack - b.audioTrack)
      .slice(0, ROW_LIMIT),
    unidentified: [...new Set(unidentified)].slice(0, UNTOLD_LIMIT),
  };
}

/** Music as its row; its name where nothing is known of it; null: no music of ours, or switched off. */
async function rowOf(pieces: Pieces, clip: PlacedClip): Promise<CueSheetRow | string | null> {
  try {
    const item = maybe(await clip.item.getProjectItem());
    const piece = item ? await pieces.of(item) : null;
    if (!piece || (piece.tag === null && !piece.isInBin && !piece.isNest)) return null;
    if (await orElse(false, () => clip.item.isDisabled())) return null;
    if (piece.isNest) return `${await nameOrPlace(clip)} (${NEST})`;
    if (piece.tag === null) return await nameOrPlace(clip);
    const inPoint = (await clip.item.getInPoint()).seconds;
    const sourceStart = piece.times === null ? inPoint : sinceFileStart(inPoint, piece.times);
    return {
      ...piece.tag,
      audioTrack: clip.track,
      start: Math.max(0, clip.start.seconds),
      end: Math.max(0, clip.end.seconds),
      sourceStart: Math.max(0, sourceStart),
    };
  } catch {
    return nameOrPlace(clip);
  }
}

const NEST = "a nested sequence: open it for a cue sheet of its own";
// With what is said of a nest, a thousand characters at most.
const NAME_LIMIT = 900;

async function nameOrPlace(clip: PlacedClip): Promise<string> {
  const name = await nameOf(clip.item);
  return name === "" ? `A clip on ${placeOf(clip)}` : name.slice(0, NAME_LIMIT);
}

/** Reads each project item once, however often it lies on the timeline. */
class Pieces {
  private readonly known = new Map<string, Promise<Piece | null>>();
  private readonly readTag: ReturnType<typeof tagReader>;

  constructor(
    private readonly premiere: Premiere,
    project: Project,
    private readonly binIds: ReadonlySet<string>,
  ) {
    this.readTag = tagReader(premiere, project);
  }

  of(item: ProjectItem): Promise<Piece | null> {
    const id = item.getId();
    const piece = this.known.get(id) ?? this.read(item, this.binIds.has(id));
    this.known.set(id, piece);
    return piece;
  }

  private async read(item: ProjectItem, isInBin: boolean): Promise<Piece | null> {
    const clip = maybe(this.premiere.ClipProjectItem.cast(item));
    if (!clip) return null;
    const tag = await this.readTag({ item, clip });
    if (tag !== null) return { tag, isInBin, isNest: false, times: await timesOf(clip) };
    const isNest = await orElse(false, () => clip.isSequence());
    return { tag, isInBin, isNest, times: null };
  }
}

function timesOf(clip: ClipProjectItem): Promise<MediaTimes | null> {
  return orElse(null, () => mediaTimes(clip));
}
