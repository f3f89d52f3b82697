import { readFile } from "node:fs/promises";
import { UsageError } from "../../contract/errors.ts";
import { nodeRuntime } from "../../engine/encode/runtime-node.ts";
import { openCaptioner } from "../../engine/see/captioners/open-captioner.ts";
import { readArguments } from "../arguments.ts";
import { diskAssets } from "../assets.ts";
import type { Outcome } from "../command.ts";
import { captionerFolder, readCaptioner } from "./kept-captioners.ts";
import { readPpm } from "./ppm.ts";

const NAME = "captioner try";

/** `needledrop captioner try`: what it says of a picture, and how long that takes on one thread. */
export async function tryOne(args: readonly string[]): Promise<Outcome> {
  const { positionals } = readArguments(NAME, args, { json: { type: "boolean" } });
  const [name, file, ...more] = positionals;
  if (name === undefined || file === undefined || more.length > 0) {
    throw new UsageError({
      what: `"needledrop ${NAME}" takes the name of a captioner and a picture.`,
      next: `Run "needledrop captioner try NAME picture.ppm".`,
    });
  }
  const folder = await captionerFolder(name);
  const picture = readPpm(file, await readFile(file).catch(unreadable(file)));
  const begun = performance.now();
  const runtime = await nodeRuntime()("wasm", diskAssets({ pack: folder }));
  const captioner = await openCaptioner(await readCaptioner(folder), runtime);
  try {
    const opened = performance.now();
    const text = await captioner.caption(picture);
    const ms = {
      open: Math.round(opened - begun),
      caption: Math.round(performance.now() - opened),
    };
    return {
      json: { captioner: name, text, ms },
      text: `${text ?? "It says nothing of use."}\nOpened in ${ms.open} ms, written in ${ms.caption} ms.`,
    };
  } finally {
    await captioner.release();
  }
}

const unreadable =
  (input: string) =>
  (cause: unknown): never => {
    throw new UsageError({
      what: "The picture cannot be read.",
      input,
      next: "Give the path of a picture.",
      cause,
    });
  };
