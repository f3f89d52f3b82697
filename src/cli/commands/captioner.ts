import { UsageError } from "../../contract/errors.ts";
import { add } from "../captioners/add-command.ts";
import { list } from "../captioners/list-command.ts";
import { remove } from "../captioners/remove-command.ts";
import { tryOne } from "../captioners/try-command.ts";
import type { Command, Outcome } from "../command.ts";
import type { Terminal } from "../terminal.ts";

type Part = (args: readonly string[], terminal: Terminal) => Promise<Outcome>;
const PARTS: ReadonlyMap<string, Part> = new Map([
  ["add", add],
  ["list", list],
  ["remove", remove],
  ["try", tryOne],
]);

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
  run: async ([name, ...args], terminal) => {
    const part = name === undefined ? undefined : PARTS.get(name);
    if (part !== undefined) return part(args, terminal);
    throw new UsageError({
      what: '"needledrop captioner" takes "add", "list", "remove" or "try".',
      ...(name === undefined ? {} : { input: name }),
      next: 'Run "needledrop captioner --help" for an explanation.',
    });
  },
};
