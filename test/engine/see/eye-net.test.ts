import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AssetSource } from "../../../src/contract/engine.ts";
import { PackError } from "../../../src/contract/errors.ts";
import { nodeRuntime } from "../../../src/engine/encode/runtime-node.ts";
import type { Runtime } from "../../../src/engine/encode/runtime.ts";
import {
  CLASSES,
  EDGE,
  FEATURES,
  createEyeNet,
  type EyeNet,
} from "../../../src/engine/see/eye-net.ts";
import { resize, squareOf } from "../../../src/engine/see/resize.ts";
import { picture } from "./pictures.ts";

const folder = new URL("../../../models/needledrop-eye/", import.meta.url);
const file = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(new URL(name, folder)));

/** Its files, some of them changed. */
const assets = (changes: Record<string, Uint8Array> = {}): AssetSource => ({
  read: async (name) => changes[name] ?? (await file(name.replace("eye/", ""))),
});

let runtime: Runtime;
let net: EyeNet;
beforeAll(async () => {
  runtime = await nodeRuntime()("wasm", assets());
  net = await createEyeNet(assets(), runtime);
});
afterAll(() => net.release());

/** A clock face at three, as a drawing. */
const CLOCK = picture(300, 224, (x, y) => {
  const [right, down] = [x - 150, y - 112];
  const distance = Math.hypot(right, down);
  const isRim = distance > 90 && distance < 100;
  const isTick =
    distance > 75 && distance < 88 && Math.abs(Math.sin(6 * Math.atan2(down, right))) < 0.06;
  const isHand =
    (Math.abs(right) < 3 && down < 0 && down > -62) ||
    (Math.abs(down) < 3 && right > 0 && right < 48);
  return isRim || isTick || isHand ? [10, 10, 10] : [250, 250, 248];
});

describe("the net that ships", () => {
  it("gives a probability for each class, and features", async () => {
    const { probabilities, features } = await net.look(resize(CLOCK, squareOf(CLOCK), EDGE));
    expect([probabilities.length, features.length]).toEqual([CLASSES, FEATURES]);
    expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 4);
    features.forEach((feature) => expect(feature).toBeGreaterThanOrEqual(0));
    features.forEach((feature) => expect(feature).toBeLessThanOrEqual(6));
  });

  it("takes a clock for a clock", async () => {
    const { probabilities } = await net.look(resize(CLOCK, squareOf(CLOCK), EDGE));
    const [analogClock, wallClock] = [probabilities[409], probabilities[892]];
    expect((analogClock ?? 0) + (wallClock ?? 0)).toBeGreaterThan(0.8);
  });

  it("is refused if a byte of it is another", async () => {
    const bytes = await file("eye.onnx");
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    const altered = createEyeNet(assets({ "eye/eye.onnx": bytes }), runtime);
    await expect(altered).rejects.toThrow(PackError);
  });

  it.each(["{", "[]", '{"format":2}'])("is refused if its facts are %s", async (text) => {
    const facts = new TextEncoder().encode(text);
    const strange = createEyeNet(assets({ "eye/eye.json": facts }), runtime);
    await expect(strange).rejects.toThrow(PackError);
  });
});
