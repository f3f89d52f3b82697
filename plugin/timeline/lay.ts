import type { Cue } from "../../src/contract/cue.ts";
import { HostError } from "../../src/contract/errors.ts";
import type { AudioFiles } from "../files/audio-files.ts";
import { activeProject, activeSequence, ask, idOf, type Open, type Premiere } from "../premiere.ts";
import { importOnce, type BinClip } from "../project/bin.ts";
import type { Source, SourceMarks } from "../project/marks.ts";
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
  readonly clip: BinClip;
  /** Ids of the items in Needledrop's bin, by which its music is recognised on a track. */
  readonly binIds: ReadonlySet<string>;
  readonly notes: readonly string[];
}

/**
 * The cue's file as an item of the project, its licence kept beside it.
 * @throws HostError the file is missing, cannot be kept, or is not imported
 */
export async function bringIn(bench: Bench, { project }: Open, cue: Cue): Promise<BroughtIn> {
  const { premiere, files } = bench;
  const clip = await importOnce(premiere, project, await files.place(cue.audio));
  const { trackId, title, artist, licence } = cue;
  const tag = { trackId, title, artist, licence };
  const isKept = await writeTag(premiere, project, clip, tag, clip.isNew);
  return { clip, binIds: clip.binIds, notes: isKept ? [] : [NOT_KEPT] };
}

// Music has no picture, but overwriting wants the index of a video track that is there, while
// inserting takes -1 for none (both as others report from 26.3); see docs/host-check.md.
const SOME_VIDEO_TRACK = 0;
const NO_VIDEO_TRACK = -1;

/** What is laid. */
interface Music {
  readonly clip: BinClip;
  readonly source: Source;
  readonly title: string;
}

/**
 * Marks the section; then, as one undo step, lays it and puts the item's own marks back; then reads
 * the timeline.
 * @throws HostError nothing was laid; or something else happened, and the error says what
 */
export async function lay(
  { premiere, marks }: Bench,
  open: Open,
  music: Music,
  before: Reading,
  plan: Omit<Expected, "title" | "itemId">,
): Promise<Outcome> {
  const { project, sequence } = open;
  const { clip, source, title } = music;
  await checkStillOpen(premiere, open, title);
  const expected = { ...plan, title, itemId: clip.item.getId() };
  await marks.set(project, clip, source, plan.tolerance, title);
  try {
    await ask("Premiere did not take the music.", title, () =>
      edit(premiere, open, music, before, expected),
    );
  } catch (error) {
    await marks.putBack(project, clip, source);
    throw error;
  }
  // Whatever it answered: what the timeline holds is the answer.
  const after = await ask(
    "The music may be in the timeline, but Premiere does not say what it holds now.",
    title,
    () => readTimeline(premiere, sequence),
    LOOK_YOURSELF,
  );
  const outcome = await checkOutcome(before, after, expected);
  if (outcome === null) {
    await marks.putBack(project, clip, source);
    throw notThere(title);
  }
  if (await marks.areOff(clip, source)) return outcome;
  const { report } = outcome;
  return { ...outcome, report: { ...report, notes: [...report.notes, STILL_MARKED] } };
}

/** The one transaction: takes off what is to go, lays the music, puts the item's own marks back. */
function edit(
  premiere: Premiere,
  { project, sequence }: Open,
  { clip: { item, clip }, source, title }: Music,
  { trackCount, video }: Reading,
  { start, track, ripple, removed }: Expected,
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
        compound.addAction(
          ripple || track >= trackCount
            ? editor.createInsertProjectItemAction(item, start, NO_VIDEO_TRACK, track, !ripple)
            : editor.createOverwriteItemAction(item, start, picture, track),
        );
        compound.addAction(
          source.before === null
            ? clip.createClearInOutPointsAction()
            : clip.createSetInOutPointsAction(source.before.start, source.before.end),
        );
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
