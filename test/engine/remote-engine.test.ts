import { expose, proxy, wrap } from "comlink";
import { afterEach, describe, expect, it } from "vitest";
import type { Engine, LoadProgress } from "../../src/contract/engine.ts";
import { connectEngine } from "../../src/contract/connect-engine.ts";
import type { RemoteEngine } from "../../src/contract/remote-engine.ts";
import { serveEngine } from "../../src/contract/serve-engine.ts";
import type { Fit } from "../../src/contract/fit.ts";
import { AssetError, EmptyQueryError, UnexpectedError } from "../../src/contract/errors.ts";

const OPTIONS = { device: "wasm", indexHash: "0".repeat(64) } as const;
const INFO = {
  pack: "toy@1",
  packLicence: "CC0-1.0",
  dimension: 8,
  device: "wasm",
  tracks: 1,
  localTracks: 1,
  sections: 2,
  index: { from: "bundle" },
  loadMs: 3,
} as const;

let ports: MessagePort[] = [];
afterEach(() => {
  ports.forEach((port) => port.close());
});

/** `engine` as the panel sees it: through Comlink and a real structured clone. */
function acrossTheBoundary(engine: Partial<Engine>): Engine {
  const { port1, port2 } = new MessageChannel();
  ports = [port1, port2];
  expose(serveEngine(engine as Engine), port1);
  return connectEngine(wrap<RemoteEngine>(port2), proxy);
}

describe("an engine in a worker", () => {
  it("reads assets from the page and tells it how the load goes", async () => {
    const told: LoadProgress[] = [];
    const engine = acrossTheBoundary({
      load: async (assets, options, onProgress) => {
        expect(options).toEqual(OPTIONS);
        expect(await assets.read("index")).toEqual(Uint8Array.of(1, 2));
        onProgress?.({ stage: "ready", done: 1 });
        return INFO;
      },
    });
    const assets = { read: () => Promise.resolve(Uint8Array.of(1, 2)) };
    expect(await engine.load(assets, OPTIONS, (p) => told.push(p))).toEqual(INFO);
    await expect.poll(() => told).toEqual([{ stage: "ready", done: 1 }]);
  });

  it("reads a file from the page, and writes what it makes of it there", async () => {
    const asked: unknown[] = [];
    const engine = acrossTheBoundary({
      fit: async (source, request, onProgress) => {
        asked.push(source.name, source.seconds, request.seconds, await source.read(1, 2));
        onProgress?.(0.5);
        return { fits: [], problem: "No." };
      },
      renderFit: async (_source, fit, sink) => {
        if (await sink.begin(3)) await sink.write(Uint8Array.of(fit.passages.length, 8, 9));
      },
    });
    const source = {
      ...{ name: "a.wav", size: 4, seconds: 9 },
      read: (position: number, length: number) =>
        Promise.resolve(Uint8Array.of(5, 6, 7, 8).slice(position, position + length)),
      decode: () => Promise.reject(new Error("not asked for")),
    };
    const told: number[] = [];
    const request = { seconds: 30, frameRate: 25, hits: [4], structure: null };
    const answer = await engine.fit(source, request, (done) => told.push(done));
    expect(answer).toEqual({ fits: [], problem: "No." });
    expect(asked).toEqual(["a.wav", 9, 30, Uint8Array.of(6, 7)]);
    await expect.poll(() => told).toEqual([0.5]);

    const written: unknown[] = [];
    const fit: Fit = {
      ...{ kind: "whole", seconds: 9, frameRate: 25, seams: [], hits: [], hasEnding: true },
      ...{ fadeIn: 0, fadeOut: 0, passages: [{ source: { start: 0, end: 9 }, at: 0 }] },
    };
    await engine.renderFit(source, fit, {
      begin: (bytes) => Promise.resolve(written.push(bytes) > 0),
      write: (bytes) => Promise.resolve(void written.push(bytes)),
    });
    expect(written).toEqual([3, Uint8Array.of(1, 8, 9)]);
  });

  it("keeps the class, text and cause of what goes wrong in it", async () => {
    const failure = new EmptyQueryError({
      what: "Nothing.",
      next: "Type.",
      input: " ",
      cause: "c",
    });
    const engine = acrossTheBoundary({ search: () => Promise.reject(failure) });
    const search = engine.search({ query: " ", limit: 1 });
    await expect(search).rejects.toBeInstanceOf(EmptyQueryError);
    await expect(search).rejects.toMatchObject({
      what: "Nothing.",
      next: "Type.",
      input: " ",
      cause: "c",
    });
  });

  it("keeps them also for an asset the page could not give", async () => {
    const engine = acrossTheBoundary({
      load: async (assets) => {
        await assets.read("index");
        return INFO;
      },
    });
    const failure = new AssetError({ what: "Gone.", next: "Reinstall.", input: "index" });
    const load = engine.load({ read: () => Promise.reject(failure) }, OPTIONS);
    await expect(load).rejects.toBeInstanceOf(AssetError);
    await expect(load).rejects.toMatchObject({ what: "Gone.", input: "index" });
  });

  it("makes an unforeseen error one that can be reported", async () => {
    const engine = acrossTheBoundary({ peaks: () => Promise.reject(new TypeError("oops")) });
    await expect(engine.peaks("a")).rejects.toBeInstanceOf(UnexpectedError);
    await expect(engine.peaks("a")).rejects.toThrow("oops");
  });

  it("hands over peaks as bytes", async () => {
    const engine = acrossTheBoundary({ peaks: () => Promise.resolve(Uint8Array.of(0, 255)) });
    expect(await engine.peaks("a")).toEqual(Uint8Array.of(0, 255));
  });
});
