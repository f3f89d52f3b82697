import { count } from "./format.ts";

/** Everything the panel says about packs. */
export const PACKS = {
  title: "Further packs",
  lead: "A pack is a model that embeds text and music. Your folders can be embedded with more than one; a search then uses all of them. The catalogues that ship are embedded with the pack that ships only.",
  add: "Add pack…",
  addHelp:
    "Choose the folder of a pack, or of a CLAP model for transformers.js (config.json, tokenizer.json, onnx). Nothing is downloaded.",
  none: "None added.",
  remove: "Remove",
  removeHelp: "Forget this pack and what was embedded with it. Your music is not touched.",
  empty: "The folder holds no files.",
} as const;

const MEGABYTE = 1_000_000;

/** `Apache-2.0, 161 MB, 312 tracks of your folders`. */
export const packText = (licence: string, bytes: number, tracks: number): string =>
  [
    statedLicence(licence),
    sizeText(bytes),
    tracks === 0
      ? "none of your folders is embedded with it yet"
      : `${count(tracks, "track", "tracks")} of your folders`,
  ].join(", ");

/** A licence, or that it is unknown. */
export const statedLicence = (licence: string): string =>
  licence === "unknown" ? "licence unknown" : licence;

/** `161 MB`. */
export const sizeText = (bytes: number): string =>
  `${Math.max(1, Math.round(bytes / MEGABYTE))} MB`;

/** `Verifying toy-clap: 40 %`. */
export const addingText = (name: string, done: number): string =>
  `Verifying ${name}: ${Math.round(100 * done)} %`;
