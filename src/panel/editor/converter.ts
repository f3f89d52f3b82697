import type { EditorHost } from "../../contract/editor-host.ts";
import type { Engine } from "../../contract/engine.ts";
import { HostError } from "../../contract/errors.ts";
import type { LocalAudio, LocalTrack } from "../../contract/track.ts";
import { endingOf } from "../../shared/importable.ts";
import { shortHash } from "../../shared/short-hash.ts";
import { encodeBase64 } from "../loading/base64.ts";
import { decodeFile, type OwnFile } from "../own-music/own-file.ts";

/** What a conversion needs of the panel. */
export interface ConverterParts {
  /** The file at a path, if the page can read it. */
  readonly fileAt: (path: string) => OwnFile | null;
  readonly whenReady: () => Promise<Pick<Engine, "toWav">>;
}

/** How a conversion goes on, and how it ends before its time. */
export interface ConversionCourse {
  /** Share of the file that is written, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Where a WAV file is written. */
type WavHost = Pick<EditorHost, "findWav" | "writeWav" | "dropWav">;

/** Longest part of the track's own file name in that of its WAV file. */
const MOST_NAME = 100;

/** Makes WAV files, in the project's music folder, of tracks that the editor does not import. */
export class Converter {
  constructor(private readonly parts: ConverterParts) {}

  /** Whether the page can read the audio. */
  canRead(audio: LocalAudio): boolean {
    return audio.kind === "file" && this.parts.fileAt(audio.path) !== null;
  }

  /**
   * The WAV file of a track. One that is there is used again.
   * @throws AudioError the file cannot be decoded, or would be larger than 4 GB
   * @throws HostError the file cannot be read or written, or the signal was aborted
   */
  async toWav(
    track: LocalTrack,
    host: WavHost,
    { onProgress, signal }: ConversionCourse,
  ): Promise<LocalAudio> {
    const file = this.parts.fileAt(track.audio.path);
    if (file === null) throw unreadable(track.audio.path);
    const engine = await this.parts.whenReady();
    const name = wavName(track);
    let [bytes, position] = [0, 0];
    const done = { path: null as string | null };
    const source = {
      ...{ name: file.name, size: file.size, seconds: track.seconds },
      read: (at: number, length: number) => file.read(at, length),
      decode: () => decodeFile(file),
    };
    const sink = {
      begin: async (length: number) => {
        [bytes, position] = [length, 0];
        done.path = (await host.findWav({ name, bytes })).path;
        return done.path === null;
      },
      write: async (piece: Uint8Array) => {
        if (signal.aborted) throw cancelled(name);
        const data = encodeBase64(piece);
        done.path = (await host.writeWav({ name, bytes, position, data })).path;
        position += piece.length;
        onProgress(position / bytes);
      },
    };
    try {
      await engine.toWav(source, sink);
    } catch (thrown) {
      await host.dropWav(name).catch(() => undefined); // What failed first is what to tell.
      throw thrown;
    }
    if (done.path === null) throw unwritten(name);
    return { kind: "file", path: done.path };
  }
}

/**
 * The name of a track's WAV file. Many files are called `01 Intro`, so it ends with what tells this
 * one from all others and from what it was before it was changed.
 */
export function wavName({ audio, file }: LocalTrack): string {
  const { path } = audio;
  const last = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  const ending = endingOf(last);
  const own = ending === "" ? last : last.slice(0, -ending.length - 1);
  // What no file system minds; and no halves of characters where the name is cut.
  const plain = Array.from(own.replace(/[\\/:*?"<>|\p{Cc}\p{Cs}]/gu, "_").replace(/^[\s.]+/, ""));
  const tail = shortHash(`${path}\n${file?.hash ?? ""}`).slice(0, 8);
  return `${plain.slice(0, MOST_NAME).join("")} ${tail}.wav`.trimStart();
}

const unreadable = (input: string): HostError =>
  new HostError({
    what: "The panel cannot read the file, so it cannot convert it.",
    input,
    next: "Add its folder to your music, or convert the file to WAV yourself.",
  });
const cancelled = (input: string): HostError =>
  new HostError({ what: "The conversion was cancelled.", input, next: "Insert the track again." });
const unwritten = (input: string): HostError =>
  new HostError({
    what: "The converted file is not in the music folder.",
    input,
    next: "Insert the track again.",
  });
