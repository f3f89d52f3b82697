import { HostError } from "../../src/contract/errors.ts";
import { activeProject, activeSequence, ask, type Open } from "../premiere.ts";
import type { BinClip } from "../project/bin.ts";
import type { Source } from "../project/marks.ts";
import type { Bench } from "./bring-in.ts";
import {
  checkOutcome,
  readTimeline,
  type Expected,
  type Outcome,
  type Reading,
} from "./read-back.ts";

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
 * Marks the section, lays it, puts the item's own marks back, and reads the timeline. The last three
 * are one undo step.
 * @throws HostError nothing was laid; or something else happened, and then it says what
 */
export async function lay(
  { premiere, marks }: Bench,
  open: Open,
  { clip, source, title }: Music,
  before: Reading,
  plan: Omit<Expected, "title" | "itemId">,
): Promise<Outcome> {
  const { project, sequence } = open;
  const { start, track, ripple, removed } = plan;
  const video = before.video.length > 0 ? SOME_VIDEO_TRACK : NO_VIDEO_TRACK;
  await checkStillOpen(premiere, open, title);
  await marks.set(project, clip, source, plan.tolerance, title);
  try {
    await ask("Premiere did not take the music.", title, () => {
      const editor = premiere.SequenceEditor.getEditor(sequence);
      const { AUDIO } = premiere.Constants.MediaType;
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
              ripple || track >= before.trackCount
                ? editor.createInsertProjectItemAction(
                    clip.item,
                    start,
                    NO_VIDEO_TRACK,
                    track,
                    !ripple,
                  )
                : editor.createOverwriteItemAction(clip.item, start, video, track),
            );
            compound.addAction(
              source.before === null
                ? clip.clip.createClearInOutPointsAction()
                : clip.clip.createSetInOutPointsAction(source.before.start, source.before.end),
            );
          },
          `${removed === null ? "Insert" : "Replace with"} “${title}”`,
        );
      });
    });
    // Whatever it answered: what the timeline holds is the answer.
    const expected = { ...plan, title, itemId: clip.item.getId() };
    return await checkOutcome(before, await readTimeline(premiere, sequence), expected);
  } catch (error) {
    await marks.putBack(project, clip, source);
    throw error;
  }
}

/** A folder may have been asked for meanwhile, and the editor may have gone elsewhere. */
async function checkStillOpen(
  premiere: Bench["premiere"],
  { sequence }: Open,
  title: string,
): Promise<void> {
  const project = await activeProject(premiere);
  const now = project === null ? null : await activeSequence(project);
  if (now?.guid.toString() === sequence.guid.toString()) return;
  throw new HostError({
    what: "Another sequence is open now, or none; nothing was inserted.",
    input: title,
    next: "Open the sequence that the music is for and insert again.",
  });
}
