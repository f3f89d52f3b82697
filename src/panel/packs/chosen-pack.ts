import { HostError } from "../../contract/errors.ts";
import type { FolderAccess } from "../../contract/folder.ts";
import type { PackAccess } from "../../contract/pack.ts";

/** Files of a pack are in its folder, or in this one below it. */
const INSIDE = /^(onnx\/)?[^/]+$/;

/**
 * The folder of a pack, of the files that a directory picker gave; only those that may belong to it.
 * @param files their `webkitRelativePath` begins with the name of the folder
 * @returns null if there are none
 */
export function chosenPack(files: readonly File[]): PackAccess | null {
  const [first] = files;
  if (first === undefined) return null;
  const name = first.webkitRelativePath.split("/")[0] ?? first.name;
  const named = new Map(
    files
      .map((file) => [file.webkitRelativePath.slice(name.length + 1), file] as const)
      .filter(([path]) => INSIDE.test(path)),
  );
  return {
    name,
    files: [...named.keys()],
    read: async (path) => {
      try {
        return new Uint8Array((await named.get(path)?.arrayBuffer()) ?? []);
      } catch (cause) {
        throw new HostError({
          what: "The file cannot be read. It was moved, changed or removed.",
          input: path,
          next: "Add the pack again.",
          cause,
        });
      }
    },
  };
}

/** The folder of a pack that the editing application reads. @throws HostError it is gone */
export async function hostPack(access: FolderAccess): Promise<PackAccess> {
  const { files } = await access.list();
  const sizes = new Map(
    files.filter(({ name }) => INSIDE.test(name)).map(({ name, bytes }) => [name, bytes] as const),
  );
  return {
    name: access.name,
    files: [...sizes.keys()],
    read: (file) => access.read(file, 0, sizes.get(file) ?? 0),
  };
}
