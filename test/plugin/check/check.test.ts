import { beforeEach, describe, expect, it } from "vitest";
import { checkHost } from "../../../plugin/check/check.ts";
import type { Drags } from "../../../plugin/check/drag.ts";
import { ChecksSchema, type Check } from "../../../src/contract/host-check.ts";
import * as v from "valibot";
import type { Build } from "../fake/build.ts";
import { COPY, requestOf } from "../cues.ts";
import type { ItemNode } from "../fake/state.ts";
import { fakePremiere } from "../fake/premiere.ts";
import { MUSIC_FOLDER, openPremiere, type PremiereHarness } from "../premiere-harness.ts";

let editor: PremiereHarness;
beforeEach(() => {
  editor = openPremiere();
});

async function check(scratch = false, drags: Drags = { begun: [] }): Promise<Map<string, Check>> {
  const { state, events, uxp, fs, document, memory, fetch } = editor;
  const around = { premiere: fakePremiere(state, events), uxp, fs, document, memory, fetch };
  const checks = await checkHost(around, { scratch }, drags);
  expect(v.parse(ChecksSchema, checks)).toEqual(checks);
  const byId = new Map(checks.map((one) => [one.id, one]));
  expect(byId.size).toBe(checks.length);
  return byId;
}

async function open(build: Partial<Build>): Promise<void> {
  editor = openPremiere(build);
  await editor.host.insert(requestOf());
}

describe("looking at the host", () => {
  it("tells versions, and names that scripts have here", async () => {
    const checks = await check();
    expect(checks.get("versions")?.detail).toMatch(/Premiere Pro .*UXP/);
    expect(checks.get("globals")?.detail).toMatch(/^There: .*\bsetTimeout\b.*Not there: .+\.$/);
  });

  it("tells whether an earlier start's storage survived", async () => {
    expect((await check()).get("storage")?.outcome).toBe("note");
    expect((await check()).get("storage")?.outcome).toBe("note");
    // The plugin is started anew; what it kept is still there.
    const { memory } = editor;
    editor = openPremiere();
    editor.memory.setItem("needledrop.check", memory.getItem("needledrop.check") ?? "");
    expect((await check()).get("storage")).toMatchObject({
      outcome: "ok",
      detail: expect.stringContaining("no. 3") as unknown,
    });
  });

  it("tells of storage that keeps nothing", async () => {
    Object.assign(editor.memory, { setItem: () => undefined });
    expect((await check()).get("storage")?.outcome).toBe("failed");
  });

  it.each(["promise", "value", "getters"] as const)(
    "tells in which form media have a length: %s",
    async (media) => {
      await open({ media });
      const words = { promise: "a promise", value: "a value", getters: "a function getDuration" };
      expect((await check()).get("media")?.detail).toContain(words[media]);
    },
  );

  it("tells of a length that is promised and refused", async () => {
    await open({ media: "promise" });
    editor.state.faults.failing = (call) => (call === "Media.duration" ? "rejects" : undefined);
    expect((await check()).get("media")).toMatchObject({
      outcome: "failed",
      detail: expect.stringContaining("Media.duration failed") as unknown,
    });
  });

  it("tells of a project without an id", async () => {
    editor.state.faults.noGuids = true;
    expect((await check()).get("project")).toMatchObject({
      outcome: "failed",
      detail: "the project has no guid",
    });
  });

  it("keeps to itself where the editor keeps files, and what the film is called", async () => {
    await open({});
    const report = JSON.stringify([...(await check(true, { begun: [COPY] })).values()]);
    expect(report).toMatch(/"music-folder".*"ok"/);
    for (const secret of ["/Users", MUSIC_FOLDER, "Film.prproj"])
      expect(report).not.toContain(secret);
  });

  it("tells whether a clip takes properties", async () => {
    await open({ clipProperties: true });
    expect((await check()).get("properties")?.detail).toContain("of a clip: taken");
    await open({ clipProperties: false });
    expect((await check()).get("properties")?.detail).toContain("of a clip: refused");
  });

  it("answers all of it with nothing open, and where every call fails", async () => {
    const healthy = [...(await check(true)).keys()];
    editor.state.isProjectOpen = false;
    expect([...(await check(true)).keys()]).toEqual(healthy);
    editor.state.isProjectOpen = true;
    editor.state.faults.failing = () => "throws";
    expect([...(await check(true)).keys()]).toEqual(healthy);
  });

  it("changes nothing", async () => {
    await editor.host.insert(requestOf());
    const { labels } = editor.state.ledger;
    const before = [[...labels], editor.audioClips()];
    await check();
    expect([[...labels], editor.audioClips()]).toEqual(before);
  });
});

describe("a drag from the strip", () => {
  it("is looked for in the project", async () => {
    expect((await check(false, { begun: [] })).get("drag")?.outcome).toBe("note");
    expect((await check(false, { begun: [COPY] })).get("drag")?.outcome).toBe("failed");
    await editor.host.insert(requestOf());
    expect((await check(false, { begun: [COPY] })).get("drag")?.outcome).toBe("ok");
  });
});

describe("trying things on a sequence", () => {
  it("is left out where there is no music to try them with", async () => {
    const checks = await check(true);
    expect(checks.get("scratch")?.outcome).toBe("note");
    expect(checks.has("removed")).toBe(false);
    expect(editor.state.sequences).toHaveLength(1);
  });

  it("leaves no sequence, no clip, no marks and no property behind", async () => {
    await open({});
    const { sequence } = editor.state;
    const before = [editor.audioClips(), inProject(editor.state.root)];
    const checks = await check(true);
    const failed = [...checks.values()].filter(({ outcome }) => outcome === "failed");
    expect(failed).toEqual([]);
    expect(checks.get("removed")?.outcome).toBe("ok");
    expect(editor.state.sequence).toBe(sequence);
    expect(editor.state.sequences).toEqual([sequence]);
    expect([editor.audioClips(), inProject(editor.state.root)]).toEqual(before);
  });

  it("tells what Undo must have shown", async () => {
    await open({});
    editor.state.ledger.labels.length = 0;
    const undo = (await check(true)).get("undo")?.detail ?? "";
    const { labels } = editor.state.ledger;
    expect(labels.length).toBeGreaterThan(5);
    for (const label of labels) expect(undo).toContain(`“${label}” answered true`);
  });

  it.each<[string, Partial<Build>, RegExp]>([
    ["levels", { levelScale: "amplitude" }, /Level reads 1: 1 is 0 dB/],
    ["levels on another scale", { levelScale: "top15dB" }, /Level reads 0\.17\d*: 1 is \+15 dB/],
    ["keyframes of the file", { keyframesFrom: "file" }, /count in the file/],
    ["keyframes of the sequence", { keyframesFrom: "sequence" }, /count in the sequence/],
    ["keyframes of neither", { keyframesFrom: "unsaid" }, /does not tell/],
  ])("tells of %s", async (_, build, detail) => {
    await open(build);
    expect((await check(true)).get("volume")).toMatchObject({
      outcome: "ok",
      detail: expect.stringMatching(detail) as unknown,
    });
  });

  it("tells where an overwrite landed", async () => {
    await open({});
    expect((await check(true)).get("overwrite")).toMatchObject({
      outcome: "ok",
      detail: expect.stringMatching(
        /lies on A1, 30\.000 s to 35\.000 s, from 10\.000 s on/,
      ) as unknown,
    });
    editor.state.faults.ignoreOverwrite = true;
    expect((await check(true)).get("overwrite")?.outcome).toBe("failed");
  });

  it("tells of keyframes that were dropped", async () => {
    await open({});
    editor.state.faults.keyframeLimit = 0;
    expect((await check(true)).get("volume")?.outcome).toBe("failed");
  });

  it("tells of a sequence that cannot be deleted", async () => {
    await open({});
    editor.state.faults.keepSequences = true;
    const removed = (await check(true)).get("removed");
    expect(removed?.outcome).toBe("failed");
    expect(removed?.detail).toContain("by hand");
  });
});

/** Every item of the project with its marks and what is kept with it. */
function inProject({ name, source, properties, children = [] }: ItemNode): unknown {
  return [name, source, [...properties], children.map(inProject)];
}
