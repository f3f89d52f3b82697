import type fs from "fs";
import type { shell, storage } from "uxp";
import type { UxpDocument, UxpElement, UxpWebView } from "./dom.ts";
import type {
  UxpFile,
  UxpFileSystem,
  UxpFolder,
  UxpFs,
  UxpKeyValueStore,
  UxpMetadata,
  UxpShell,
} from "./uxp.ts";

/**
 * Proof at compile time that every member we declare for ourselves is one that Adobe's types know
 * (their parameters and results are too loose to be held against ours).
 */
export type KnownToAdobe = [
  None<Unknown<UxpElement, HTMLElement>>,
  None<Unknown<UxpWebView, HTMLElement & HTMLWebViewElement>>,
  // The theme came with a later UXP than the types describe.
  None<Exclude<Unknown<UxpDocument, Document>, "theme">>,
  None<Unknown<UxpFile, storage.Entry & storage.File>>,
  None<Unknown<UxpFolder, storage.Folder>>,
  None<Unknown<UxpFileSystem, storage.FileSystemProvider>>,
  None<Unknown<UxpFs, typeof fs>>,
  None<Unknown<UxpMetadata, storage.EntryMetadata>>,
  None<Unknown<UxpKeyValueStore, LocalStorage>>,
  None<Unknown<UxpShell, typeof shell>>,
];

/** Members of ours that Adobe's type does not have. */
type Unknown<Ours, Adobes> = Exclude<keyof Ours, keyof Adobes>;
type None<T extends never> = T;
