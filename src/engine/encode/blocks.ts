import type { SectionSamples } from "./sections.ts";

/** Sections as blocks, of which each is there once, however many sections it belongs to. */
export interface SharedBlocks {
  /** How many blocks there are. */
  readonly count: number;
  /** float32 [count x samples of a block]. */
  readonly audio: Float32Array;
  /** int64 [sections x blocks per section]: the blocks of each section, in order of time. */
  readonly sections: BigInt64Array;
}

/**
 * Divides sections of one track into blocks. Blocks that start at the same sample are the same
 * block, so sections that start on a grid of blocks share them.
 * @param sections at least one; each as long as `blocksPerSection` whole blocks
 */
export function shareBlocks(
  sections: readonly SectionSamples[],
  blocksPerSection: number,
): SharedBlocks {
  const length = (sections[0]?.samples.length ?? 0) / blocksPerSection;
  const blocks: Float32Array[] = [];
  const rowOf = new Map<number, number>();
  const rows = sections.flatMap(({ start, samples }) =>
    Array.from({ length: blocksPerSection }, (_, i) => {
      const offset = i * length;
      const known = rowOf.get(start + offset);
      if (known !== undefined) return known;
      rowOf.set(start + offset, blocks.length);
      return blocks.push(samples.subarray(offset, offset + length)) - 1;
    }),
  );
  const audio = new Float32Array(blocks.length * length);
  blocks.forEach((block, row) => audio.set(block, row * length));
  return { count: blocks.length, audio, sections: BigInt64Array.from(rows, BigInt) };
}
