import type { Note } from "../lib/score.ts";
import type { Idiom } from "../lib/style.ts";

/**
 * Plays through a tape delay: every note returns after the delay in beats, softer each time. Echoes beyond the
 * section's end are dropped, so that the next section starts clean.
 */
export function echoed(play: Idiom, { after = 0.75, times = 2, fade = 0.6 } = {}): Idiom {
  return (scene) =>
    play(scene).flatMap((note) =>
      Array.from({ length: times + 1 }, (_, i): Note => ({
        ...note,
        beat: note.beat + i * after,
        velocity: note.velocity * fade ** i,
      })).filter((heard) => heard.beat < scene.section.beats - 1e-6),
    );
}
