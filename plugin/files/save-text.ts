import type { Saved, TextFile } from "../../src/contract/cue-sheet.ts";
import { HostError } from "../../src/contract/errors.ts";
import { endingOf } from "../../src/shared/importable.ts";
import { ask, maybe } from "../premiere.ts";
import type { Uxp } from "../uxp/uxp.ts";

/**
 * See `EditorHost.saveText`.
 * @throws HostError the file does not hold the text afterwards
 */
export async function saveText(
  { localFileSystem, formats }: Pick<Uxp<unknown>["storage"], "localFileSystem" | "formats">,
  { name, text }: TextFile,
): Promise<Saved> {
  const answer = await ask("Premiere could not ask where to save the file.", name, () =>
    localFileSystem.getFileForSaving(name, { types: [endingOf(name)] }),
  );
  const file = maybe(answer) ?? null;
  if (file === null) return { path: null };
  const format = formats.utf8;
  const written = await ask("The file could not be written.", file.nativePath, async () => {
    await file.write(text, { format });
    return file.read({ format });
  });
  // Reading may take away the byte order mark, by which Excel knows UTF-8.
  if (typeof written === "string" && unmarked(written) === unmarked(text))
    return { path: file.nativePath };
  throw new HostError({
    what: "The file was not written whole.",
    input: file.nativePath,
    next: "Check that the disk is not full, or save the file elsewhere.",
  });
}

function unmarked(text: string): string {
  return text.replace(/^\uFEFF/, "");
}
