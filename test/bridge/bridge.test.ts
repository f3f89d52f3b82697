import { describe, expect, it, vi } from "vitest";
import { connectHost } from "../../src/bridge/client.ts";
import { COMMAND_NAMES, MESSAGE_LIMIT } from "../../src/bridge/messages.ts";
import { serveHost } from "../../src/bridge/server.ts";
import type { HostEvent } from "../../src/contract/editor-host.ts";
import { BridgeError, HostError, UnexpectedError } from "../../src/contract/errors.ts";
import { NO_SELECTION } from "../../src/contract/selection.ts";
import {
  CUE,
  EXAMPLES,
  SCENE_CLIP,
  bridgeBench,
  failureOf,
  held,
  settle,
} from "./scripted-host.ts";

const bench = bridgeBench();
const HEAD = { channel: "needledrop", version: 2 };

describe("the handshake", () => {
  it("succeeds when the host starts late", async () => {
    const connecting = connectHost(bench.wire.page);
    await vi.advanceTimersByTimeAsync(5000);
    serveHost(bench.wire.host, bench.host);
    await vi.advanceTimersByTimeAsync(500);
    expect((await (await connecting).describe()).name).toBe("Scripted");
  });

  it("succeeds when the page starts late", async () => {
    serveHost(bench.wire.host, bench.host);
    await vi.advanceTimersByTimeAsync(5000);
    const connecting = connectHost(bench.wire.page);
    await settle();
    expect((await (await connecting).describe()).name).toBe("Scripted");
  });

  it("gives up in the end, and then no longer listens or knocks", async () => {
    let knocks = 0;
    bench.wire.host.listen(() => knocks++);
    const limits = { helloEvery: 400, helloLimit: 2000 };
    const gaveUp = failureOf(connectHost(bench.wire.page, limits));
    await vi.advanceTimersByTimeAsync(2000);
    expect(await gaveUp).toBeInstanceOf(BridgeError);
    const before = knocks;
    expect(before).toBeGreaterThan(1);
    await vi.advanceTimersByTimeAsync(5000);
    expect(knocks).toBe(before);
    expect(bench.wire.page.listenerCount).toBe(1);
  });

  it("is over once: a connected page knocks no more", async () => {
    serveHost(bench.wire.host, bench.host);
    await connectHost(bench.wire.page);
    await vi.advanceTimersByTimeAsync(5000);
    expect(bench.sent.filter((message) => message.kind === "ready")).toHaveLength(1);
  });

  it("goes on knocking while nothing can be sent", async () => {
    serveHost(bench.wire.host, bench.host);
    bench.wire.page.isDetached = true;
    const connecting = connectHost(bench.wire.page);
    await vi.advanceTimersByTimeAsync(2000);
    expect(bench.told).toHaveBeenCalled();
    bench.wire.page.isDetached = false;
    await vi.advanceTimersByTimeAsync(500);
    expect((await (await connecting).describe()).name).toBe("Scripted");
  });
});

describe("a request", () => {
  it.each(COMMAND_NAMES)("carries what %s takes there, and what it answers back", async (name) => {
    serveHost(bench.wire.host, bench.host);
    const page = await connectHost(bench.wire.page);
    const { input, output } = EXAMPLES[name];
    const call = page[name].bind(page) as (input: unknown) => Promise<unknown>;
    expect(await call(input)).toEqual(output);
    expect(bench.host.calls).toEqual([{ command: name, input }]);
  });

  it("gets its own answer, whatever order they come in", async () => {
    const { release } = held(bench.host, "readPlace");
    serveHost(bench.wire.host, bench.host);
    const page = await connectHost(bench.wire.page);
    const slow = page.readPlace();
    expect((await page.describe()).name).toBe("Scripted");
    release();
    expect(await slow).toEqual(EXAMPLES.readPlace.output);
  });

  it.each([
    new HostError({ what: "No sequence is open.", input: "x", next: "Open one." }),
    new BridgeError({ what: "Odd.", next: "Retry.", cause: new TypeError("inner") }),
  ])("keeps class and text of a failure: $name", async (error) => {
    bench.host.readPlace = () => Promise.reject(error);
    serveHost(bench.wire.host, bench.host);
    const received = await failureOf((await connectHost(bench.wire.page)).readPlace());
    expect(received).toBeInstanceOf(error.constructor);
    expect(received.message).toBe(error.message);
    expect([received.what, received.input, received.next]).toEqual([
      error.what,
      error.input,
      error.next,
    ]);
    expect(received.cause).toBe(error.cause === undefined ? undefined : "TypeError: inner");
  });

  it("fails as unexpected where the host throws something foreign, of any length", async () => {
    bench.host.readPlace = () => Promise.reject(new Error("x".repeat(100_000)));
    serveHost(bench.wire.host, bench.host);
    const received = await failureOf((await connectHost(bench.wire.page)).readPlace());
    expect(received).toBeInstanceOf(UnexpectedError);
    expect(received.what.startsWith("xxx")).toBe(true);
  });

  it("fails where the host throws before it promises", async () => {
    bench.host.readPlace = () => {
      throw new HostError({ what: "At once.", next: "Wait." });
    };
    serveHost(bench.wire.host, bench.host);
    const received = await failureOf((await connectHost(bench.wire.page)).readPlace());
    expect(received).toBeInstanceOf(HostError);
  });

  it("fails when no answer comes, and a late answer changes nothing", async () => {
    const { release } = held(bench.host, "readPlace");
    serveHost(bench.wire.host, bench.host);
    const page = await connectHost(bench.wire.page, { answerLimit: 1000 });
    const unanswered = failureOf(page.readPlace());
    await vi.advanceTimersByTimeAsync(1000);
    expect(await unanswered).toBeInstanceOf(BridgeError);
    release();
    await settle();
    expect(await page.describe()).toBeDefined();
  });

  it("that cannot be sent fails at once, and leaves no timer behind", async () => {
    serveHost(bench.wire.host, bench.host);
    const page = await connectHost(bench.wire.page);
    bench.wire.page.isDetached = true;
    const received = await failureOf(page.readPlace());
    expect(received).toBeInstanceOf(BridgeError);
    expect(received.what).toMatch(/cannot be reached/);
    expect(received.cause).toMatchObject({ message: "The web view is detached." });
    expect(vi.getTimerCount()).toBe(0);
  });

  it("that is too large is refused before it is sent", async () => {
    serveHost(bench.wire.host, bench.host);
    const page = await connectHost(bench.wire.page);
    const cue = { ...CUE, title: "x".repeat(MESSAGE_LIMIT) };
    const received = await failureOf(page.replace(cue));
    expect(received).toBeInstanceOf(BridgeError);
    expect(received.input).toBe("replace");
    expect(bench.host.calls).toEqual([]);
  });

  it("whose answer is too large fails instead of hanging", async () => {
    const clip = { ...SCENE_CLIP, transcript: "x".repeat(100_000) };
    const clips = new Array<typeof clip>(60).fill(clip);
    bench.host.readSelection = () => Promise.resolve({ ...NO_SELECTION, clips });
    serveHost(bench.wire.host, bench.host);
    const received = await failureOf((await connectHost(bench.wire.page)).readSelection());
    expect(received).toBeInstanceOf(BridgeError);
    expect(received.next).toContain("fewer clips");
  });
});

describe("the host's end", () => {
  it("says nothing more once it has stopped, not even an answer it still owed", async () => {
    const { release } = held(bench.host, "readPlace");
    const stop = serveHost(bench.wire.host, bench.host);
    const request = { kind: "request", session: "a", id: 1, command: "readPlace", input: null };
    bench.wire.host.receive({ ...HEAD, ...request });
    stop();
    release();
    bench.wire.host.receive({ ...HEAD, kind: "hello" });
    await settle();
    expect(bench.host.calls).toHaveLength(1);
    expect(bench.sent).toEqual([]);
    expect(bench.host.listeners.size).toBe(0);
  });

  it("outlives a page that is gone: nothing it posts there throws", async () => {
    serveHost(bench.wire.host, bench.host);
    const page = await connectHost(bench.wire.page);
    bench.wire.host.isDetached = true;
    const unanswered = failureOf(page.readPlace());
    expect(() => bench.wire.host.receive({ ...HEAD, kind: "hello" })).not.toThrow();
    for (const tell of bench.host.listeners) expect(() => tell({ type: "place" })).not.toThrow();
    await settle();
    // The greeting, the event and the answer.
    expect(bench.told).toHaveBeenCalledTimes(3);
    bench.wire.host.isDetached = false;
    expect(await page.describe()).toEqual(EXAMPLES.describe.output);
    page.close();
    await unanswered;
  });
});

describe("the page's end", () => {
  it("refuses an answer outside the schema", async () => {
    bench.wire.page.deliver = (data) => {
      const { kind, id, session } = data as { kind: string; id: number; session: string };
      if (kind === "hello") bench.wire.page.receive({ ...HEAD, kind: "ready" });
      else {
        const answer = { kind: "answer", id, session, output: { clips: "many" } };
        bench.wire.page.receive({ ...HEAD, ...answer });
      }
    };
    const page = await connectHost(bench.wire.page);
    const received = await failureOf(page.readSelection());
    expect(received).toBeInstanceOf(BridgeError);
    expect(received.input).toBe("readSelection");
  });

  it("is deaf to answers nobody asked for and to foreign messages", async () => {
    serveHost(bench.wire.host, bench.host);
    const page = await connectHost(bench.wire.page);
    const answer = { kind: "answer", session: "a", output: null };
    bench.wire.page.receive({ ...HEAD, ...answer, id: 99 });
    bench.wire.page.receive({ ...HEAD, ...answer, id: 1, channel: "other" });
    bench.wire.page.receive({ type: "webpackOk" });
    expect(await page.readPlace()).toEqual(EXAMPLES.readPlace.output);
  });

  it("hears events until it unsubscribes, and only those of the contract", async () => {
    serveHost(bench.wire.host, bench.host);
    const page = await connectHost(bench.wire.page);
    const events: HostEvent[] = [];
    const stop = page.onEvent((event) => events.push(event));
    const tell = (event: HostEvent): void => bench.host.listeners.forEach((hear) => hear(event));
    tell({ type: "theme", theme: "light" });
    tell({ type: "place" });
    bench.wire.page.receive({ ...HEAD, kind: "event", event: { type: "theme", theme: "sepia" } });
    await settle();
    stop();
    tell({ type: "place" });
    await settle();
    expect(events).toEqual([{ type: "theme", theme: "light" }, { type: "place" }]);
  });

  it("tells every listener of an event, though one of them throws", async () => {
    serveHost(bench.wire.host, bench.host);
    const page = await connectHost(bench.wire.page);
    page.onEvent(() => {
      throw new Error("A listener's own fault.");
    });
    const events: HostEvent[] = [];
    page.onEvent((event) => events.push(event));
    const event = { ...HEAD, kind: "event", event: { type: "place" } };
    expect(() => bench.wire.page.receive(event)).not.toThrow();
    expect(events).toEqual([{ type: "place" }]);
    expect(bench.told).toHaveBeenCalledOnce();
  });

  it("ends what it still waits for when it closes, and asks for nothing more", async () => {
    held(bench.host, "readPlace");
    serveHost(bench.wire.host, bench.host);
    const page = await connectHost(bench.wire.page);
    const waiting = failureOf(page.readPlace());
    page.close();
    expect(await waiting).toBeInstanceOf(HostError);
    expect(await failureOf(page.describe())).toBeInstanceOf(HostError);
    await settle();
    expect(bench.host.calls.map(({ command }) => command)).toEqual(["readPlace"]);
    expect(bench.wire.page.listenerCount).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
