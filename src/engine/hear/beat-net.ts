import * as v from "valibot";
import type { AssetSource } from "../../contract/engine.ts";
import { PackError } from "../../contract/errors.ts";
import type { Runtime } from "../encode/runtime.ts";
import { sha256 } from "../sha256.ts";
import { FRAME_RATE } from "./beat-path.ts";
import { SAMPLE_RATE } from "./frames.ts";

/** Samples from one frame to the next. */
export const HOP = SAMPLE_RATE / FRAME_RATE;

/** Probabilities by frame; frame i is for second i / FRAME_RATE. */
export interface Activations {
  /** Of a beat. */
  readonly beat: Float32Array;
  /** Of a beat that begins a bar. */
  readonly downbeat: Float32Array;
}

/** Hears where beats and bars are (models/needledrop-beats). */
export interface BeatNet {
  /**
   * @param samples mono, SAMPLE_RATE a second, a whole number of HOPs, at least four
   * @returns one frame more than there are HOPs
   * @throws DeviceError the device failed.
   */
  hear(samples: Float32Array): Promise<Activations>;
  /** Frees the net. No call may follow. */
  release(): Promise<void>;
}

const FILE = "beats.onnx";

/** beats.json, as far as it is read. */
const FactsSchema = v.object({
  format: v.literal(1),
  sampleRate: v.literal(SAMPLE_RATE),
  hopSamples: v.literal(HOP),
  files: v.object({ [FILE]: v.object({ sha256: v.string() }) }),
});

/**
 * Makes the net from its files.
 * @throws AssetError a file of it does not load.
 * @throws PackError a file of it is damaged, or of another version.
 */
export async function createBeatNet(assets: AssetSource, runtime: Runtime): Promise<BeatNet> {
  const [facts, bytes] = await Promise.all([
    assets.read("beats/beats.json"),
    assets.read("beats/beats.onnx"),
  ]);
  if ((await sha256(Uint8Array.from(bytes))) !== factsIn(facts).files[FILE].sha256) {
    throw damaged("The net that hears beats is damaged.", FILE);
  }
  const graph = await runtime.open(FILE, bytes, 2, "probabilities");
  return {
    hear: async (samples) => {
      const hops = samples.length / HOP;
      const audio = { type: "float32", data: samples, dims: [hops, HOP] } as const;
      const rows = await graph.run({ audio }, hops + 1);
      const column = (k: number): Float32Array =>
        Float32Array.from({ length: hops + 1 }, (_, i) => rows[2 * i + k] ?? 0);
      return { beat: column(0), downbeat: column(1) };
    },
    release: () => graph.release(),
  };
}

function factsIn(bytes: Uint8Array): v.InferOutput<typeof FactsSchema> {
  try {
    return v.parse(FactsSchema, JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw damaged(
      "The facts of the net that hears beats are not as expected.",
      "beats.json",
      cause,
    );
  }
}

const damaged = (what: string, input: string, cause?: unknown): PackError =>
  new PackError({ what, input, next: "Reinstall Needledrop.", cause });
