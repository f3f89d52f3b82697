import type { Section, Track } from "../../contract/track.ts";

/** Shortest passage, in seconds: what is shorter was a slip of the hand. */
export const SHORTEST_PASSAGE = 0.5;

/**
 * The passages that the editor has marked in tracks: what is laid, dragged and compared in place of
 * the stretch that fits best. A track keeps its passage while the panel is open.
 */
export class Passages {
  private readonly marked = new Map<string, Section>();

  constructor(private readonly changed: (trackId: string) => void) {}

  /** The passage of a track; null where none is marked. */
  of(trackId: string): Section | null {
    return this.marked.get(trackId) ?? null;
  }

  /** The passage begins at `at` seconds, and ends where it did, or else with the track. */
  begin(track: Track, at: number): void {
    const end = this.of(track.id)?.end ?? 0;
    this.mark(track, { start: at, end: end > at ? end : track.seconds });
  }

  /** The passage ends at `at` seconds, and begins where it did, or else with the track. */
  end(track: Track, at: number): void {
    const start = this.of(track.id)?.start ?? 0;
    this.mark(track, { start: start < at ? start : 0, end: at });
  }

  /** Marks a passage, cut to the track; one that is too short is not marked. */
  mark(track: Track, { start, end }: Section): void {
    const last = track.seconds === 0 ? Infinity : track.seconds;
    const cut = { start: Math.max(0, start), end: Math.min(last, end) };
    if (cut.end - cut.start < SHORTEST_PASSAGE) return;
    this.marked.set(track.id, cut);
    this.changed(track.id);
  }

  clear(trackId: string): void {
    if (this.marked.delete(trackId)) this.changed(trackId);
  }
}
