/**
 * Whether two words differ by at most `most` letters left out, put in, replaced, or swapped with
 * their neighbour (Damerau-Levenshtein distance, no letter changed twice). Gives the distance, or
 * `most + 1` for every greater one. Only cells near the diagonal are computed, at most
 * (2 most + 1) for each letter.
 */
export function editDistance(a: string, b: string, most: number): number {
  const far = most + 1;
  if (Math.abs(a.length - b.length) > most) return far;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, far));
  for (let i = 1; i <= a.length; i += 1) {
    const row = new Array<number>(b.length + 1).fill(far);
    row[0] = Math.min(i, far);
    let least = row[0];
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const cell = Math.min(
        (last[j] ?? far) + 1,
        (row[j - 1] ?? far) + 1,
        (last[j - 1] ?? far) + (same ? 0 : 1),
        swapped ? (beforeLast[j - 2] ?? far) + 1 : far,
        far,
      );
      row[j] = cell;
      least = Math.min(least, cell);
    }
    if (least === far) return far;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? far;
}
