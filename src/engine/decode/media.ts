import type { IAudioMetadata, IOptions } from "music-metadata";
import type { ByteSource } from "./byte-source.ts";

/** What a decoder library returns for a chunk of a file. */
export interface Decoded {
  readonly channelData: readonly Float32Array[];
  readonly sampleRate: number;
}

export interface ChunkDecoder {
  decode(bytes: Uint8Array): Decoded | Promise<Decoded>;
  /** Some decoders return nothing at the end. */
  flush?(): Decoded | Promise<Decoded>;
  free(): void;
}

/** The formats with a decoder library. */
export type Codec = "mp3" | "flac" | "vorbis" | "opus";

/** The libraries that read audio files. */
export interface Media {
  decoder(codec: Codec): Promise<ChunkDecoder>;
  /**
   * The tags of a file.
   * @param name of the file, whose ending says what it may be
   * @throws Error they cannot be read
   */
  metadata(file: ByteSource, name: string, options: IOptions): Promise<IAudioMetadata>;
}

// Each on first use, since each contains its WebAssembly as text. The packages are MIT, but contain
// mpg123 and codec-parser under the LGPL.
const DECODERS: Readonly<Record<Codec, () => Promise<ChunkDecoder>>> = {
  mp3: async () => (await import("@audio/decode-mp3")).decoder(),
  flac: async () => (await import("@audio/decode-flac")).decoder(),
  vorbis: async () => (await import("@audio/decode-vorbis")).decoder(),
  opus: async () => (await import("@audio/decode-opus")).decoder(),
};

/**
 * The libraries. In the worker of a page, `media-web.ts` takes the place of this file: they are
 * larger than the whole engine, and only hearing files needs them.
 * @throws AssetError they are not part of this build, or do not load.
 */
export const openMedia = (): Promise<Media> =>
  Promise.resolve({
    decoder: (codec) => DECODERS[codec](),
    metadata: async (file, name, options) => {
      const [{ parseFromTokenizer }, { FileTokenizer }] = await Promise.all([
        import("music-metadata"),
        import("./file-tokenizer.ts"),
      ]);
      return parseFromTokenizer(new FileTokenizer(file, name), options);
    },
  });
