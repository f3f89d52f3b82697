import type { AssetName } from "../../contract/engine.ts";

/** One asset as the build wrote it: base64 in classic scripts, in order. */
export interface AssetFile {
  /** Paths relative to the page. */
  readonly scripts: readonly string[];
  /** Length of the whole. */
  readonly bytes: number;
  /** Length of the whole as gzip, if that is what the scripts carry; else null. */
  readonly gzipBytes: number | null;
  /** SHA-256 (hex) of the whole. */
  readonly sha256: string;
}

export interface AssetManifest {
  /** Path of the engine script, relative to the page. */
  readonly engine: string;
  /** Path of the script of transformers.js; it is read when a CLAP pack is first needed. */
  readonly transformers: string;
  /** An asset that this build leaves out is absent. */
  readonly files: Readonly<Partial<Record<AssetName, AssetFile>>>;
}

/** What UXP puts into a page that it shows in a webview. */
export interface UxpHostWindow {
  postMessage(message: unknown): void;
}

declare global {
  /** Written into the page's script by the build. */
  const __ASSETS__: AssetManifest;
  /** Version of this panel, written likewise. */
  const __VERSION__: string;

  interface Window {
    readonly uxpHost?: UxpHostWindow;
  }
}
