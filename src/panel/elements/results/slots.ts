/** An element of a row, by its key, and the place in the list that it shows. */
export interface Slot {
  readonly key: number;
  readonly place: number;
}

/**
 * Gives each wanted place an element. One that shows a wanted place goes on doing so, so that what has
 * the focus keeps it; others are used again for what has come into sight; the rest is left out.
 */
export function assignSlots(before: readonly Slot[], wanted: readonly number[]): Slot[] {
  const open = new Set(wanted);
  const kept = new Set<Slot>();
  for (const slot of before) {
    if (open.delete(slot.place)) kept.add(slot);
  }
  const missing = [...open];
  const used = before.flatMap((slot) => {
    if (kept.has(slot)) return [slot];
    const place = missing.shift();
    return place === undefined ? [] : [{ key: slot.key, place }];
  });
  const next = Math.max(-1, ...before.map(({ key }) => key)) + 1;
  return [...used, ...missing.map((place, more) => ({ key: next + more, place }))];
}
