import { describe, expect, it } from "vitest";
import { connectHost } from "../../src/bridge/client.ts";
import { serveHost } from "../../src/bridge/server.ts";
import { EXAMPLES, bridgeBench, failureOf, held, settle } from "./scripted-host.ts";

const bench = bridgeBench();
const request = (session: string, id: number, command = "readPlace") => ({
  ...{ channel: "needledrop", version: 2, kind: "request" },
  ...{ session, id, command, input: null },
});
const served = (): string[] => bench.host.calls.map(({ command }) => command);

describe("a request that arrives twice", () => {
  it("is served once, at once or much later", async () => {
    serveHost(bench.wire.host, bench.host);
    for (const id of [1, 1, 2, 1, 2]) bench.wire.host.receive(request("a", id));
    await settle();
    expect(served()).toHaveLength(2);
    bench.wire.host.receive(request("a", 1));
    bench.wire.host.receive(request("a", 3));
    await settle();
    expect(bench.sent.map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  it("does the work of a connected page once, and answers it once", async () => {
    serveHost(bench.wire.host, bench.host);
    bench.wire.page.deliver = (data) => {
      bench.wire.host.receive(data);
      bench.wire.host.receive({ data });
    };
    const page = await connectHost(bench.wire.page);
    const { input, output } = EXAMPLES.insert;
    expect(await Promise.all([page.insert(input), page.insert(input)])).toEqual([output, output]);
    expect(served()).toEqual(["insert", "insert"]);
  });
});

describe("two pages", () => {
  it("count for themselves", async () => {
    serveHost(bench.wire.host, bench.host);
    for (const session of ["a", "b", "a"]) bench.wire.host.receive(request(session, 1));
    await settle();
    expect(bench.sent.map(({ session, id }) => [session, id])).toEqual([
      ["a", 1],
      ["b", 1],
    ]);
  });

  it("at one wire each get their own answer, though their requests have the same ids", async () => {
    const { release } = held(bench.host, "readPlace");
    serveHost(bench.wire.host, bench.host);
    const [one, other] = await Promise.all([
      connectHost(bench.wire.page),
      connectHost(bench.wire.page),
    ]);
    const slow = one.readPlace();
    expect(await other.describe()).toEqual(EXAMPLES.describe.output);
    release();
    expect(await slow).toEqual(EXAMPLES.readPlace.output);
  });

  it("are both remembered for a while, and the one that speaks for longest", async () => {
    serveHost(bench.wire.host, bench.host);
    const reloads = Array.from({ length: 40 }, (_, i) => `reload-${i}`);
    for (const [i, session] of reloads.entries()) {
      bench.wire.host.receive(request("steady", i + 1));
      bench.wire.host.receive(request(session, 1));
      bench.wire.host.receive(request("steady", i + 1));
    }
    await settle();
    expect(served()).toHaveLength(80);
    bench.wire.host.receive(request("steady", 1));
    bench.wire.host.receive(request("reload-39", 1));
    await settle();
    expect(served()).toHaveLength(80);
  });
});

describe("a page that is reloaded", () => {
  it("is heard although it counts from one again", async () => {
    serveHost(bench.wire.host, bench.host);
    const before = await connectHost(bench.wire.page);
    await before.describe();
    before.close();
    const after = await connectHost(bench.wire.page);
    expect(await after.readPlace()).toEqual(EXAMPLES.readPlace.output);
  });

  it("does not take an answer that the page before it asked for", async () => {
    const { release } = held(bench.host, "readPlace");
    serveHost(bench.wire.host, bench.host);
    const before = await connectHost(bench.wire.page);
    const lost = failureOf(before.readPlace());
    before.close();
    await lost;
    const after = await connectHost(bench.wire.page);
    held(bench.host, "readMusicFolder");
    let isSettled = false;
    const waiting = after.readMusicFolder().finally(() => (isSettled = true));
    release();
    await settle();
    expect(bench.sent.filter(({ kind }) => kind === "answer")).toHaveLength(1);
    expect(isSettled).toBe(false);
    after.close();
    await failureOf(waiting);
  });
});
