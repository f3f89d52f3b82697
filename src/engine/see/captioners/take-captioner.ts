import type { AssetSource } from "../../../contract/engine.ts";
import { DeviceError, PackError } from "../../../contract/errors.ts";
import type { Picture } from "../../../contract/sight.ts";
import type { PackFolder } from "../../encode/pack-folder.ts";
import type { OpenRuntime } from "../../encode/runtime.ts";
import { describeCaptioner, USE } from "./describe-captioner.ts";
import { keptCaptioner, MANIFEST, type KeptCaptioner } from "./kept-captioner.ts";
import { openCaptioner } from "./open-captioner.ts";

/** A captioner that was verified, and its files as they are to be kept. */
export interface TakenCaptioner extends KeptCaptioner {
  readonly licence: string;
  /** All its files, captioner.json among them. */
  readonly files: readonly string[];
}

/** What it takes to take a captioner in. */
export interface TakeOptions {
  readonly runtime: OpenRuntime;
  /** Where the runtime's files come from. */
  readonly assets: AssetSource;
  /** Called as it goes on, with the share that is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/** Shares that are done once the files have been read, and once the models are open. */
const READ = 0.4;
const OPENED = 0.7;

/**
 * Takes in a folder with a captioner: its files are hashed, its models opened, and it writes about a
 * picture.
 * @throws PackError it is none, or something in it is missing, damaged, or does not fit.
 * @throws DeviceError the device cannot run the model.
 */
export async function takeCaptioner(
  folder: PackFolder,
  { runtime, assets, onProgress }: TakeOptions,
): Promise<TakenCaptioner> {
  const manifest = await describeCaptioner(folder);
  onProgress?.(READ);
  const made = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  const read = (file: string): Promise<Uint8Array<ArrayBuffer>> =>
    file === MANIFEST ? Promise.resolve(made) : folder.read(file);
  const captioner = await keptCaptioner(read);
  await tryOut(captioner, { runtime, assets }, () => onProgress?.(OPENED));
  onProgress?.(1);
  const files = [MANIFEST, ...Object.keys(manifest.files)];
  return { ...captioner, read, licence: manifest.licence.id, files };
}

/** It must write about a picture without failing; what it writes of two stripes is no matter. */
async function tryOut(
  captioner: KeptCaptioner,
  { runtime, assets }: Pick<TakeOptions, "runtime" | "assets">,
  onOpen: () => void,
): Promise<void> {
  const opened = await openCaptioner(captioner, await runtime("wasm", assets));
  onOpen();
  let steps = 0;
  // The first token takes all models; the second, what the first has left to it.
  await opened
    .caption(STRIPES, () => (steps += 1) > 3)
    .catch((thrown: unknown) => {
      if (thrown instanceof DeviceError) throw unfit(thrown);
      throw thrown;
    })
    .finally(() => opened.release());
}

const STRIPES: Picture = {
  ...{ at: 0, clip: "", width: 32, height: 16 },
  rgba: Uint8ClampedArray.from({ length: 4 * 32 * 16 }, (_, i) => (i % 128 < 64 ? 40 : 220)),
};

const unfit = (cause: DeviceError): PackError =>
  new PackError({
    what: "The captioner's files do not fit each other: it cannot write about a picture.",
    ...(cause.input === undefined ? {} : { input: cause.input }),
    next: USE,
    cause,
  });
