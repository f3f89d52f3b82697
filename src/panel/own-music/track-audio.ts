import type { Engine } from "../../contract/engine.ts";
import { AudioError } from "../../contract/errors.ts";
import type { LocalTrack } from "../../contract/track.ts";
import { endingOf } from "../../shared/importable.ts";
import { audioUrl, type ChosenFolders } from "./chosen-folders.ts";
import { decodeFile, readWhole, type OwnFile } from "./own-file.ts";

/** What the audio of tracks is found with. */
export interface TrackAudioParts {
  readonly chosen: Pick<ChosenFolders, "urlOf" | "fileAt">;
  readonly host: { fileAt(path: string): OwnFile | null };
  readonly whenReady: () => Promise<Pick<Engine, "toWav">>;
  /** Whether the browser says that it plays a media type. */
  readonly plays: (type: string) => boolean;
}

/** Media types by the endings of the files that Needledrop reads. */
const TYPES: Readonly<Record<string, string>> = {
  wav: "audio/wav",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  aac: "audio/aac",
  flac: "audio/flac",
  ogg: "audio/ogg",
  oga: "audio/ogg",
  opus: "audio/ogg; codecs=opus",
  aif: "audio/aiff",
  aiff: "audio/aiff",
};
/** Longest WAV that is made to be played: half an hour of stereo. */
const MOST_WAV = 500_000_000;

/**
 * Where the page finds the audio of tracks. It may open neither what lies in a folder that the editing
 * application reads for it, nor play every format; such a file is read first, and its format
 * converted if need be.
 */
export class TrackAudio {
  /** What was read last; the one before is let go. */
  private last: { readonly path: string; readonly url: string } | null = null;

  constructor(private readonly parts: TrackAudioParts) {}

  /** The address under which a track plays; null if it is to be read first. */
  urlOf({ audio }: LocalTrack): string | null {
    const { chosen, host } = this.parts;
    if (audio.kind === "bundled") return audio.path;
    if (this.last?.path === audio.path) return this.last.url;
    const mustBeRead =
      chosen.urlOf(audio.path) === null
        ? host.fileAt(audio.path) !== null
        : !this.isPlayed(audio.path);
    return mustBeRead ? null : audioUrl(audio, chosen);
  }

  /** Reads a track. Null if it cannot be played here; why, the editing application knows better. */
  async read(track: LocalTrack): Promise<string | null> {
    const { path } = track.audio;
    const file = this.parts.chosen.fileAt(path) ?? this.parts.host.fileAt(path);
    if (file === null) return null;
    try {
      const content = this.isPlayed(path) ? await readWhole(file) : await this.toWav(track, file);
      if (content === null) return null;
      this.letGo();
      this.last = { path, url: URL.createObjectURL(new Blob(content)) };
      return this.last.url;
    } catch {
      return null;
    }
  }

  /** Lets go of what was read last; nothing plays it any more. */
  letGo(): void {
    if (this.last !== null) URL.revokeObjectURL(this.last.url);
    this.last = null;
  }

  private isPlayed(path: string): boolean {
    const type = TYPES[endingOf(path)];
    return type !== undefined && this.parts.plays(type);
  }

  private async toWav(track: LocalTrack, file: OwnFile): Promise<Uint8Array<ArrayBuffer>[]> {
    let pieces: Uint8Array<ArrayBuffer>[] = [];
    const engine = await this.parts.whenReady();
    await engine.toWav(
      {
        ...{ name: file.name, size: file.size, seconds: track.seconds },
        read: (...place) => file.read(...place),
        decode: () => decodeFile(file),
      },
      {
        begin: (bytes) => {
          pieces = [];
          return bytes <= MOST_WAV ? Promise.resolve(true) : Promise.reject(tooLong(file.name));
        },
        write: (bytes) => {
          pieces.push(new Uint8Array(bytes));
          return Promise.resolve();
        },
      },
    );
    return pieces;
  }
}

const tooLong = (input: string): AudioError =>
  new AudioError({
    what: "The file is too long to be converted for playing.",
    input,
    next: "Play it in another program.",
  });
