import * as v from "valibot";
import type { DecodedFile } from "./folder.ts";
import { PieceSchema } from "./host-folders.ts";
import { index, text } from "./values.ts";

/** A WAV file states its length in 32 bits. */
export const MOST_WAV_BYTES = 0xffff_ffff;

/** Name of a file in the project's music folder that every system takes. */
const wavName = v.pipe(
  text(200),
  v.regex(/^[^\s./\\:*?"<>|][^/\\:*?"<>|\p{Cc}]*\.wav$/u, "must be the name of a WAV file"),
);

/** A WAV file that the panel makes of a track whose own format the application does not import. */
export const WavFileSchema = v.object({
  name: wavName,
  /** Its length. */
  bytes: v.pipe(index, v.minValue(1), v.maxValue(MOST_WAV_BYTES)),
});
/** See `WavFileSchema`. */
export type WavFile = v.InferOutput<typeof WavFileSchema>;

/** The next bytes of a WAV file. */
export const WavPieceSchema = v.object({
  ...WavFileSchema.entries,
  /** Where they belong: at what was written so far, or at 0 to begin anew. */
  position: index,
  data: PieceSchema,
});
/** See `WavPieceSchema`. */
export type WavPiece = v.InferOutput<typeof WavPieceSchema>;

/** Where the whole file lies; null as long as it does not. */
export const WrittenSchema = v.object({ path: v.nullable(text(4000)) });
/** See `WrittenSchema`. */
export type Written = v.InferOutput<typeof WrittenSchema>;

/** A file that the engine converts. The engine cannot open files, so the page reads it. */
export interface ConversionSource {
  /** For errors. */
  readonly name: string;
  /** In bytes; Infinity if it is not known. */
  readonly size: number;
  /** The length of its track in seconds, as it was indexed. */
  readonly seconds: number;
  /**
   * Bytes from `position` on.
   * @returns `length` bytes, fewer only where the file ends
   * @throws HostError the file is gone, or may not be read
   */
  read(position: number, length: number): Promise<Uint8Array>;
  /** See `FolderAccess.decode`. */
  decode(): Promise<DecodedFile>;
}

/** What takes a WAV file, from its beginning to its end. */
export interface WavSink {
  /**
   * Called before the first byte; and once more, to begin anew, if the audio turns out to be longer
   * or shorter than its track.
   * @param bytes length of the whole file
   * @returns whether to go on; false where it is there already
   */
  begin(bytes: number): Promise<boolean>;
  /** @param bytes the next ones, at most `PIECE_BYTES` of them */
  write(bytes: Uint8Array): Promise<void>;
}
