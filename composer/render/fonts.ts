import { existsSync } from "node:fs";
import { UsageError } from "../lib/usage-error.ts";
import { createRng } from "../lib/rng.ts";

/** A General MIDI sound font and its usual paths. */
export interface SoundFont {
  name: string;
  files: readonly string[];
}

export const musescore: SoundFont = {
  name: "MuseScore General",
  files: [
    "/usr/share/sounds/sf3/MuseScore_General_Full.sf3",
    "/usr/share/sounds/sf3/MuseScore_General.sf3",
    "/usr/share/sounds/sf2/MuseScore_General.sf2",
  ],
};

const fluid: SoundFont = {
  name: "FluidR3 GM",
  files: ["/usr/share/sounds/sf2/FluidR3_GM.sf2", "/usr/share/soundfonts/FluidR3_GM.sf2"],
};

/** Path of the font. Throws a UsageError with the packages to install if it is missing. */
export function fontFile(font: SoundFont): string {
  const file = font.files.find((candidate) => existsSync(candidate));
  if (file === undefined) {
    throw new UsageError(
      `The sound font ${font.name} is missing (looked for ${font.files.join(", ")}). ` +
        `Debian has it as musescore-general-soundfont or fluid-soundfont-gm.`,
    );
  }
  return file;
}

/** The font that renders a piece; each font gets half of the pieces. */
export function fontFor(id: string): SoundFont {
  return createRng(`font ${id}`).chance(0.5) ? musescore : fluid;
}
