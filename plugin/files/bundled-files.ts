import * as v from "valibot";
import { HostError } from "../../src/contract/errors.ts";
import type { FilePieceRequest } from "../../src/contract/host-folders.ts";
import { LocalAudioSchema } from "../../src/contract/track.ts";
import { ask, orElse } from "../premiere.ts";
import { base64 } from "../uxp/base64.ts";
import type { UxpFile, UxpFileSystem } from "../uxp/uxp.ts";
import type { FileParts } from "./file-parts.ts";
import { fileIn } from "./folder-files.ts";

/** Where the page lies inside the plugin's folder; bundled audio is named relative to it. */
const PAGE_FOLDER = "page";

type PluginFolder = Pick<UxpFileSystem, "getPluginFolder">;

/** A file of the audio that ships. @throws HostError it is missing */
export async function bundledFile(fileSystem: PluginFolder, path: string): Promise<UxpFile> {
  const file = await orElse(null, async () =>
    fileIn(await fileSystem.getPluginFolder(), `${PAGE_FOLDER}/${path}`),
  );
  if (file !== null) return file;
  throw missing(path);
}

/**
 * Bytes of the audio that ships. See `EditorHost.readFile`, for `BUNDLED_FOLDER`.
 * @throws HostError there is no such audio, or it cannot be read
 */
export async function readBundled(
  fileSystem: PluginFolder,
  parts: FileParts,
  { name, position, length }: FilePieceRequest,
): Promise<string> {
  // Nothing else that lies in the plugin's folder.
  if (!v.is(LocalAudioSchema, { kind: "bundled", path: name })) throw missing(name);
  const file = await bundledFile(fileSystem, name);
  return ask("The audio of this track cannot be read.", name, async () =>
    base64(await parts.read(file, position, length)),
  );
}

const missing = (input: string): HostError =>
  new HostError({
    what: "The audio of this track is missing from the plugin.",
    input,
    next: "Reinstall Needledrop.",
  });
