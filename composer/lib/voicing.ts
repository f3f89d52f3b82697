import { pitchClass, type Chord } from "./harmony.ts";

export interface VoicingRules {
  /** Number of voices; a chord with fewer tones doubles some. */
  voices: number;
  /** Lowest and highest pitch allowed. */
  low: number;
  high: number;
  /** Leave the root to the bass if the chord has four or more tones. */
  rootless?: boolean;
}

/** Below this pitch, seconds and thirds between neighbours sound muddy. */
const muddyBelow = 52;

function chosenTones(chord: Chord, rules: VoicingRules): number[] {
  let tones = [...new Set(chord.tones)];
  if (rules.rootless && tones.length >= 4) tones = tones.filter((tone) => tone !== chord.root);
  // Drop the fifth first, which defines a chord least; then the root, which the bass has.
  const fifth = pitchClass(chord.root + 7);
  if (tones.length > rules.voices) tones = tones.filter((tone) => tone !== fifth);
  if (tones.length > rules.voices) tones = tones.filter((tone) => tone !== chord.root);
  return tones.slice(0, rules.voices);
}

/** Stacks the tones upwards from a lowest pitch in the given order of pitch classes. */
function stack(order: readonly number[], lowest: number): number[] {
  let floor = lowest;
  return order.map((tone) => {
    const pitch = floor + pitchClass(tone - floor);
    floor = pitch + 1;
    return pitch;
  });
}

function candidates(chord: Chord, rules: VoicingRules): number[][] {
  const tones = chosenTones(chord, rules);
  const found: number[][] = [];
  for (let turn = 0; turn < tones.length; turn += 1) {
    const order = [...tones.slice(turn), ...tones.slice(0, turn)];
    while (order.length < rules.voices && tones.length < rules.voices) {
      order.push(order[order.length - tones.length] ?? chord.root);
    }
    for (let lowest = rules.low; lowest < rules.low + 12 + (rules.high - rules.low); lowest += 12) {
      const close = stack(order, lowest);
      found.push(close);
      // "Drop two": the second voice from above goes down an octave and opens the chord.
      const second = close.at(-2);
      if (close.length >= 3 && second !== undefined) {
        found.push(
          [...close.filter((pitch) => pitch !== second), second - 12].sort((a, b) => a - b),
        );
      }
    }
  }
  return found.filter((v) => (v[0] ?? 0) >= rules.low && (v.at(-1) ?? 0) <= rules.high);
}

/** Cost of a voicing for mud, width, distance from the centre and from the previous voicing. Lower is better. */
export function voicingCost(
  voicing: readonly number[],
  previous: readonly number[] | undefined,
  rules: VoicingRules,
): number {
  let cost = 0;
  const centre = (rules.low + rules.high) / 2;
  const mean = voicing.reduce((sum, pitch) => sum + pitch, 0) / voicing.length;
  cost += Math.abs(mean - centre) * 0.35;
  voicing.forEach((pitch, i) => {
    const above = voicing[i + 1];
    if (above === undefined) return;
    if (above - pitch < 4 && pitch < muddyBelow) cost += 6;
    if (above - pitch === 1) cost += 2;
    if (above - pitch > 12) cost += 3;
  });
  if (!previous) return cost;
  voicing.forEach((pitch, i) => {
    const before = previous[Math.min(i, previous.length - 1)] ?? pitch;
    cost += Math.abs(pitch - before);
    for (let j = i + 1; j < Math.min(voicing.length, previous.length); j += 1) {
      const now = (voicing[j] ?? 0) - pitch;
      const then = (previous[j] ?? 0) - before;
      // In parallel fifths and octaves, two voices merge into one.
      if (now === then && (now % 12 === 7 || now % 12 === 0) && pitch !== before) cost += 4;
    }
  });
  const topLeap = Math.abs((voicing.at(-1) ?? 0) - (previous.at(-1) ?? 0));
  if (topLeap > 5) cost += topLeap;
  return cost;
}

/** Voices a chord with as little movement as possible from the previous voicing. */
export function voice(
  chord: Chord,
  rules: VoicingRules,
  previous: readonly number[] | undefined,
): number[] {
  let best: number[] | undefined;
  let bestCost = Infinity;
  for (const candidate of candidates(chord, rules)) {
    const cost = voicingCost(candidate, previous, rules);
    if (cost < bestCost) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best ?? stack(chosenTones(chord, rules), rules.low);
}

/** The pitch of a pitch class nearest to a pitch, moved by octaves into a range. */
export function nearest(tone: number, to: number, low: number, high: number): number {
  let pitch = to - 6 + pitchClass(tone - (to - 6));
  while (pitch < low) pitch += 12;
  while (pitch > high) pitch -= 12;
  return pitch;
}
