import { HostError } from "../../contract/errors.ts";
import type { FolderAccess } from "../../contract/folder.ts";
import type { LocalAudio } from "../../contract/track.ts";
import { BROWSER_PATH } from "../../shared/browser-files.ts";
import { pathToFileUri } from "../../shared/drag-payload.ts";
import { decodeFile, type OwnFile } from "./own-file.ts";

/**
 * Folders that were chosen in a browser, for as long as the page is open: a browser gives files, and
 * no way back to them after a restart.
 */
export class ChosenFolders {
  private readonly files = new Map<string, File>();
  private readonly urls = new Map<string, string>();

  /**
   * The folder of the files that a directory picker gave.
   * @param files their `webkitRelativePath` begins with the name of the folder
   * @returns null if there are none
   */
  add(files: readonly File[]): FolderAccess | null {
    const [first] = files;
    if (first === undefined) return null;
    const name = first.webkitRelativePath.split("/")[0] ?? first.name;
    const path = BROWSER_PATH + name;
    const named = new Map(
      files.map((file) => [file.webkitRelativePath.slice(name.length + 1), file] as const),
    );
    this.forget(path);
    for (const [file, content] of named) this.files.set(`${path}/${file}`, content);
    return { id: path, name, path, ...access(named) };
  }

  /** An address under which a file plays; null for what is in no chosen folder. */
  urlOf(path: string): string | null {
    const known = this.urls.get(path);
    if (known !== undefined) return known;
    const file = this.files.get(path);
    if (file === undefined) return null;
    const url = URL.createObjectURL(file);
    this.urls.set(path, url);
    return url;
  }

  /** The file at a path; null for what is in no chosen folder. */
  fileAt(path: string): OwnFile | null {
    const file = this.files.get(path);
    return file === undefined ? null : chosenFile(path, file);
  }

  private forget(folder: string): void {
    for (const path of [...this.files.keys()].filter((one) => one.startsWith(`${folder}/`))) {
      this.files.delete(path);
      URL.revokeObjectURL(this.urls.get(path) ?? "");
      this.urls.delete(path);
    }
  }
}

/** Where the page finds audio: bundled files lie beside it, and a browser gives others an address. */
export const audioUrl = (audio: LocalAudio, chosen: Pick<ChosenFolders, "urlOf">): string =>
  audio.kind === "bundled" ? audio.path : (chosen.urlOf(audio.path) ?? pathToFileUri(audio.path));

function access(files: ReadonlyMap<string, File>): Pick<FolderAccess, "list" | "read" | "decode"> {
  const fileAt = (name: string): OwnFile => {
    const file = files.get(name);
    if (file !== undefined) return chosenFile(name, file);
    throw new HostError({
      what: "The file is not in the folder.",
      input: name,
      next: "Add the folder again.",
    });
  };
  return {
    list: () =>
      Promise.resolve({
        files: [...files].map(([name, { size, lastModified }]) => ({
          ...{ name, bytes: size, modified: lastModified },
        })),
        unreadable: [],
      }),
    read: async (name, ...place) => fileAt(name).read(...place),
    decode: async (name) => decodeFile(fileAt(name)),
  };
}

function chosenFile(name: string, file: File): OwnFile {
  return {
    name,
    size: file.size,
    read: async (position, length) => {
      try {
        return new Uint8Array(await file.slice(position, position + length).arrayBuffer());
      } catch (cause) {
        throw new HostError({
          what: "The file cannot be read. It was moved, changed or removed.",
          input: name,
          next: "Add the folder again.",
          cause,
        });
      }
    },
  };
}
