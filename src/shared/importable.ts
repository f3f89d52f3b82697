import { HostError } from "../contract/errors.ts";

/**
 * Kinds of audio file that Premiere imports (Adobe, "Supported file formats", Premiere Pro): flac,
 * ogg and opus are not among them.
 */
export const IMPORTABLE: readonly string[] = ["aac", "aif", "aiff", "bwf", "m4a", "mp3", "wav"];

/** Whether Premiere imports files of this kind. */
export function isImportable(path: string): boolean {
  return IMPORTABLE.includes(endingOf(path));
}

/** @throws HostError Premiere does not import this kind of file */
export function requireImportable({ path }: { readonly path: string }): void {
  if (isImportable(path)) return;
  const ending = endingOf(path);
  throw new HostError({
    what:
      ending === ""
        ? "Premiere does not import files without an ending."
        : `Premiere does not import .${ending} files.`,
    input: path,
    next: "Convert it to WAV and use that file.",
  });
}

/** The ending of a file's name in lower case, without the dot; empty where there is none. */
export function endingOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot + 1).toLowerCase();
}
