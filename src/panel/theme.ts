import type { Color } from "@spectrum-web-components/theme/src/theme-interfaces.js";
import type { Theme } from "../contract/editor-host.ts";

/** Spectrum's colour for the editor's theme; without an editor, for what the system prefers. */
export function spectrumColor(theme: Theme | null, systemIsDark: boolean): Color {
  return theme ?? (systemIsDark ? "dark" : "light");
}
