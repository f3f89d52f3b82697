import type { LocalAudio } from "../../contract/track.ts";
import { pathToFileUri } from "../../shared/drag-payload.ts";

/** Where the page finds the audio: bundled files lie beside it. */
export const audioUrl = (audio: LocalAudio): string =>
  audio.kind === "bundled" ? audio.path : pathToFileUri(audio.path);
