import { NO_FOLDERS } from "../no-folders.ts";
import { describe, expect, it } from "vitest";
import type { SearchRequest } from "../../../src/contract/search.ts";
import { DeviceError } from "../../../src/contract/errors.ts";
import type { LoadReport, OpenedEngine } from "../../../src/panel/loading/bundled-engine.ts";
import { EngineSession } from "../../../src/panel/loading/engine-session.ts";
import { answerOf, byHand, requestOf } from "../results.ts";

/** A session whose engine opens by hand, and what it was asked for. */
function handSession() {
  const openings: { report: LoadReport; opened: ReturnType<typeof byHand<OpenedEngine>> }[] = [];
  const requests: SearchRequest[] = [];
  const closed: boolean[] = [];
  let die: (reason: Error) => void = () => undefined;
  const session = new EngineSession(
    (report) => {
      const opened = byHand<OpenedEngine>();
      openings.push({ report, opened });
      return opened.promise;
    },
    () => undefined,
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
    await Promise.resolve();
    const found = openings[index];
    if (found === undefined) throw new Error(`The engine was not opened ${index + 1} times.`);
    return found;
  };
  return {
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

describe("the engine's session", () => {
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

  it("gives up an engine whose device failed, so that another can be opened", async () => {
    const { session, engine, opening, closed } = handSession();
    session.start();
    const error = new DeviceError({ what: "Out of memory.", next: "Close something." });
    const failing = { ...engine.engine, search: () => Promise.reject(error) };
    (await opening(0)).opened.resolve({ ...engine, engine: failing });
    await expect(session.search(CALM, NEVER)).rejects.toBe(error);
    expect(session.state).toEqual({ name: "failed", error });
    expect(closed).toEqual([true]);
    session.start();
    (await opening(1)).opened.resolve(engine);
    expect(await session.search(CALM, NEVER)).toEqual(answerOf("calm"));
  });

  it("gives up an engine that dies while it searches, and what else it was asked", async () => {
    const { session, engine, opening, die, closed } = handSession();
    session.start();
    const silence = () => new Promise<never>(() => undefined);
    (await opening(0)).opened.resolve({
      ...engine,
      engine: { ...NO_FOLDERS, search: silence, peaks: silence },
    });
    const error = new DeviceError({ what: "The worker died.", next: "Try again." });
    const searching = session.search(CALM, NEVER);
    const reading = session.readPeaks(["dawn"]);
    await Promise.resolve();
    die(error);
    await expect(searching).rejects.toBe(error);
    await reading;
    expect(session.peaksOf("dawn")).toBeNull();
    expect(session.state).toEqual({ name: "failed", error });
    expect(closed).toEqual([true]);
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
