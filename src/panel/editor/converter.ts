import type { WavSink } from "../../contract/conversion.ts";
import type { Engine } from "../../contract/engine.ts";
import { HostError } from "../../contract/errors.ts";
import type { LocalAudio, LocalTrack } from "../../contract/track.ts";
import { endingOf } from "../../shared/importable.ts";
import { shortHash } from "../../shared/short-hash.ts";
import { decodeFile, type OwnFile } from "../own-music/own-file.ts";
import { plainName, writeWav, type WavHost, type WritingCourse } from "./write-wav.ts";

/** What a conversion needs of the panel. */
export interface ConverterParts {
  /** The file at a path, if the page can read it. */
  readonly fileAt: (path: string) => OwnFile | null;
  readonly whenReady: () => Promise<Pick<Engine, "toWav">>;
}

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
  async toWav(track: LocalTrack, host: WavHost, course: WritingCourse): Promise<LocalAudio> {
    const file = this.parts.fileAt(track.audio.path);
    if (file === null) throw unreadable(track.audio.path);
    const engine = await this.parts.whenReady();
    const source = {
      ...{ name: file.name, size: file.size, seconds: track.seconds },
      read: (at: number, length: number) => file.read(at, length),
      decode: () => decodeFile(file),
    };
    const make = (sink: WavSink): Promise<void> => engine.toWav(source, sink);
    return { kind: "file", path: await writeWav(host, wavName(track), make, course) };
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
  const tail = shortHash(`${path}\n${file?.hash ?? ""}`).slice(0, 8);
  return `${plainName(own, MOST_NAME)} ${tail}.wav`.trimStart();
}

const unreadable = (input: string): HostError =>
  new HostError({
    what: "The panel cannot read the file, so it cannot convert it.",
    input,
    next: "Add its folder to your music, or convert the file to WAV yourself.",
  });
