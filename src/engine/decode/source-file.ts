import type { ConversionSource } from "../../contract/conversion.ts";
import type { AudioBlock } from "./block.ts";
import type { AudioFile } from "./decode.ts";

/** A file that somebody else reads, as one to decode. */
export const audioFileOf = (source: ConversionSource): AudioFile => ({
  name: source.name,
  size: source.size,
  read: (position, length) => source.read(position, length),
  readOther: () => decoded(source),
});

async function* decoded(source: ConversionSource): AsyncGenerator<AudioBlock> {
  const { sampleRate, channels } = await source.decode();
  if ((channels[0]?.length ?? 0) > 0) yield { sampleRate, channels };
}
