import { add } from "../captioners/add-command.ts";
import { list } from "../captioners/list-command.ts";
import { remove } from "../captioners/remove-command.ts";
import { tryOne } from "../captioners/try-command.ts";
import type { Command } from "../command.ts";
import { runPart } from "../command-parts.ts";

const PARTS = { add, list, remove, try: tryOne };

/** `needledrop captioner`, with the four commands below it. */
export const captioner: Command = {
  name: "captioner",
  summary: "Add a model that writes about pictures, try it, list those, or remove one.",
  help: `Usage: needledrop captioner add DIR [--name NAME]
       needledrop captioner list
       needledrop captioner remove NAME
       needledrop captioner try NAME PICTURE

A captioner writes a sentence about a picture. "add" verifies one and copies it to where your
captioners are kept. DIR holds a model in a layout of transformers.js: config.json, tokenizer.json,
tokenizer_config.json, preprocessor_config.json, and in the folder onnx the graphs of
  vit-gpt2-image-captioning: encoder_model*.onnx, decoder_model_merged*.onnx
  Florence-2-base: vision_encoder*, embed_tokens*, encoder_model*, decoder_model_merged*
  SmolVLM-256M-Instruct: vision_encoder*, embed_tokens*, decoder_model_merged*, and beside
    config.json its processor_config.json
Of several files for a graph, eight-bit weights are used. Nothing is downloaded.
"try" says what a captioner makes of a picture (PPM, P6), and how long that takes on one thread.
The panel has captioners of its own, which are added there.

Options:
  --name NAME    what to call it (default: the name that it gives itself)
  --json         print JSON
  --help         print this

Captioners are kept in the folder for application data; NEEDLEDROP_CAPTIONERS names another.`,
  run: runPart("captioner", PARTS),
};
