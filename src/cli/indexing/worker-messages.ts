import type { WireError } from "../../contract/errors.ts";
import type { EmbeddedFile } from "./embed-file.ts";

/** What an embedding thread is started with. */
export interface WorkerSetup {
  /** Folder of the pack. */
  readonly pack: string;
}

/** To the thread: embed this file. One at a time. */
export interface WorkerTask {
  readonly path: string;
}

/** From the thread; `alive` comes any number of times before one of the others. */
export type WorkerAnswer =
  | { readonly kind: "alive" }
  | { readonly kind: "embedded"; readonly file: EmbeddedFile }
  | { readonly kind: "failed"; readonly error: WireError };
