import type { WireError } from "../../contract/errors.ts";
import type { EmbeddedFile } from "../../engine/library/embed-all.ts";

/** What an embedding thread needs to start. */
export interface WorkerSetup {
  /** Folder of the pack. */
  readonly pack: string;
  /** Whether files are listened to as well. */
  readonly hear: boolean;
}

/** To the thread: embed this file. One task at a time. */
export interface WorkerTask {
  readonly path: string;
}

/** From the thread: any number of `alive`, and then one of the others. */
export type WorkerAnswer =
  | { readonly kind: "alive" }
  | { readonly kind: "embedded"; readonly file: EmbeddedFile }
  | { readonly kind: "failed"; readonly error: WireError };
