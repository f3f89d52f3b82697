import { describe, expect, it } from "vitest";
import { NO_FOLDERS } from "../no-folders.ts";
import { answerOf, settled } from "../results.ts";
import { CALM, NEVER, NO_MEMORY, handSession } from "./hand-session.ts";

describe("an engine that fails", () => {
  it("opens another engine in place of one whose device failed, and searches again", async () => {
    const { session, engine, opening, closed, requests } = handSession();
    session.start();
    const failing = { ...engine.engine, search: () => Promise.reject(NO_MEMORY) };
    (await opening(0)).opened.resolve({ ...engine, engine: failing });
    const answer = session.search(CALM, NEVER);
    (await opening(1)).opened.resolve(engine);
    expect(await answer).toEqual(answerOf("calm"));
    expect([closed, requests]).toEqual([[true], [CALM]]);
  });

  it("does so once in a minute: then it fails, and opens another when started again", async () => {
    const { session, engine, opening, openings } = handSession();
    const failing = {
      ...engine,
      engine: { ...engine.engine, search: () => Promise.reject(NO_MEMORY) },
    };
    session.start();
    (await opening(0)).opened.resolve(failing);
    const first = session.search(CALM, NEVER);
    (await opening(1)).opened.resolve(failing);
    await expect(first).rejects.toBe(NO_MEMORY);
    expect(session.state).toEqual({ name: "failed", error: NO_MEMORY });
    session.start();
    (await opening(2)).opened.resolve(failing);
    const later = session.search(CALM, NEVER);
    (await opening(3)).opened.resolve(engine);
    expect(await later).toEqual(answerOf("calm"));
    expect(openings).toHaveLength(4);
  });

  it("replaces the next one too, if that has held out for a minute", async () => {
    const { session, engine, opening, clock } = handSession();
    const failing = {
      ...engine,
      engine: { ...engine.engine, search: () => Promise.reject(NO_MEMORY) },
    };
    session.start();
    (await opening(0)).opened.resolve(failing);
    const answer = session.search(CALM, NEVER);
    await opening(1);
    (await opening(1)).opened.resolve({
      ...engine,
      engine: {
        ...engine.engine,
        search: () => {
          clock.now += 61_000;
          return Promise.reject(NO_MEMORY);
        },
      },
    });
    (await opening(2)).opened.resolve(engine);
    expect(await answer).toEqual(answerOf("calm"));
  });

  it("opens another engine in place of one that dies, whether or not it is searching", async () => {
    const { session, engine, opening, die, closed } = handSession();
    session.start();
    const silence = () => new Promise<never>(() => undefined);
    (await opening(0)).opened.resolve({
      ...engine,
      engine: { ...NO_FOLDERS, search: silence, peaks: silence },
    });
    const searching = session.search(CALM, NEVER);
    const reading = session.readPeaks(["dawn"]);
    await settled();
    die(NO_MEMORY);
    await reading;
    expect(session.peaksOf("dawn")).toBeNull();
    (await opening(1)).opened.resolve({ ...engine, failed: silence() });
    expect(await searching).toEqual(answerOf("calm"));
    expect([closed, session.state.name]).toEqual([[true], "ready"]);
  });

  it("drops a search that was aborted while its engine died", async () => {
    const { session, engine, opening, die, requests } = handSession();
    session.start();
    const search = () => new Promise<never>(() => undefined);
    (await opening(0)).opened.resolve({ ...engine, engine: { ...engine.engine, search } });
    const abort = new AbortController();
    const searching = session.search(CALM, abort.signal);
    await settled();
    abort.abort();
    die(NO_MEMORY);
    await expect(searching).rejects.toThrow();
    expect(requests).toEqual([]);
  });

  it("falls back to WebAssembly where WebGPU fails, and says why", async () => {
    const { session, engine, opening, devices } = handSession("webgpu");
    session.start();
    (await opening(0)).opened.reject(NO_MEMORY);
    (await opening(1)).opened.resolve(engine);
    await session.readPeaks(["dawn"]);
    expect(devices).toEqual(["webgpu", "wasm"]);
    expect(session.state).toMatchObject({ name: "ready", fellBack: NO_MEMORY });
  });

  it("falls back to WebAssembly when the graphics device is lost", async () => {
    const { session, engine, opening, devices, die } = handSession("webgpu");
    session.start();
    const info = { ...engine.info, device: "webgpu" } as const;
    (await opening(0)).opened.resolve({ ...engine, info });
    await settled();
    die(NO_MEMORY);
    (await opening(1)).opened.resolve({ ...engine, failed: new Promise(() => undefined) });
    expect(await session.search(CALM, NEVER)).toEqual(answerOf("calm"));
    expect(devices).toEqual(["webgpu", "wasm"]);
    expect(session.state).toMatchObject({ fellBack: NO_MEMORY });
  });

  it("gives the wished device another try when restarted, and closes what there was", async () => {
    const { session, engine, opening, devices, closed } = handSession("webgpu");
    session.start();
    (await opening(0)).opened.reject(NO_MEMORY);
    (await opening(1)).opened.resolve(engine);
    await session.folders();
    session.restart();
    expect([closed, session.state.name]).toEqual([[true], "loading"]);
    (await opening(2)).opened.resolve(engine);
    await session.folders();
    expect(devices).toEqual(["webgpu", "wasm", "webgpu"]);
    expect(session.state).toEqual({ name: "ready", info: engine.info });
  });
});
