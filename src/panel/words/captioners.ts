import { sizeText, statedLicence } from "./packs.ts";

/** Everything the panel says about captioners. */
export const CAPTIONERS = {
  title: "Captioners",
  lead: "A captioner is a model that writes a sentence about a picture. Describing the selection then takes longer, and what a captioner says is marked as its words. It sees pictures only, on this machine.",
  add: "Add captioner…",
  addHelp:
    "Choose the folder of a captioner for transformers.js (config.json, tokenizer.json, onnx): vit-gpt2-image-captioning, Florence-2-base or SmolVLM-256M-Instruct. Nothing is downloaded.",
  none: "None added.",
  remove: "Remove",
  removeHelp: "Forget this captioner.",
} as const;

/** `Apache-2.0, 250 MB`. */
export const captionerText = (licence: string, bytes: number): string =>
  [statedLicence(licence), sizeText(bytes)].join(", ");
