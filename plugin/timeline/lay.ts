import type { TickTime } from "@adobe/premierepro";
import type { Cue, InsertReport } from "../../src/contract/cue.ts";
import { HostError } from "../../src/contract/errors.ts";
import type { AudioFiles } from "../files/audio-files.ts";
import { activeProject, activeSequence, ask, idOf, type Open, type Premiere } from "../premiere.ts";
import { importItems, type BinClip } from "../project/bin.ts";
import type { Marked, Source, SourceMarks } from "../project/marks.ts";
import { writeTag } from "../project/tags.ts";
import {
  checkOutcome,
  LOOK_YOURSELF,
  readTimeline,
  type Expected,
  type Outcome,
  type Reading,
} from "./read-back.ts";

/** What every edit that lays music works with. */
export interface Bench {
  readonly premiere: Premiere;
  readonly files: AudioFiles;
  readonly marks: SourceMarks;
}

interface BroughtIn {
  /** As many items of the file as were asked for. */
  readonly clips: readonly [BinClip, ...BinClip[]];
  /** Ids of the items in Needledrop's bin, by which its music is recognised on a track. */
  readonly binIds: ReadonlySet<string>;
  readonly notes: readonly string[];
}

/**
 * The cue's file as an item of the project, its licence kept beside it; or as several.
 * @throws HostError the file is missing, cannot be kept, or is not imported
 */
export async function bringIn(
  bench: Bench,
  { project }: Open,
  cue: Cue,
  count = 1,
): Promise<BroughtIn> {
  const { premiere, files } = bench;
  const clips = await importItems(premiere, project, await files.place(cue.audio), count);
  const { trackId, title, artist, licence } = cue;
  const tag = { trackId, title, artist, licence };
  let areKept = true;
  for (const clip of clips)
    areKept = (await writeTag(premiere, project, clip, tag, clip.isNew)) && areKept;
  return { clips, binIds: clips[0].binIds, notes: areKept ? [] : [NOT_KEPT] };
}

/** A part of a track, and where it is to begin. */
export interface Piece extends Marked {
  readonly start: TickTime;
}

/** What the one transaction does. */
export interface Plan extends Pick<Expected, "title" | "track" | "ripple" | "removed"> {
  /** Each with an item of its own, in order of time. */
  readonly pieces: readonly Piece[];
  /** One frame, in ticks. */
  readonly tolerance: number;
}

/** What is laid in one piece. */
interface Music {
  readonly clip: BinClip;
  readonly source: Source;
  readonly title: string;
}

/**
 * Lays one clip.
 * @throws HostError as `layPieces`
 */
export async function lay(
  bench: Bench,
  open: Open,
  { clip, source, title }: Music,
  before: Reading,
  where: Omit<Expected, "title" | "itemId">,
): Promise<Outcome> {
  const expected = { ...where, title, itemId: clip.item.getId() };
  const plan = { ...expected, pieces: [{ clip, source, start: where.start }] };
  return layPieces(bench, open, plan, before, (after) => checkOutcome(before, after, expected));
}

/**
 * Marks the sections; then, as one undo step, lays them and puts the items' own marks back; then
 * reads the timeline.
 * @param check what has come of it; null if nothing has
 * @throws HostError nothing was laid; or something else happened, and the error says what
 */
export async function layPieces<Laid extends { readonly report: InsertReport }>(
  { premiere, marks }: Bench,
  open: Open,
  plan: Plan,
  before: Reading,
  check: (after: Reading) => Promise<Laid | null>,
): Promise<Laid> {
  const { project, sequence } = open;
  const { title, pieces, tolerance } = plan;
  const putBack = async (): Promise<void> => {
    for (const { clip, source } of pieces) await marks.putBack(project, clip, source);
  };
  await checkStillOpen(premiere, open, title);
  try {
    await marks.set(project, pieces, tolerance, title);
    await ask("Premiere did not take the music.", title, () => edit(premiere, open, plan, before));
  } catch (error) {
    await putBack();
    throw error;
  }
  // Whatever it answered: what the timeline holds is the answer.
  const after = await ask(
    "The music may be in the timeline, but Premiere does not say what it holds now.",
    title,
    () => readTimeline(premiere, sequence),
    LOOK_YOURSELF,
  );
  const laid = await check(after);
  if (laid === null) {
    await putBack();
    throw notThere(title);
  }
  const areOff = await Promise.all(pieces.map(({ clip, source }) => marks.areOff(clip, source)));
  if (!areOff.includes(false)) return laid;
  const { report } = laid;
  return { ...laid, report: { ...report, notes: [...report.notes, STILL_MARKED] } };
}

// Music has no picture, but overwriting wants the index of a video track that is there, while
// inserting takes -1 for none (both as others report from 26.3); see docs/host-check.md.
const SOME_VIDEO_TRACK = 0;
const NO_VIDEO_TRACK = -1;

/** The one transaction: takes off what is to go, lays the music, puts the items' own marks back. */
function edit(
  premiere: Premiere,
  { project, sequence }: Open,
  { title, pieces, track, ripple, removed }: Plan,
  { trackCount, video }: Reading,
): void {
  const editor = premiere.SequenceEditor.getEditor(sequence);
  const { AUDIO } = premiere.Constants.MediaType;
  const picture = video.length > 0 ? SOME_VIDEO_TRACK : NO_VIDEO_TRACK;
  project.lockedAccess(() => {
    project.executeTransaction(
      (compound) => {
        if (removed !== null) {
          premiere.TrackItemSelection.createEmptySelection((selection) => {
            selection.addItem(removed.item);
            compound.addAction(editor.createRemoveItemsAction(selection, false, AUDIO));
          });
        }
        // Overwriting on a track that is not there answers success and lays nothing; inserting
        // makes the track. Inserting pushes, so without a wish to ripple only on that very track.
        for (const { clip, start } of pieces) {
          const { item } = clip;
          compound.addAction(
            ripple || track >= trackCount
              ? editor.createInsertProjectItemAction(item, start, NO_VIDEO_TRACK, track, !ripple)
              : editor.createOverwriteItemAction(item, start, picture, track),
          );
        }
        for (const { clip, source } of pieces) {
          compound.addAction(
            source.before === null
              ? clip.clip.createClearInOutPointsAction()
              : clip.clip.createSetInOutPointsAction(source.before.start, source.before.end),
          );
        }
      },
      `${removed === null ? "Insert" : "Replace with"} “${title}”`,
    );
  });
}

const NOT_KEPT =
  "Premiere did not keep the licence with the music, so cue sheets cannot list it: note it yourself.";

const STILL_MARKED =
  "The section is still marked on the music in Needledrop's bin: clear its in and out point before you drag it from there.";

const notThere = (title: string): HostError =>
  new HostError({
    what: "The timeline does not hold the music, and nothing else changed.",
    input: title,
    next: "Unlock the audio tracks and insert again, or drag the music from Needledrop's bin.",
  });

/** A folder may have been asked for meanwhile, and the editor may have gone elsewhere. */
async function checkStillOpen(
  premiere: Premiere,
  { sequence }: Open,
  title: string,
): Promise<void> {
  const project = await activeProject(premiere);
  const now = project === null ? null : await activeSequence(project);
  if (now !== null && idOf(now) === idOf(sequence)) return;
  throw new HostError({
    what: "Another sequence is open now, or none; nothing was inserted.",
    input: title,
    next: "Open the sequence that the music is for and insert again.",
  });
}
