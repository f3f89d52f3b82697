import { HostError } from "../../src/contract/errors.ts";
import type { FolderAccess } from "../../src/contract/folder.ts";
import { sine, wavBytes } from "../cli/support/wav-bytes.ts";

const shape = { sampleRate: 8000, channels: 1, bits: 16 } as const;
/** A WAV file. */
export const tone = (seconds: number, hertz: number): Uint8Array =>
  wavBytes(shape, seconds * 8000, sine(hertz, 8000));

/** A folder in memory. */
export interface ToyFolder extends FolderAccess {
  readonly files: Map<string, Uint8Array>;
  /** Names of files whose first byte was read, once each time. */
  readonly begun: string[];
  /** Called before a file is read. */
  onRead: (name: string) => void;
}

/** Files of 2, 3 and 4 seconds. */
export function music(id = "mine"): ToyFolder {
  const files = new Map([
    ["a.wav", tone(2, 300)],
    ["b.wav", tone(3, 400)],
    ["c.wav", tone(4, 500)],
  ]);
  const folder: ToyFolder = {
    ...{ id, name: "My music", path: "/music", files, begun: [], onRead: () => undefined },
    list: () =>
      Promise.resolve({
        files: [...files].map(([name, { length }]) => ({ name, bytes: length, modified: 1 })),
        unreadable: [],
      }),
    read: (name, position, length) => {
      if (position === 0 && length > 10_000) folder.begun.push(name);
      folder.onRead(name);
      const bytes = files.get(name);
      if (bytes === undefined) {
        return Promise.reject(new HostError({ what: "Gone.", input: name, next: "Wait." }));
      }
      return Promise.resolve(bytes.slice(position, position + length));
    },
    decode: () => Promise.reject(new Error("not asked for")),
  };
  return folder;
}
