/** What brings music and picture together again. */
export type Correction =
  | { readonly kind: "rate"; /** 1 is as recorded. */ readonly rate: number }
  | { readonly kind: "seek" };

/** Further apart than this in seconds, music jumps; nearer, it hurries or lingers. */
const FAR = 0.25;
/** Nobody hears a change of tempo as small as this, and the pitch stays. */
const MOST_CHANGE = 0.06;
/** Seconds in which the music would be there if it kept its rate. */
const CATCH_UP = 0.5;

/**
 * What to do about `drift`, the seconds that the music is ahead of the picture.
 * @param frame length of a frame in seconds; a quarter of it is left alone
 */
export function correct(drift: number, frame: number): Correction {
  const apart = Math.abs(drift);
  if (apart > FAR) return { kind: "seek" };
  if (apart <= frame / 4) return { kind: "rate", rate: 1 };
  const change = Math.min(MOST_CHANGE, apart / CATCH_UP);
  return { kind: "rate", rate: 1 - Math.sign(drift) * change };
}
