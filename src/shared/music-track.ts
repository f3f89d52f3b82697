/** What an audio track of the sequence has to say to music that wants to lie on it. */
export interface TrackUse {
  /** Nothing lies on it where the music is to go. */
  readonly isFree: boolean;
  /** Nothing lies on it anywhere. */
  readonly isEmpty: boolean;
  /** It holds music that Needledrop put there. */
  readonly holdsMusic: boolean;
}

/**
 * The track for a cue, or null when none is free. Editors keep dialogue on the upper tracks and
 * music on its own below: so where our music lies already, else on the uppermost empty track, else
 * on the lowest one that is free there.
 * @param tracks from A1 on
 */
export function musicTrack(tracks: readonly TrackUse[]): number | null {
  const free = tracks.flatMap((use, index) => (use.isFree ? [{ ...use, index }] : []));
  const track =
    free.find(({ holdsMusic }) => holdsMusic) ?? free.find(({ isEmpty }) => isEmpty) ?? free.at(-1);
  return track?.index ?? null;
}
