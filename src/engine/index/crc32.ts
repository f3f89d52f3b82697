// With four tables the loop handles four bytes at a time, which is about three times as fast.
const TABLES = makeTables();

/** CRC-32 (IEEE 802.3, as in gzip and PNG) as an unsigned number. */
export function crc32(bytes: Uint8Array): number {
  const [t0, t1, t2, t3] = TABLES;
  let crc = 0xffffffff;
  let i = 0;
  for (; i + 4 <= bytes.length; i += 4) {
    crc ^=
      at(bytes, i) | (at(bytes, i + 1) << 8) | (at(bytes, i + 2) << 16) | (at(bytes, i + 3) << 24);
    crc =
      at(t3, crc & 255) ^
      at(t2, (crc >>> 8) & 255) ^
      at(t1, (crc >>> 16) & 255) ^
      at(t0, crc >>> 24);
  }
  for (; i < bytes.length; i += 1) crc = at(t0, (crc ^ at(bytes, i)) & 255) ^ (crc >>> 8);
  return ~crc >>> 0;
}

function at(array: Uint8Array | Int32Array, index: number): number {
  return array[index] ?? 0;
}

function makeTables(): [Int32Array, Int32Array, Int32Array, Int32Array] {
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
    return crc;
  });
  // Each table holds the effect of a byte one position further on than the table before it.
  const next = (table: Int32Array): Int32Array =>
    table.map((crc) => at(first, crc & 255) ^ (crc >>> 8));
  const second = next(first);
  const third = next(second);
  return [first, second, third, next(third)];
}
