import type { ConversionSource } from "../../contract/conversion.ts";
import type { EditorHost } from "../../contract/editor-host.ts";
import { HostError } from "../../contract/errors.ts";
import type { LocalTrack } from "../../contract/track.ts";
import { bundledFile } from "../own-music/host-folders.ts";
import { decodeFile, type OwnFile } from "../own-music/own-file.ts";

/** Where the audio of tracks is read. */
export interface FitSources {
  /** The file at a path, if it lies in a folder that the page or its host reads. */
  readonly fileAt: (path: string) => OwnFile | null;
  readonly host: () => Pick<EditorHost, "readFile"> | null;
}

/**
 * The audio of a track, as the engine reads it.
 * @param signal once it is aborted, every read rejects, and the engine's work on it ends
 * @throws HostError nobody can read it for this page
 */
export function fitSource(
  { audio, seconds }: LocalTrack,
  { fileAt, host }: FitSources,
  signal: AbortSignal,
): ConversionSource {
  const reader = host();
  const file =
    audio.kind === "file"
      ? fileAt(audio.path)
      : reader === null
        ? null
        : bundledFile(reader, audio.path);
  if (file === null) throw unreadable(audio.path);
  const stillWanted = (): void => {
    if (signal.aborted) throw cancelled(file.name);
  };
  return {
    ...{ name: file.name, size: file.size, seconds },
    read: async (position, length) => {
      stillWanted();
      const bytes = await file.read(position, length);
      stillWanted();
      return bytes;
    },
    decode: async () => {
      stillWanted();
      return decodeFile(file);
    },
  };
}

const unreadable = (input: string): HostError =>
  new HostError({
    what: "The panel cannot read the audio of this track, so it cannot fit it.",
    input,
    next: "Add the folder of the file to your music, or open the panel in the editor.",
  });
const cancelled = (input: string): HostError =>
  new HostError({ what: "Fitting was cancelled.", input, next: "Fit the track again." });
