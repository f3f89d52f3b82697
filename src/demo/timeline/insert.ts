import type { Cue, TargetTrack } from "../../contract/cue.ts";
import type { Section } from "../../contract/track.ts";
import { chooseTrack } from "./choose-track.ts";
import { edited } from "./edit.ts";
import { toFrame, type AudioClip, type Sequence, type Timeline } from "./model.ts";
import { pushLater } from "./ripple.ts";

/** A timeline after an insert, and how many audio clips were pushed. */
export interface Laid {
  readonly timeline: Timeline;
  /** Id of the new clip. */
  readonly id: string;
  readonly pushed: number;
}

/** The span of a cue of this length that is laid at `at`. */
export function spanOf(sequence: Sequence, source: Section, at: number): Section {
  const start = toFrame(at, sequence.frameRate);
  const frames = Math.max(1, Math.round((source.end - source.start) * sequence.frameRate));
  return { start, end: toFrame(start + frames / sequence.frameRate, sequence.frameRate) };
}

/**
 * Lays a cue on a track and overwrites nothing.
 * @throws HostError the track does not exist or is not free
 */
export function insertCue(
  timeline: Timeline,
  cue: Cue,
  at: number,
  { track, ripple }: { readonly track: TargetTrack; readonly ripple: boolean },
): Laid {
  const { sequence } = timeline;
  const span = spanOf(sequence, cue.source, at);
  const index = chooseTrack(sequence.audio, span, { track, ripple, title: cue.title });
  const edit = timeline.history.length + 1;
  const room = ripple ? pushLater(sequence, span, edit) : { sequence, pushed: 0 };
  const clip = musicClip(`music-${edit}`, cue, span);
  const tracks = index < sequence.audio.length ? room.sequence.audio : [...room.sequence.audio, []];
  const audio = tracks.map((clips, i) =>
    i === index ? [...clips, clip].sort((a, b) => a.start - b.start) : clips,
  );
  return {
    timeline: edited(timeline, { ...room.sequence, audio }),
    id: clip.id,
    pushed: room.pushed,
  };
}

/** A clip of music right after the insert. */
export function musicClip(id: string, cue: Cue, span: Section): AudioClip {
  const { trackId, title, artist, licence, source } = cue;
  return {
    ...span,
    id,
    name: title,
    kind: "music",
    sourceStart: source.start,
    words: [],
    tag: { trackId, title, artist, licence },
    volume: 1,
    envelope: [],
  };
}
