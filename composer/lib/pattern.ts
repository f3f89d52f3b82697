/** One onset of a rhythm: its place in the bar, its length and its sign. */
export interface Hit {
  beat: number;
  length: number;
  mark: string;
}

/**
 * Reads one bar of rhythm written on an even grid. "." is silence, "-" holds the note before it, any other
 * sign starts a note; spaces are ignored. A step is the bar's length divided by the number of signs, so
 * "x-x-x-x-" is four crotchets in 4/4 and "x--x--" two dotted crotchets in 6/8.
 */
export function readBar(text: string, beatsPerBar: number): Hit[] {
  const signs = Array.from(text.replaceAll(" ", ""));
  const step = beatsPerBar / signs.length;
  const hits: Hit[] = [];
  let sounding: Hit | undefined;
  signs.forEach((mark, i) => {
    if (mark === ".") sounding = undefined;
    else if (mark === "-") {
      if (sounding) sounding.length += step;
    } else {
      sounding = { beat: i * step, length: step, mark };
      hits.push(sounding);
    }
  });
  return hits;
}

/** Reads bars between "|" and repeats them to fill a number of beats. */
export function readPattern(text: string, beatsPerBar: number, beats: number): Hit[] {
  const bars = text.split("|").map((bar) => readBar(bar, beatsPerBar));
  const hits: Hit[] = [];
  for (let bar = 0; bar * beatsPerBar < beats - 1e-6; bar += 1) {
    for (const hit of bars[bar % bars.length] ?? []) {
      const beat = bar * beatsPerBar + hit.beat;
      if (beat < beats - 1e-6)
        hits.push({ ...hit, beat, length: Math.min(hit.length, beats - beat) });
    }
  }
  return hits;
}

/** Ways of playing from calm to strong, each with its least energy. */
export type Levels<T> = readonly (readonly [energy: number, value: T])[];

/** The strongest way of playing that the energy allows; the first if it allows none. */
export function byEnergy<T>(levels: Levels<T>, energy: number): T {
  const chosen = levels.filter(([from]) => energy >= from).at(-1) ?? levels[0];
  if (!chosen) throw new RangeError("A part needs at least one way of playing");
  return chosen[1];
}
