import { describe, expect, it } from "vitest";
import { HOP, type BeatNet } from "../../../src/engine/hear/beat-net.ts";
import { FRAME_RATE } from "../../../src/engine/hear/beat-path.ts";
import { NetRhythm } from "../../../src/engine/hear/net-rhythm.ts";
import { SAMPLE_RATE } from "../../../src/engine/hear/frames.ts";
import { DeviceError } from "../../../src/contract/errors.ts";

/** A net to which a sample of 1 is a downbeat, and one of 0.5 another beat. It is deaf near the ends. */
function fakeNet(deafHops = 0): BeatNet & { readonly hops: number[] } {
  const hops: number[] = [];
  return {
    hops,
    hear: (samples) => {
      const count = samples.length / HOP;
      hops.push(count);
      const at = (frame: number): number =>
        frame < deafHops || frame > count - deafHops ? 0 : (samples[frame * HOP] ?? 0);
      return Promise.resolve({
        beat: Float32Array.from({ length: count + 1 }, (_, i) => (at(i) > 0 ? 0.9 : 0.01)),
        downbeat: Float32Array.from({ length: count + 1 }, (_, i) => (at(i) === 1 ? 0.8 : 0.01)),
      });
    },
    release: () => Promise.resolve(),
  };
}

/** Beats every `frames` frames from the first on, four to a bar. */
function music(seconds: number, frames: number): Float32Array {
  const samples = new Float32Array(seconds * SAMPLE_RATE);
  for (let beat = 0; beat * frames < seconds * FRAME_RATE; beat += 1) {
    samples[beat * frames * HOP] = beat % 4 === 0 ? 1 : 0.5;
  }
  return samples;
}

async function heard(net: BeatNet, samples: Float32Array, piece: number) {
  const listener = new NetRhythm(net);
  for (let at = 0; at < samples.length; at += piece) {
    listener.push(samples.subarray(at, at + piece));
  }
  return listener.end();
}

describe("the rhythm by the net", () => {
  it("has tempo, beats and bars", async () => {
    const rhythm = await heard(fakeNet(), music(20, 25), 1000);
    expect(rhythm?.bpm).toBeCloseTo(120, 5);
    expect(rhythm?.beats.slice(0, 3)).toEqual([0, 0.5, 1]);
    expect(rhythm?.beatsPerBar).toBe(4);
    expect(rhythm?.bars.slice(0, 3)).toEqual([0, 2, 4]);
  });

  it("is without a seam where windows meet", async () => {
    // Ends of a window are heard badly, and must come from its neighbour.
    const net = fakeNet(4 * FRAME_RATE);
    const rhythm = await heard(net, music(200, 30), 4096);
    expect(net.hops.length).toBeGreaterThan(3);
    const inside = rhythm?.beats.filter((beat) => beat >= 6 && beat <= 190) ?? [];
    expect(inside).toEqual(Array.from({ length: 307 }, (_, i) => (300 + 30 * i) / FRAME_RATE));
    expect(Math.max(...net.hops)).toBeLessThanOrEqual(60 * FRAME_RATE);
  });

  it("does not depend on how the audio is cut", async () => {
    const samples = music(130, 27);
    expect(await heard(fakeNet(), samples, 977)).toEqual(
      await heard(fakeNet(), samples, samples.length),
    );
  });

  it("says which other tempo is plausible: the double of beats with strokes between them", async () => {
    const samples = music(30, 40);
    for (let frame = 20; frame < 30 * FRAME_RATE; frame += 40) samples[frame * HOP] = 0.5;
    const rhythm = await heard(fakeNet(), samples, 4096);
    expect([75, 150]).toContainEqual(Math.round(rhythm?.bpm ?? 0));
    const plain = await heard(fakeNet(), music(30, 25), 4096);
    expect(plain?.confidence).toBeGreaterThan(0.9);
    expect(plain?.otherBpm).toBeNull();
  });

  it.each([0, 100, 20 * SAMPLE_RATE])("is null for silence of %i samples", async (length) => {
    expect(await heard(fakeNet(), new Float32Array(length), 4096)).toBeNull();
  });

  it("fails as the net does", async () => {
    const error = new DeviceError({ what: "No memory.", input: "beats.onnx", next: "Reload." });
    const broken: BeatNet = { ...fakeNet(), hear: () => Promise.reject(error) };
    await expect(heard(broken, music(100, 25), 4096)).rejects.toBe(error);
  });
});
