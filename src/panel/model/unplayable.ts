import { AudioError } from "../../contract/errors.ts";
import type { LocalTrack } from "../../contract/track.ts";
import { isImportable } from "../../shared/importable.ts";

/** Why a track does not play: what a page is told about a file is little. */
export function unplayable({ audio, title }: LocalTrack): AudioError {
  return new AudioError(
    audio.kind === "file"
      ? {
          what: `“${title}” cannot be played here. Its file is missing, or this panel may not read it.`,
          input: audio.path,
          next: isImportable(audio.path)
            ? "Play it in the editor's source monitor, or choose another track."
            : "Update its folder, or choose another track.",
        }
      : {
          what: `“${title}” cannot be played. Its file is missing or is not audio.`,
          input: audio.path,
          next: "Restore the file, or choose another track.",
        },
  );
}
