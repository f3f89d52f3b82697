import type { AssetName } from "../../contract/engine.ts";

/** One asset as the build wrote it: letters in classic scripts, in order. */
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

/** The assets of this build; one that it leaves out is absent. */
export type AssetManifest = Readonly<Partial<Record<AssetName, AssetFile>>>;

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
