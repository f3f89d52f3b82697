import { mediaTimes } from "../project/media.ts";
import { audioClips, trackName } from "../timeline/clips.ts";
import { failed, okIf, type Finding } from "./look.ts";
import type { Trial } from "./scratch.ts";

/** Seconds of the sequence at which the part is laid, over the whole track that lies there. */
export const LAID_AT = 30;
/** Which part of the track, in seconds; nearer to its beginning where the track is short. */
const PART = { start: 10, length: 5 };

const MARK = "Needledrop check: mark a part";
const OVERWRITE = "Needledrop check: overwrite, and put the marks back";

/** Marks a part of the track, lays it, puts the marks back, and reads which part lies where. */
export async function tryOverwrite(trial: Trial): Promise<Finding> {
  const { premiere, project, sequence, music, transact } = trial;
  const { clip } = music;
  const { TickTime, Constants, SequenceEditor } = premiere;
  const { AUDIO } = Constants.MediaType;
  const readMarks = () => Promise.all([clip.getInPoint(AUDIO), clip.getOutPoint(AUDIO)]);
  const media = await mediaTimes(clip);
  const third = media.duration.seconds / 3;
  const from = Math.min(PART.start, third);
  const start = TickTime.createWithSeconds(from);
  const end = TickTime.createWithSeconds(from + Math.min(PART.length, third));
  const [formerIn, formerOut] = await readMarks();
  const { trackCount } = await audioClips(premiere, sequence);

  transact(MARK, () => {
    let done = false;
    project.lockedAccess(() => {
      done = project.executeTransaction((compound) => {
        compound.addAction(clip.createSetInOutPointsAction(start, end));
      }, MARK);
    });
    return done;
  });
  const [markedIn, markedOut] = await readMarks();
  const wasMarked = formerOut.seconds - formerIn.seconds < media.duration.seconds - 0.1;
  transact(OVERWRITE, () => {
    let done = false;
    const editor = SequenceEditor.getEditor(sequence);
    const at = TickTime.createWithSeconds(LAID_AT);
    project.lockedAccess(() => {
      done = project.executeTransaction((compound) => {
        compound.addAction(editor.createOverwriteItemAction(music.item, at, 0, 0));
        compound.addAction(
          wasMarked
            ? clip.createSetInOutPointsAction(formerIn, formerOut)
            : clip.createClearInOutPointsAction(),
        );
      }, OVERWRITE);
    });
    return done;
  });

  const [lastIn] = await readMarks();
  const now = await audioClips(premiere, sequence);
  const laid = now.clips.find((one) => Math.abs(one.start.seconds - LAID_AT) < 0.1);
  const marks = `marked ${span(markedIn, markedOut)}, after that its in point reads ${time(lastIn)}; media starts at ${time(media.start)}`;
  if (laid === undefined) return failed(`no clip lies at ${LAID_AT} s; ${marks}`);
  const inPoint = await laid.item.getInPoint();
  return okIf(
    laid.track === 0 && Math.abs(laid.end.seconds - laid.start.seconds - end.seconds + from) < 0.1,
    `asked for ${span(start, end)} on A1 at ${LAID_AT} s: lies on ${trackName(laid.track)}, ${span(laid.start, laid.end)}, from ${time(inPoint)} on; ${marks}; audio tracks: ${trackCount} before, ${now.trackCount} after`,
  );
}

type Seconds = { readonly seconds: number };
const time = ({ seconds }: Seconds): string => `${seconds.toFixed(3)} s`;
const span = (start: Seconds, end: Seconds): string => `${time(start)} to ${time(end)}`;
