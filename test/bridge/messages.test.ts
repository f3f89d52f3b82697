import { describe, expect, it } from "vitest";
import { MESSAGE_LIMIT, ToHostSchema, isSmall, readMessage } from "../../src/bridge/messages.ts";
import { serveHost } from "../../src/bridge/server.ts";
import { CUE, EXAMPLES, bridgeBench, settle, type Sent } from "./scripted-host.ts";

const bench = bridgeBench();
const HEAD = { channel: "needledrop", version: 2 };
const request = (command: string, input: unknown = null) => ({
  ...{ ...HEAD, kind: "request", session: "a", id: 1 },
  ...{ command, input },
});
const FIFTY_MB = "x".repeat(50_000_000);

/** What the host's end says to a message, if it says anything. */
async function say(message: unknown): Promise<Sent | undefined> {
  serveHost(bench.wire.host, bench.host);
  bench.wire.host.receive(message);
  await settle();
  return bench.sent.at(-1);
}

describe("the host's end refuses by name", () => {
  const laid = EXAMPLES.insert.input;
  const mark = EXAMPLES.addMarkers.input;
  const duck = EXAMPLES.duck.input;
  it.each<[string, unknown, string]>([
    ["insert", null, "insert"],
    ["insert", { ...laid, at: -1 }, "at"],
    ["insert", { ...laid, at: "soon" }, "at"],
    ["insert", { ...laid, track: -1 }, "track"],
    ["insert", { ...laid, track: 1.5 }, "track"],
    ["insert", { ...laid, track: "A1" }, "track"],
    ["insert", { ...laid, ripple: undefined }, "ripple"],
    ["insert", { ...laid, cue: { ...CUE, source: { start: 5, end: 2 } } }, "cue.source"],
    [
      "insert",
      { ...laid, cue: { ...CUE, audio: { kind: "bundled", path: "../x.mp3" } } },
      "cue.audio.path",
    ],
    ["replace", { ...CUE, audio: { kind: "remote" } }, "audio.kind"],
    ["addMarkers", { ...mark, markers: [] }, "markers"],
    ["addMarkers", { ...mark, markers: [{ name: "x", at: -1, seconds: 0 }] }, "markers.0.at"],
    ["duck", { ...duck, depth: 0 }, "depth"],
    ["duck", { ...duck, attack: 99 }, "attack"],
    ["duck", { ...duck, dialogue: [] }, "dialogue"],
    ["preview", { ...CUE, title: 7 }, "title"],
    ["offerDrag", "a cue", "offerDrag"],
    ["saveText", { name: "../../cues.csv", text: "" }, "name"],
    ["saveText", { name: "cues.exe", text: "" }, "name"],
    ["framesOf", { count: 13, size: 224 }, "count"],
    ["framesOf", { count: 1, size: 4000 }, "size"],
    ["check", {}, "scratch"],
    ["echo", "x".repeat(1_000_001), "echo"],
    ["describe", {}, "describe"],
    ["unduck", 1, "unduck"],
    ...[
      "http://example.org/",
      "javascript:alert(1)",
      "file:///etc/passwd",
      "https://example.org/<b>",
      "https://example.org/\u0022onload=x",
      "a page",
      "",
      `https://example.org/${"x".repeat(2000)}`,
      null,
    ].map((page): [string, unknown, string] => ["openPage", page, "openPage"]),
  ])("what %s cannot take: %j", async (command, input, name) => {
    const answer = await say(request(command, input));
    expect(answer).toMatchObject({ kind: "failure", id: 1, session: "a" });
    expect(answer?.error).toMatchObject({ code: "bridge", input: name });
    expect(answer?.error?.what).toContain(command);
    expect(bench.host.calls).toEqual([]);
  });

  it.each(["eval", "onEvent", "constructor", "__proto__", "toString"])(
    "the unknown command %s",
    async (command) => {
      const answer = await say(request(command));
      expect(answer).toMatchObject({ kind: "failure", id: 1 });
      expect(answer?.error).toMatchObject({ code: "bridge", input: command });
    },
  );
});

describe("the host's end is deaf to", () => {
  const cycle: Record<string, unknown> = {};
  cycle["self"] = cycle;
  const without = (key: string): unknown =>
    Object.fromEntries(Object.entries(request("describe")).filter(([name]) => name !== key));
  it.each<[string, unknown]>([
    ["another channel", { ...request("describe"), channel: "other" }],
    ["another version", { ...request("describe"), version: 1 }],
    ["no message at all", null],
    ["text that is no JSON", "hello"],
    ["an unknown kind", { ...HEAD, kind: "goodbye" }],
    ["a request without an id", without("id")],
    ["a request with id 0", { ...request("describe"), id: 0 }],
    ["a request with half an id", { ...request("describe"), id: 1.5 }],
    ["a request without a session", without("session")],
    ["a request with an endless session", { ...request("describe"), session: "x".repeat(41) }],
    ["a command of endless length", request("x".repeat(101))],
    ["more than it will read", request("describe", "x".repeat(MESSAGE_LIMIT))],
    [
      "more text than it will read",
      " ".repeat(MESSAGE_LIMIT) + JSON.stringify(request("describe")),
    ],
    ["what JSON cannot hold", request("describe", cycle)],
    ["a number that JSON cannot hold", request("describe", 1n)],
    ["an envelope that holds itself", Object.assign(cycle, { data: cycle })],
  ])("%s", async (_, message) => {
    expect(await say(message)).toBeUndefined();
    expect(bench.host.calls).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["a message", request("echo", FIFTY_MB)],
    ["a message in many pieces", request("echo", new Array(5_000_000).fill("0123456789"))],
    ["a message as text", JSON.stringify(request("echo", FIFTY_MB))],
    ["an envelope around a message as text", { data: JSON.stringify(request("echo", FIFTY_MB)) }],
  ])("%s of 50 MB, and loses little time over it", async (_, message) => {
    const start = performance.now();
    expect(await say(message)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(1000);
    expect(bench.host.calls).toEqual([]);
  });
});

describe("a message", () => {
  const HELLO = { ...HEAD, kind: "hello" };
  const wrapped = (times: number, message: unknown): unknown =>
    times === 0 ? message : { type: "message", data: wrapped(times - 1, message) };

  it.each([0, 1, 2, 3])("is found in %i envelopes", (times) => {
    expect(readMessage(ToHostSchema, wrapped(times, HELLO))).toEqual(HELLO);
  });

  it("is not looked for in a fourth", () => {
    expect(readMessage(ToHostSchema, wrapped(4, HELLO))).toBeNull();
  });

  it("may be text, and so may each of its envelopes", () => {
    const text = JSON.stringify(HELLO);
    expect(readMessage(ToHostSchema, text)).toEqual(HELLO);
    expect(readMessage(ToHostSchema, JSON.stringify({ data: text }))).toEqual(HELLO);
    expect(readMessage(ToHostSchema, { data: JSON.stringify({ data: text }) })).toEqual(HELLO);
  });

  it("is answered whichever way it came", async () => {
    expect(await say({ data: JSON.stringify(HELLO) })).toMatchObject({ kind: "ready" });
  });
});

describe("the size of a message", () => {
  it("is that of its JSON", () => {
    const quotes = MESSAGE_LIMIT - 2;
    expect(isSmall("x".repeat(quotes))).toBe(true);
    expect(isSmall("x".repeat(quotes + 1))).toBe(false);
    // Each takes two places in JSON.
    expect(isSmall('"'.repeat(quotes / 2))).toBe(true);
    expect(isSmall('"'.repeat(quotes / 2 + 1))).toBe(false);
  });

  it("is looked into no further than the limit", () => {
    let read = 0;
    const page = { toJSON: () => (read++, "x".repeat(MESSAGE_LIMIT / 10)) };
    expect(isSmall(new Array(1000).fill(page))).toBe(false);
    expect(read).toBeLessThanOrEqual(11);
  });

  it("does not count what JSON does not write, such as the numbers of an array's items", () => {
    const zeros = new Array<number>(1_900_000).fill(0);
    expect(JSON.stringify(zeros).length).toBeLessThan(MESSAGE_LIMIT);
    expect(isSmall(zeros)).toBe(true);
    expect(isSmall([...zeros, ...zeros])).toBe(false);
  });
});

describe("an answer", () => {
  it("outside its own schema becomes a failure", async () => {
    const laid = EXAMPLES.insert.output;
    bench.host.insert = () => Promise.resolve({ ...laid, start: Number.NaN });
    expect((await say(request("insert", EXAMPLES.insert.input)))?.kind).toBe("failure");
  });

  it("of 50 MB becomes a failure", async () => {
    bench.host.echo = () => Promise.resolve(FIFTY_MB);
    expect((await say(request("echo", "x")))?.kind).toBe("failure");
    expect(JSON.stringify(bench.sent).length).toBeLessThan(10_000);
  });

  it("carries only what the contract names", async () => {
    const info = { ...EXAMPLES.describe.output, secret: () => "not for a message" };
    bench.host.describe = () => Promise.resolve(info);
    expect((await say(request("describe")))?.output).toEqual(EXAMPLES.describe.output);
  });
});
