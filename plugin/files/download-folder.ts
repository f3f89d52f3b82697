import type { DownloadFolder, PartFile } from "../../src/shared/download/download.ts";
import { orElse } from "../premiere.ts";
import { isFile, type Uxp, type UxpFile, type UxpFolder } from "../uxp/uxp.ts";

type Formats = Uxp<unknown>["storage"]["formats"];

/** A folder that the editor has chosen, as one that takes downloads. */
export function uxpDownloadFolder(folder: UxpFolder, formats: Formats): DownloadFolder {
  const fileAt = async (name: string): Promise<UxpFile | null> => {
    const entry = await orElse(null, () => folder.getEntry(name));
    return entry !== null && isFile(entry) ? entry : null;
  };
  return {
    path: folder.nativePath,
    size: async (name) => {
      const file = await fileAt(name);
      return file === null ? null : (await file.getMetadata()).size;
    },
    readText: async (name) => {
      const text = await (await fileAt(name))?.read({ format: formats.utf8 });
      return typeof text === "string" ? text : null;
    },
    writeText: async (name, text) => {
      const file = await folder.createFile(name, { overwrite: true });
      await file.write(text, { format: formats.utf8 });
    },
    remove: async (name) => {
      await (await fileAt(name))?.delete();
    },
    begin: async (name) => partFile(folder, await folder.createFile(name, { overwrite: true })),
  };

  function partFile(into: UxpFolder, file: UxpFile): PartFile {
    let isThere = true;
    return {
      append: async (bytes) => {
        // The whole buffer is written, whichever part of it a view shows.
        const { buffer } = new Uint8Array(bytes);
        await file.write(buffer, { format: formats.binary, append: true });
      },
      finish: async (name) => {
        await file.moveTo(into, { newName: name, overwrite: false });
        isThere = false;
      },
      discard: async () => {
        // After a move the handle may stand for the file under its own name.
        if (isThere) await file.delete();
      },
    };
  }
}
