import type { TargetTrack } from "../../contract/cue.ts";
import { HostError } from "../../contract/errors.ts";
import { musicTrack, type TrackUse } from "../../shared/music-track.ts";
import type { Section } from "../../contract/track.ts";
import { minutes } from "../timecode.ts";
import { trackName, type AudioClip, type AudioTrack } from "./model.ts";

/** Index of the audio track for music over `span`; null if no track is free there. */
export function freeTrack(
  tracks: readonly AudioTrack[],
  span: Section,
  ripple = false,
): number | null {
  return musicTrack(
    tracks.map((track): TrackUse => ({
      isFree: obstacleOn(track, span, ripple) === undefined,
      isEmpty: track.length === 0,
      holdsMusic: track.some(({ tag }) => tag !== null),
    })),
  );
}

/**
 * Index of the requested track; the number of tracks asks for a new one.
 * @throws HostError the track does not exist or is not free, or no track is free
 */
export function chooseTrack(
  tracks: readonly AudioTrack[],
  span: Section,
  wish: { readonly track: TargetTrack; readonly ripple: boolean; readonly title: string },
): number {
  const { track, ripple, title } = wish;
  if (track === "new") return tracks.length;
  if (track === "music") {
    const free = freeTrack(tracks, span, ripple);
    if (free === null) throw noFreeTrack(tracks.length, title);
    return free;
  }
  const clips = tracks[track];
  if (clips === undefined) throw noSuchTrack(track, tracks.length, title);
  const obstacle = obstacleOn(clips, span, ripple);
  if (obstacle !== undefined) throw notFree(track, obstacle, title);
  return track;
}

/** The track that a cue was dropped on, if it is free; else the track for music. */
export function trackForDrop(
  tracks: readonly AudioTrack[],
  span: Section,
  under: number,
): number | null {
  const clips = tracks[under];
  const isFree = clips !== undefined && obstacleOn(clips, span, false) === undefined;
  return isFree ? under : freeTrack(tracks, span);
}

/**
 * The clip in the way. A ripple insert pushes later clips, so only a clip that it would cut is in
 * the way.
 */
function obstacleOn(track: AudioTrack, span: Section, ripple: boolean): AudioClip | undefined {
  const end = ripple ? span.start : span.end;
  return track.find((clip) => clip.end > span.start && clip.start < end);
}

/** The sequence has no such track. */
export const noSuchTrack = (track: number, count: number, input: string): HostError =>
  new HostError({
    what: `The sequence has ${count} audio tracks, so there is no ${trackName(track)}.`,
    input,
    next: "Choose another track, or a new one.",
  });
const notFree = (track: number, { name, start }: AudioClip, input: string): HostError =>
  new HostError({
    what: `${trackName(track)} is not free for the length of the music: “${name}” at ${minutes(start)} is in the way.`,
    input,
    next: "Choose another audio track or a new one, a shorter section, or move the playhead.",
  });
const noFreeTrack = (count: number, input: string): HostError =>
  new HostError({
    what: `None of the ${count} audio tracks is free at this point for the length of the music.`,
    input,
    next: "Choose a new track, a shorter section, or move the playhead, then insert again.",
  });
