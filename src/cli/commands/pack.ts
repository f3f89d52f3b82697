import type { Command } from "../command.ts";
import { runPart } from "../command-parts.ts";
import { add } from "../packs/add-command.ts";
import { list } from "../packs/list-command.ts";
import { remove } from "../packs/remove-command.ts";

const PARTS = { add, list, remove };

/** `needledrop pack`, with the three commands below it. */
export const pack: Command = {
  name: "pack",
  summary: "Add a model that embeds text and audio, list those that are there, or remove one.",
  help: `Usage: needledrop pack add DIR [--name NAME]
       needledrop pack list
       needledrop pack remove NAME

A pack is a model that embeds text and audio. "add" verifies one and copies it to where your packs
are kept. DIR holds either
  a pack of Needledrop (pack.json), also one that "lab import" has made, or
  a CLAP model in the layout of transformers.js: config.json, tokenizer.json, tokenizer_config.json,
  preprocessor_config.json, onnx/text_model*.onnx and onnx/audio_model*.onnx, for instance
  Xenova/clap-htsat-unfused. Of several, eight-bit weights are used. Nothing is downloaded.

Options:
  --name NAME    what to call it (default: the name that it gives itself)
  --json         print JSON
  --help         print this

An index belongs to one pack: embed your music with each, and search with all of them.
  needledrop pack add ~/models/clap-htsat-unfused
  needledrop index ~/Music --out clap.ndx --pack clap-htsat-unfused
  needledrop search "car chase" --pack needledrop-base --pack clap-htsat-unfused \\
    --index mine.ndx --index clap.ndx

Packs are kept in the folder for application data; NEEDLEDROP_PACKS names another.`,
  run: runPart("pack", PARTS),
};
