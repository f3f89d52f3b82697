import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import type { Check } from "../../../src/contract/host-check.ts";
import { EditorLink } from "../../../src/panel/editor/editor-link.ts";
import { bridgeProbes } from "../../../src/panel/host-check/bridge-probes.ts";
import { HostCheck } from "../../../src/panel/host-check/host-check.ts";
import { lookAtStorage } from "../../../src/panel/host-check/kept-value.ts";
import { PAGE_PROBES } from "../../../src/panel/host-check/page-probes.ts";
import { runProbe, works, type Probe } from "../../../src/panel/host-check/probe.ts";
import { hostReport } from "../../../src/panel/host-check/report.ts";
import { INFO, TestEditor } from "../test-editor.ts";

const GOOD: Probe = { id: "good", name: "Good", look: () => works("Fine.") };

async function checkOf(editor: TestEditor | null, probes: readonly Probe[] = [GOOD]) {
  const link = new EditorLink(
    () => Promise.resolve(editor),
    () => undefined,
  );
  await link.start();
  const phases: string[] = [];
  const check: HostCheck = new HostCheck(link, () => phases.push(check.state.phase), probes);
  return { check, phases };
}

const idsOf = (checks: readonly Check[]): string[] => checks.map(({ id }) => id);

describe("a probe", () => {
  it("is a failed check when it throws, rejects or hangs", async () => {
    const looks: Probe["look"][] = [
      () => {
        throw new TypeError("not here");
      },
      () => Promise.reject(new Error("refused")),
      () => new Promise(() => undefined),
    ];
    const checks = await Promise.all(
      looks.map((look) => runProbe({ id: "x", name: "X", look }, 20)),
    );
    expect(checks.map(({ outcome, detail }) => [outcome, detail])).toEqual([
      ["failed", "TypeError: not here"],
      ["failed", "Error: refused"],
      ["failed", "No answer within 0.02 s."],
    ]);
  });

  it("says no more than a check may", async () => {
    const look = () => works("x".repeat(9000));
    expect((await runProbe({ id: "x", name: "X", look })).detail).toHaveLength(2000);
  });
});

describe("the page's own probes", () => {
  it("never throw, whatever the page lacks", async () => {
    const checks = await Promise.all(PAGE_PROBES.map((probe) => runProbe(probe, 2000)));
    expect(new Set(idsOf(checks)).size).toBe(PAGE_PROBES.length);
    // There is no window in Node.
    expect(checks.find(({ id }) => id === "page-secure")?.outcome).toBe("failed");
    expect(checks.find(({ id }) => id === "page-simd")?.outcome).toBe("ok");
  });

  it("tell a value that has survived a start from one of this start", async () => {
    indexedDB = new IDBFactory();
    const monday = { id: "a", at: "2026-11-23T08:00:00.000Z" };
    expect((await lookAtStorage(monday)).detail).toMatch(/No earlier value was found/);
    expect((await lookAtStorage(monday)).detail).toMatch(/No earlier value was found/);
    const tuesday = { id: "b", at: "2026-11-24T08:00:00.000Z" };
    expect((await lookAtStorage(tuesday)).detail).toContain(
      `written at ${monday.at} is still there`,
    );
  });
});

describe("the bridge's probes", () => {
  it("measure the way there and back with texts of every size", async () => {
    const sizes: number[] = [];
    const echo = (text: string): Promise<string> => {
      sizes.push(text.length);
      return Promise.resolve(text);
    };
    const checks = await Promise.all(bridgeProbes({ echo }, 12.34).map((one) => runProbe(one)));
    expect(checks.every(({ outcome }) => outcome === "ok")).toBe(true);
    expect(sizes.filter((size) => size === 1024)).toHaveLength(20);
    expect(sizes.filter((size) => size > 1024)).toEqual([65_536, 262_144, 921_600]);
    expect(checks[0]?.detail).toContain("12.3 ms");
    expect(checks[4]?.detail).toMatch(/MB\/s/);
  });

  it("fail where another text comes back", async () => {
    const probes = bridgeProbes({ echo: (text) => Promise.resolve(text.slice(1)) }, 1).slice(1);
    const checks = await Promise.all(probes.map((one) => runProbe(one)));
    expect(checks.map(({ outcome }) => outcome)).toEqual(["failed", "failed", "failed", "failed"]);
  });
});

describe("the host check", () => {
  it("asks before it looks, then looks at page, bridge and host in turn", async () => {
    const editor = new TestEditor();
    const scratch: Check = { id: "scratch", name: "Scratch", outcome: "ok", detail: "Made." };
    editor.check.mockResolvedValueOnce([scratch]);
    const { check, phases } = await checkOf(editor);
    expect(check.state.phase).toBe("asking");
    await check.run(true);
    expect(editor.check.mock.calls).toEqual([[{ scratch: true }]]);
    expect(idsOf(check.state.checks)).toEqual([
      "good",
      "bridge-handshake",
      "bridge-latency",
      "bridge-64-kb",
      "bridge-256-kb",
      "bridge-900-kb",
      "host",
      "scratch",
    ]);
    expect(phases[0]).toBe("running");
    expect(phases.at(-1)).toBe("done");
  });

  it("goes on when the host refuses, and without a host", async () => {
    const editor = new TestEditor();
    editor.check.mockRejectedValueOnce(new Error("no project"));
    const { check } = await checkOf(editor);
    await check.run(false);
    expect(check.state.phase).toBe("done");
    expect(check.state.checks.at(-1)).toMatchObject({ outcome: "failed", id: "host" });
    const alone = await checkOf(null);
    await alone.check.run(false);
    expect(idsOf(alone.check.state.checks)).toEqual(["good", "bridge"]);
  });

  it("runs once at a time, and asks anew only when it has ended", async () => {
    const editor = new TestEditor();
    const { check } = await checkOf(editor);
    const first = check.run(false);
    await check.run(true);
    check.reset();
    expect(check.state.phase).toBe("running");
    await first;
    expect(editor.check.mock.calls).toEqual([[{ scratch: false }]]);
    check.reset();
    expect(check.state).toEqual({ phase: "asking", checks: [], scratch: false });
  });

  it("is reported as one JSON object", async () => {
    const { check } = await checkOf(null);
    await check.run(true);
    const date = new Date("2026-11-28T10:00:00Z");
    const report: unknown = JSON.parse(
      hostReport(check.state, { date, userAgent: "Agent", panel: "0.1.0", editor: INFO }),
    );
    expect(report).toEqual({
      date: "2026-11-28T10:00:00.000Z",
      userAgent: "Agent",
      panel: "0.1.0",
      editor: { name: "Editor", version: "1" },
      scratch: true,
      checks: check.state.checks,
    });
  });
});
