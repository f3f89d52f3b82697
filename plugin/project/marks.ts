import type { FrameRate, Project, TickTime } from "@adobe/premierepro";
import type { Section } from "../../src/contract/track.ts";
import { HostError } from "../../src/contract/errors.ts";
import { ask, commit, maybe, orElse, type Premiere } from "../premiere.ts";
import { isAt, ticksPerFrame, type Span } from "../timeline/clips.ts";
import type { BinClip } from "./bin.ts";
import { isInTimeCode, mediaTimes, type MediaTimes } from "./media.ts";

/** Seconds: a file of whole frames may end within a sample of its last frame. */
const LONGEST_SAMPLE = 1 / 8000;

type Clip = Pick<BinClip, "item" | "clip">;

/** An item, and what is to be marked in it. */
export interface Marked {
  readonly clip: BinClip;
  readonly source: Source;
}

/** The stretch of a file that a cue is to play. */
export interface Source {
  /** From a whole frame on; counted as Premiere counts this file's in and out point. */
  readonly marks: Span;
  readonly length: TickTime;
  /** Whether this build counts from the file's time code. */
  readonly isFromTimeCode: boolean;
  /** The item's own marks before we touched them; null where none were set. */
  readonly before: Span | null;
  /** Whether these are the item's marks already, or all of it is meant and none are set. */
  readonly isMarked: boolean;
}

/**
 * The in and out point of a project item. Premiere lays what lies between them, and has no other
 * way to lay a part; but they are the editor's, so they go back to what they were in the very
 * transaction that lays the clip: no further undo step lies on top of the insert, and the next drag
 * from the bin is not cut silently. (The marks themselves need an earlier transaction, since the
 * actions of one do not see each other's effects.)
 */
export class SourceMarks {
  // One undo takes back the insert and leaves our marks; they must not pass for the editor's own.
  private readonly left = new Map<
    string,
    { readonly ours: Span } & Pick<Source, "before" | "isFromTimeCode">
  >();

  constructor(private readonly premiere: Premiere) {}

  /**
   * What is to be marked for `section`, cut where the file ends.
   * @param length how long it is to be, in place of the whole frames that the section is nearest to
   * @throws HostError the section lies beyond the end of the file
   */
  async plan(
    { item, clip }: Clip,
    section: Section,
    frameRate: FrameRate,
    title: string,
    length?: TickTime,
  ): Promise<Source> {
    const { TickTime } = this.premiere;
    const times = await ask("Premiere does not say how long the music is.", title, () =>
      mediaTimes(clip),
    );
    const { duration } = times;
    const first = TickTime.createWithSeconds(section.start);
    // A length that just fits in still does from the frame before.
    const from = length ? first.alignToFrame(frameRate) : first.alignToNearestFrame(frameRate);
    const wanted = length
      ? from.add(length)
      : TickTime.createWithSeconds(section.end).alignToNearestFrame(frameRate);
    const to = this.cut(wanted, duration) ?? duration.alignToFrame(frameRate);
    return this.sourceOf({ item, clip }, from, to, times, frameRate, title);
  }

  /**
   * As `plan`, from the very place on, be it between two frames: passages of a fit begin on beats. Its
   * length is a whole number of frames.
   * @throws HostError as `plan`
   */
  async planExactly(
    given: Clip,
    section: Section,
    frameRate: FrameRate,
    title: string,
  ): Promise<Source> {
    const { TickTime } = this.premiere;
    const times = await ask("Premiere does not say how long the music is.", title, () =>
      mediaTimes(given.clip),
    );
    const { duration } = times;
    const from = TickTime.createWithSeconds(section.start);
    const seconds = section.end - section.start;
    const length = TickTime.createWithSeconds(seconds).alignToNearestFrame(frameRate);
    const rest = (): TickTime => duration.subtract(from).alignToFrame(frameRate);
    const to = this.cut(from.add(length), duration) ?? from.add(rest());
    return this.sourceOf(given, from, to, times, frameRate, title);
  }

  /**
   * The end that is wanted, or that of the file where that is no more than a sample earlier; null where
   * it is beyond the file.
   */
  private cut(wanted: TickTime, duration: TickTime): TickTime | null {
    const over = wanted.ticksNumber - duration.ticksNumber;
    const sample = this.premiere.TickTime.createWithSeconds(LONGEST_SAMPLE).ticksNumber;
    return over <= 0 ? wanted : over <= sample ? duration : null;
  }

  /** The section of an item between two times of its file. */
  private async sourceOf(
    { item, clip }: Clip,
    from: TickTime,
    to: TickTime,
    times: MediaTimes,
    frameRate: FrameRate,
    title: string,
  ): Promise<Source> {
    const { TickTime, Constants } = this.premiere;
    const { start, duration } = times;
    if (to.ticksNumber <= from.ticksNumber) throw emptySection(title, duration.seconds);

    const now = await orElse(null, () => readMarks(clip, Constants.MediaType.AUDIO));
    const left = this.left.get(item.getId());
    const isOurs = now !== null && left !== undefined && isAt(now, left.ours, 0);
    const isFromTimeCode = isOurs ? left.isFromTimeCode : now !== null && isInTimeCode(now, times);
    const base = isFromTimeCode ? start : TickTime.TIME_ZERO;
    const marks = { start: base.add(from), end: base.add(to) };
    const whole = { start: base, end: base.add(duration) };
    const tolerance = ticksPerFrame(this.premiere, frameRate);
    const before = isOurs
      ? left.before
      : now === null || isAt(now, whole, tolerance) || now.start.ticksNumber < 0
        ? null
        : now;
    const isMarked = now !== null && isAt(now, marks, tolerance);
    return { marks, length: to.subtract(from), isFromTimeCode, before, isMarked };
  }

  /**
   * Marks a section of each item, where it is not marked, in one transaction, and reads them back.
   * @param tolerance in ticks, for hosts that round to audio samples
   * @throws HostError Premiere did not take the marks, and nothing was laid
   */
  async set(
    project: Project,
    pieces: readonly Marked[],
    tolerance: number,
    title: string,
  ): Promise<void> {
    const open = pieces.filter(({ source }) => !source.isMarked);
    if (open.length === 0) return;
    const { MediaType } = this.premiere.Constants;
    await commit("Premiere did not take the section of the track.", title, () => {
      let done = false;
      project.lockedAccess(() => {
        done = project.executeTransaction((compound) => {
          for (const { clip, source } of open) {
            const { start, end } = source.marks;
            compound.addAction(clip.clip.createSetInOutPointsAction(start, end));
          }
        }, `Mark the section of “${title}”`);
      });
      return done;
    });
    for (const { clip, source } of open) {
      const now = await ask("Premiere does not say which section is marked.", title, () =>
        readMarks(clip.clip, MediaType.AUDIO),
      );
      // Otherwise more than was checked as free would be overwritten.
      if (!isAt(now, source.marks, tolerance)) throw notMarked(title);
      const { before, isFromTimeCode } = source;
      this.left.set(clip.item.getId(), { ours: now, before, isFromTimeCode });
    }
  }

  /** Whether our marks are off the item again; so they are where Premiere does not say. */
  areOff({ item, clip }: Clip, { isMarked }: Source): Promise<boolean> {
    return orElse(true, async () => {
      const ours = this.left.get(item.getId())?.ours;
      if (isMarked || ours === undefined) return true;
      const now = await readMarks(clip, this.premiere.Constants.MediaType.AUDIO);
      return !isAt(now, ours, 0);
    });
  }

  /**
   * Puts the item's own marks back, if ours are still there: after an edit that did not come about.
   * What fails is left; the next insert of the item puts it right.
   */
  async putBack(project: Project, clip: Clip, source: Source): Promise<void> {
    if (await this.areOff(clip, source)) return;
    await orElse(undefined, () => {
      project.lockedAccess(() => {
        project.executeTransaction((compound) => {
          compound.addAction(
            source.before === null
              ? clip.clip.createClearInOutPointsAction()
              : clip.clip.createSetInOutPointsAction(source.before.start, source.before.end),
          );
        }, "Take the marks off the music");
      });
    });
  }
}

/** The in and out point of a project item; its own bounds where none are set. */
export async function readMarks(
  clip: BinClip["clip"],
  mediaType: Parameters<BinClip["clip"]["getInPoint"]>[0],
): Promise<Span> {
  const marks = await Promise.all([clip.getInPoint(mediaType), clip.getOutPoint(mediaType)]);
  const [start, end] = marks.map(maybe);
  if (start && end) return { start, end };
  throw new Error("Premiere answered no in or out point.");
}

const emptySection = (title: string, seconds: number): HostError =>
  new HostError({
    what: `The section lies beyond the end of the audio, which lasts ${seconds.toFixed(1)} s.`,
    input: title,
    next: "Choose an earlier or longer section.",
  });
const notMarked = (title: string): HostError =>
  new HostError({
    what: "Premiere marked a different section of the track than it was asked to; nothing was laid.",
    input: title,
    next: "Insert the whole track, or drag it from Needledrop's bin and trim it.",
  });
