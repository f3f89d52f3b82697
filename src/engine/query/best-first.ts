/**
 * The items in order, the best first, as far as they are asked for: a heap, so that the first few of
 * many cost little more than looking at all of them once. `items` is used up.
 * @param isBetter a strict order of the items
 */
export function* bestFirst(
  items: number[],
  isBetter: (a: number, b: number) => boolean,
): Generator<number, void> {
  for (let i = (items.length >>> 1) - 1; i >= 0; i -= 1) sink(items, i, isBetter);
  for (;;) {
    const [best] = items;
    const last = items.pop();
    if (best === undefined || last === undefined) return;
    yield best;
    if (items.length === 0) return;
    items[0] = last;
    sink(items, 0, isBetter);
  }
}

/** Moves an item down until neither of the two items below it is better. */
function sink(heap: number[], from: number, isBetter: (a: number, b: number) => boolean): void {
  const item = heap[from] ?? 0;
  let at = from;
  for (;;) {
    const left = 2 * at + 1;
    const right = left + 1;
    if (left >= heap.length) break;
    const isRight = right < heap.length && isBetter(heap[right] ?? 0, heap[left] ?? 0);
    const below = isRight ? right : left;
    const better = heap[below] ?? 0;
    if (!isBetter(better, item)) break;
    heap[at] = better;
    at = below;
  }
  heap[at] = item;
}
