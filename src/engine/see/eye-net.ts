import * as v from "valibot";
import type { AssetSource } from "../../contract/engine.ts";
import { PackError } from "../../contract/errors.ts";
import type { Runtime } from "../encode/runtime.ts";
import { sha256 } from "../sha256.ts";

/** Pixels along each edge of what the net looks at. */
export const EDGE = 224;
/** Classes that the net tells apart: those of ImageNet (ILSVRC 2012), in its order. */
export const CLASSES = 1000;
/** Numbers that describe a picture, whatever its class. */
export const FEATURES = 1280;

/** What the net says about a picture. */
export interface Glance {
  /** [CLASSES] Their sum is 1. */
  readonly probabilities: Float32Array;
  /** [FEATURES] Each 0 to 6. */
  readonly features: Float32Array;
}

/** Looks at pictures (models/needledrop-eye). */
export interface EyeNet {
  /**
   * @param pixels [EDGE, EDGE, 3]: red, green, blue; 0 to 255
   * @throws DeviceError the device failed.
   */
  look(pixels: Float32Array): Promise<Glance>;
  /** Frees the net. No call may follow. */
  release(): Promise<void>;
}

const FILE = "eye.onnx";

/** eye.json, as far as it is read. */
const FactsSchema = v.object({
  format: v.literal(1),
  edge: v.literal(EDGE),
  classes: v.literal(CLASSES),
  features: v.literal(FEATURES),
  files: v.object({ [FILE]: v.object({ sha256: v.string() }) }),
});

/**
 * Makes the net from its files.
 * @throws AssetError a file of it does not load.
 * @throws PackError a file of it is damaged, or of another version.
 * @throws DeviceError the device cannot run it.
 */
export async function createEyeNet(assets: AssetSource, runtime: Runtime): Promise<EyeNet> {
  const [facts, bytes] = await Promise.all([
    assets.read("eye/eye.json"),
    assets.read("eye/eye.onnx"),
  ]);
  if ((await sha256(Uint8Array.from(bytes))) !== factsIn(facts).files[FILE].sha256) {
    throw damaged("The net that looks at pictures is damaged.", FILE);
  }
  const graph = await runtime.open(FILE, bytes, CLASSES + FEATURES, "seen");
  return {
    look: async (pixels) => {
      const pictures = { type: "float32", data: pixels, dims: [1, pixels.length] } as const;
      const seen = await graph.run({ pictures }, 1);
      return {
        probabilities: softmax(seen.subarray(0, CLASSES)),
        features: seen.slice(CLASSES),
      };
    },
    release: () => graph.release(),
  };
}

function softmax(logits: Float32Array): Float32Array {
  const largest = logits.reduce((most, logit) => Math.max(most, logit), -Infinity);
  const powers = logits.map((logit) => Math.exp(logit - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function factsIn(bytes: Uint8Array): v.InferOutput<typeof FactsSchema> {
  try {
    return v.parse(FactsSchema, JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw damaged(
      "The facts of the net that looks at pictures are not as expected.",
      "eye.json",
      cause,
    );
  }
}

const damaged = (what: string, input: string, cause?: unknown): PackError =>
  new PackError({ what, input, next: "Reinstall Needledrop.", cause });
