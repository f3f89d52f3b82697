// Names of files are relative, with forward slashes, on every machine.

/** The name without its folders. */
export const baseName = (name: string): string => name.slice(name.lastIndexOf("/") + 1);

/** The folder that a file lies in, or a folder in another; "" for the outermost. */
export const folderOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf("/")));

/** Where the ending begins, with its dot; the length of a name without one. */
export function endingAt(name: string): number {
  const dot = name.lastIndexOf(".");
  return dot <= name.lastIndexOf("/") + 1 ? name.length : dot;
}
