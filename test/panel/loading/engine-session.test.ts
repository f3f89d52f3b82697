import { describe, expect, it } from "vitest";
import { DeviceError } from "../../../src/contract/errors.ts";
import { EngineSession } from "../../../src/panel/loading/engine-session.ts";
import { answerOf, byHand, settled } from "../results.ts";
import { CALM, NEVER, handSession } from "./hand-session.ts";

const done = (session: EngineSession): number =>
  session.state.name === "loading" ? session.state.done : 1;

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

  it("prepares each engine before it is used", async () => {
    const { engine } = handSession();
    const prepared = byHand<undefined>();
    const session = new EngineSession(
      () => Promise.resolve(engine),
      () => undefined,
      { prepare: () => prepared.promise },
    );
    session.start();
    await settled();
    expect(session.state.name).toBe("loading");
    prepared.resolve(undefined);
    await settled();
    expect(session.state.name).toBe("ready");
  });
});
