import * as v from "valibot";
import type { FilePieceRequest } from "../../contract/host-folders.ts";
import { LocalAudioSchema } from "../../contract/track.ts";
import type { AudioLibrary } from "./audio-library.ts";
import { bundledMissing } from "./refusals.ts";

/**
 * Bytes of the audio that ships. See `EditorHost.readFile`, for `BUNDLED_FOLDER`.
 * @throws HostError there is no such audio
 */
export async function readBundled(
  library: Pick<AudioLibrary, "content">,
  { name, position, length }: FilePieceRequest,
): Promise<string> {
  const isAudio = v.is(LocalAudioSchema, { kind: "bundled", path: name });
  const content = isAudio ? await library.content(name) : null;
  if (content === null) throw bundledMissing(name);
  return btoa(content.slice(position, position + length));
}
