import { NO_FOLDERS } from "../no-folders.ts";
import { describe, expect, it } from "vitest";
import type { Device } from "../../../src/contract/engine.ts";
import type { SearchRequest } from "../../../src/contract/search.ts";
import { DeviceError } from "../../../src/contract/errors.ts";
import type { LoadReport, OpenedEngine } from "../../../src/panel/loading/bundled-engine.ts";
import { EngineSession } from "../../../src/panel/loading/engine-session.ts";
import { answerOf, byHand, requestOf, settled } from "../results.ts";

/** A session whose engine opens by hand, and what it was asked for. */
function handSession(device: Device = "wasm") {
  const clock = { now: 0 };
  const devices: Device[] = [];
  const openings: { report: LoadReport; opened: ReturnType<typeof byHand<OpenedEngine>> }[] = [];
  const requests: SearchRequest[] = [];
  const closed: boolean[] = [];
  let die: (reason: Error) => void = () => undefined;
  const session = new EngineSession(
    (report, on) => {
      devices.push(on);
      const opened = byHand<OpenedEngine>();
      openings.push({ report, opened });
      return opened.promise;
    },
    () => undefined,
    { device: () => Promise.resolve(device), now: () => clock.now },
  );
  const engine: OpenedEngine = {
    engine: {
      search: (request) => {
        requests.push(request);
        return Promise.resolve(answerOf(request));
      },
      peaks: () => Promise.resolve(Uint8Array.of(7)),
      ...NO_FOLDERS,
    },
    info: {
      pack: "toy@1",
      packLicence: "CC0-1.0",
      dimension: 2,
      device: "wasm",
      tracks: 0,
      localTracks: 0,
      sections: 0,
      index: { from: "cache" },
      loadMs: 1,
    },
    failed: new Promise<never>((_, reject) => (die = reject)),
    close: () => closed.push(true),
  };
  const opening = async (index: number) => {
    await settled();
    const found = openings[index];
    if (found === undefined) throw new Error(`The engine was not opened ${index + 1} times.`);
    return found;
  };
  return {
    clock,
    devices,
    session,
    engine,
    opening,
    openings,
    requests,
    closed,
    die: (reason: Error) => die(reason),
  };
}

const done = (session: EngineSession): number =>
  session.state.name === "loading" ? session.state.done : 1;
const CALM = requestOf("calm");
const NEVER = new AbortController().signal;
const NO_MEMORY = new DeviceError({ what: "Out of memory.", next: "Close something." });

describe("the engine's session", () => {
  it("ends its engine, also one that loads, and can be started again", async () => {
    const { session, engine, opening, openings } = handSession();
    session.start();
    const { report, opened } = await opening(0);
    session.end();
    expect(report.signal.aborted).toBe(true);
    report.onProgress({ stage: "index", done: 0.5 });
    opened.resolve(engine);
    await opened.promise;
    expect(session.state).toMatchObject({ name: "loading", done: 0 });
    session.start();
    (await opening(1)).opened.resolve(engine);
    await session.search(CALM, NEVER);
    expect(session.state.name).toBe("ready");
    expect(openings).toHaveLength(2);
  });

  it("opens one engine, however often it is started", async () => {
    const { session, opening, openings } = handSession();
    session.start();
    session.start();
    await opening(0);
    expect(openings).toHaveLength(1);
  });

  it("tells stage, bytes and a share of the whole that only grows", async () => {
    const { session, opening } = handSession();
    session.start();
    const { report } = await opening(0);
    const shares: number[] = [];
    report.onBytes(50, 100);
    shares.push(done(session));
    report.onProgress({ stage: "text-tower", done: 0.5 });
    shares.push(done(session));
    report.onBytes(20, 100);
    shares.push(done(session));
    report.onBytes(100, 100);
    report.onProgress({ stage: "ready", done: 1 });
    shares.push(done(session));
    expect(session.state).toMatchObject({ name: "loading", stage: "ready", read: 100, total: 100 });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it("answers once the engine is open", async () => {
    const { session, engine, opening, requests } = handSession();
    session.start();
    const answer = session.search(CALM, NEVER);
    (await opening(0)).opened.resolve(engine);
    expect(await answer).toEqual(answerOf("calm"));
    expect(requests).toEqual([CALM]);
    expect(session.state.name).toBe("ready");
  });

  it("does not bother the engine with a search that was aborted while it loaded", async () => {
    const { session, engine, opening, requests } = handSession();
    session.start();
    const abort = new AbortController();
    const answer = session.search(CALM, abort.signal);
    abort.abort();
    (await opening(0)).opened.resolve(engine);
    await expect(answer).rejects.toThrow();
    expect(requests).toEqual([]);
  });

  it("fails with the engine's own words, and opens another when started again", async () => {
    const { session, engine, opening } = handSession();
    session.start();
    const error = new DeviceError({ what: "No WebAssembly SIMD.", next: "Update the system." });
    const waiting = session.search(CALM, NEVER);
    (await opening(0)).opened.reject(error);
    await expect(waiting).rejects.toBe(error);
    expect(session.state).toEqual({ name: "failed", error });
    session.start();
    expect(session.state.name).toBe("loading");
    (await opening(1)).opened.resolve(engine);
    await session.readPeaks(["dawn"]);
    expect(session.peaksOf("dawn")).toEqual(Uint8Array.of(7));
  });

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

  it("closes an engine that opens after another was begun", async () => {
    const { session, engine, opening, closed } = handSession();
    session.start();
    const late = (await opening(0)).opened;
    session.restart();
    (await opening(1)).opened.resolve(engine);
    late.resolve(engine);
    await settled();
    expect([closed, session.state.name]).toEqual([[true], "ready"]);
  });

  it("reads each waveform once, and one that it could not read again", async () => {
    const { session, engine, opening } = handSession();
    session.start();
    const asked: string[] = [];
    const peaks = (id: string): Promise<Uint8Array> => {
      asked.push(id);
      const isFirst = asked.filter((one) => one === id).length === 1;
      return id === "dusk" && isFirst
        ? Promise.reject(new Error("gone"))
        : Promise.resolve(Uint8Array.of(7));
    };
    (await opening(0)).opened.resolve({ ...engine, engine: { ...engine.engine, peaks } });
    await session.readPeaks(["dawn", "dusk"]);
    expect([session.peaksOf("dawn"), session.peaksOf("dusk")]).toEqual([Uint8Array.of(7), null]);
    await session.readPeaks(["dawn", "dusk"]);
    expect(session.peaksOf("dusk")).toEqual(Uint8Array.of(7));
    expect(asked).toEqual(["dawn", "dusk", "dusk"]);
  });

  it("fails too when opening fails before it has begun", async () => {
    const session = new EngineSession(
      () => {
        throw new Error("no manifest");
      },
      () => undefined,
    );
    session.start();
    await expect(session.search(CALM, NEVER)).rejects.toThrow("no manifest");
    expect(session.state).toMatchObject({ name: "failed", error: { what: "no manifest" } });
  });

  it("ends what takes minutes when the engine dies", async () => {
    const { session, engine, opening, die } = handSession();
    const never = () => new Promise<never>(() => undefined);
    session.start();
    const dying = { ...engine.engine, toWav: never, updateFolder: never };
    (await opening(0)).opened.resolve({ ...engine, engine: dying });
    const folders = await session.folders();
    const source = { name: "a", size: 1, seconds: 1, read: never, decode: never };
    const converting = folders.toWav(source, { begin: never, write: never });
    die(new DeviceError({ what: "The engine died.", next: "Restart it." }));
    await expect(converting).rejects.toThrow("The engine died.");
  });
});
