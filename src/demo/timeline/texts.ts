import type { AudioClip, Sequence, Timeline, VideoClip } from "./model.ts";

/**
 * The timeline as a camera's card has it: clips are called A001_C001 and so on, and nobody has
 * written, marked or transcribed anything. Its edits can still be undone, to timelines without texts.
 */
export function withoutTexts(timeline: Timeline): Timeline {
  return everywhere(timeline, bare);
}

/** Gives clips and sequence back the texts of `written`, of which the timeline was made. */
export function withTexts(timeline: Timeline, written: Sequence): Timeline {
  return everywhere(timeline, (sequence) => labelled(sequence, written));
}

function everywhere(timeline: Timeline, change: (sequence: Sequence) => Sequence): Timeline {
  return {
    ...timeline,
    sequence: change(timeline.sequence),
    history: timeline.history.map(change),
  };
}

function bare(sequence: Sequence): Sequence {
  const texts = { description: "", logNote: "", comment: "", keywords: [], location: "" };
  const nothing = { ...texts, columns: [], bins: [], markers: [], words: [] };
  return {
    ...sequence,
    name: "Sequence 01",
    video: sequence.video.map((clip, index) => ({
      ...clip,
      ...nothing,
      name: cameraName("A", index),
    })),
    audio: sequence.audio.map((track, number) =>
      track.map((clip, index) =>
        clip.kind === "music"
          ? clip
          : { ...clip, words: [], name: cameraName(number === 0 ? "S" : "T", index) },
      ),
    ),
    markers: [],
  };
}

/** Reel and clip, as cameras and recorders name their files: A001_C003. */
const cameraName = (reel: string, index: number): string =>
  `${reel}001_C${String(index + 1).padStart(3, "0")}`;

function labelled(sequence: Sequence, written: Sequence): Sequence {
  const { name, markers } = written;
  return {
    ...sequence,
    name,
    markers,
    video: sequence.video.map((clip) => {
      const original = originOf(clip, written.video);
      if (original === undefined) return clip;
      const { id, start, end, sourceStart } = clip;
      return { ...original, id, start, end, sourceStart };
    }),
    audio: sequence.audio.map((track) =>
      track.map((clip) => {
        const original = originOf(clip, written.audio.flat());
        return original === undefined
          ? clip
          : { ...clip, name: original.name, words: original.words };
      }),
    ),
  };
}

/** The clip that this one was, or was cut from: its id then begins with that one's. */
function originOf<C extends VideoClip | AudioClip>(
  { id }: C,
  written: readonly C[],
): C | undefined {
  return written
    .filter((clip) => id === clip.id || id.startsWith(`${clip.id}-`))
    .reduce<C | undefined>(
      (longest, clip) => (clip.id.length > (longest?.id.length ?? 0) ? clip : longest),
      undefined,
    );
}
