import type { Check } from "../../src/contract/host-check.ts";
import { OwnFolders } from "../files/own-folders.ts";
import type { PremiereSurroundings } from "../premiere-host.ts";
import { isFile, type UxpFile, type UxpFs } from "../uxp/uxp.ts";
import { failed, look, note, ok, okIf, type Finding } from "./look.ts";

type Around = Pick<PremiereSurroundings, "fs" | "memory" | "uxp">;

/** What converting and reading the editor's own files depends on, and Adobe does not document. */
export function checkFiles({ fs, memory, uxp }: Around): Promise<Check[]> {
  const { localFileSystem, formats } = uxp.storage;
  return Promise.all([
    look("append", "Files grow by what is appended", async () => {
      const folder = await localFileSystem.getTemporaryFolder();
      const file = await folder.createFile("needledrop-check.txt", { overwrite: true });
      try {
        for (const part of ["ab", "c"])
          await file.write(part, { format: formats.utf8, append: true });
        const text = await file.read({ format: formats.utf8 });
        const { size } = await file.getMetadata();
        return okIf(
          text === "abc" && size === 3,
          `It holds ${JSON.stringify(text)}, ${size} bytes.`,
        );
      } finally {
        await file.delete();
      }
    }),
    look("parts", "Your own files are read in parts", async () => {
      const folders = new OwnFolders(localFileSystem, memory);
      const [first] = folders.known();
      if (first === undefined) return note("Add a folder of your own music, then check again.");
      const file = (await (await folders.reach(first.id)).getEntries()).find(isFile);
      return file === undefined ? note("Your first folder holds no file.") : inParts(fs, file);
    }),
  ]);
}

/** Reading whole works as well, but takes longer and has a limit; so it is no failure. */
async function inParts(fs: UxpFs | null, file: UxpFile): Promise<Finding> {
  if (fs === null) return note("There is no fs; files are read whole.");
  const { size } = await file.getMetadata();
  if (size === 0) return note("The first file of your first folder is empty.");
  try {
    const descriptor = await fs.open(file.nativePath, "r");
    try {
      const { bytesRead } = await fs.read(descriptor, new ArrayBuffer(1), 0, 1, size - 1);
      return bytesRead === 1
        ? ok("fs reads at a position.")
        : failed(`fs reads ${bytesRead} bytes.`);
    } finally {
      await fs.close(descriptor);
    }
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    return note(`Files are read whole: ${why}`);
  }
}
