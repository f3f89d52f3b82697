import { beforeEach, describe, expect, it, vi } from "vitest";
import { checkFiles } from "../../../plugin/check/files.ts";
import type { Check } from "../../../src/contract/host-check.ts";
import { TEMPORARY_FOLDER } from "../fake/disk.ts";
import { openPremiere, OWN_FOLDER, type PremiereHarness } from "../premiere-harness.ts";

let editor: PremiereHarness;
beforeEach(() => {
  editor = openPremiere();
});

async function check(id: string): Promise<Pick<Check, "outcome" | "detail"> | undefined> {
  return (await checkFiles(editor)).find((one) => one.id === id);
}

async function addFolder(content: string): Promise<void> {
  editor.disk.addFile(`${OWN_FOLDER}/a.wav`, content);
  editor.willPick(OWN_FOLDER);
  await editor.host.addFolder();
}

describe("looking at the host's files", () => {
  it("tells whether a file grows, and leaves none behind", async () => {
    expect(await check("append")).toMatchObject({ outcome: "ok" });
    const { disk } = editor;
    vi.spyOn(disk, "append").mockImplementation((path, bytes) => disk.write(path, bytes));
    expect(await check("append")).toMatchObject({
      outcome: "failed",
      detail: expect.stringMatching(/"c", 1 bytes/) as unknown,
    });
    const left = [...disk.files.keys()].filter((path) => path.startsWith(TEMPORARY_FOLDER));
    expect(left).toEqual([]);
  });

  it("tells how files of the editor's own are read", async () => {
    expect(await check("parts")).toMatchObject({
      outcome: "note",
      detail: expect.stringMatching(/Add a folder/) as unknown,
    });
    await addFolder("abcdef");
    expect(await check("parts")).toMatchObject({
      outcome: "note",
      detail: expect.stringMatching(/whole: Permission/) as unknown,
    });
    editor.fs.opensChosen = true;
    expect(await check("parts")).toMatchObject({ outcome: "ok" });
    expect(editor.fs.openFiles).toBe(0);
    editor.fs.claims = () => 0;
    expect(await check("parts")).toMatchObject({ outcome: "failed" });
  });

  it("has nothing to read where the folder is gone or the file is empty", async () => {
    await addFolder("");
    expect(await check("parts")).toMatchObject({
      outcome: "note",
      detail: expect.stringMatching(/empty/) as unknown,
    });
    editor.disk.unplug(OWN_FOLDER);
    expect(await check("parts")).toMatchObject({
      outcome: "failed",
      detail: expect.stringMatching(/not there/) as unknown,
    });
  });
});
