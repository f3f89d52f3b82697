/**
 * The items in order, the best first, as far as they are asked for: a heap, so that the first few of
 * many cost little more than looking at all of them once. `items` is used up.
 * @param isBetter a strict order of the items
 */
export function* bestFirst(
  items: Int32Array,
  isBetter: (a: number, b: number) => boolean,
): Generator<number, void> {
  for (let i = (items.length >>> 1) - 1; i >= 0; i -= 1) sink(items, items.length, i, isBetter);
  for (let left = items.length - 1; left >= 0; left -= 1) {
    yield items[0] ?? 0;
    items[0] = items[left] ?? 0;
    sink(items, left, 0, isBetter);
  }
}

/** Moves an item down until neither of the two items below it, of the first `size`, is better. */
function sink(
  heap: Int32Array,
  size: number,
  from: number,
  isBetter: (a: number, b: number) => boolean,
): void {
  const item = heap[from] ?? 0;
  let at = from;
  for (;;) {
    const left = 2 * at + 1;
    const right = left + 1;
    if (left >= size) break;
    const isRight = right < size && isBetter(heap[right] ?? 0, heap[left] ?? 0);
    const below = isRight ? right : left;
    const better = heap[below] ?? 0;
    if (!isBetter(better, item)) break;
    heap[at] = better;
    at = below;
  }
  heap[at] = item;
}
