import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "../../../tools/build/inputs.ts";
import { readManifest } from "../../../tools/manifest.ts";
import { FakeDisk, PLUGIN_FOLDER } from "./disk.ts";
import { FakeUxp } from "./uxp.ts";

const PERMISSIONS = readManifest(join(ROOT, "manifest.json")).requiredPermissions;

let disk: FakeDisk;
let uxp: FakeUxp;
beforeEach(() => {
  disk = new FakeDisk();
  disk.addFile(`${PLUGIN_FOLDER}/page/a.mp3`, "abc");
  disk.folders.add("/Music").add("/Secret");
  disk.addFile("/Secret/diary.txt", "private");
  uxp = new FakeUxp(disk, PERMISSIONS);
});

describe("the imitation of UXP refuses", () => {
  it("file: addresses without fullAccess", async () => {
    await expect(uxp.fileSystem.getEntryWithUrl("file:/Music")).rejects.toThrow(/fullAccess/);
  });

  it("to write into the plugin's folder", async () => {
    const folder = await uxp.fileSystem.getPluginFolder();
    await expect(async () => folder.createFile("x", { overwrite: true })).rejects.toThrow(
      /Read-only/,
    );
  });

  it("what lies outside the folders the person has opened", async () => {
    uxp.fileSystem.picks.push("/Music");
    const music = await uxp.fileSystem.getFolder();
    await expect(async () => music?.getEntry("../Secret/diary.txt")).rejects.toThrow();
    uxp.fileSystem.tokens.set("forged", "/Nowhere");
    await expect(uxp.fileSystem.getEntryForPersistentToken("forged")).rejects.toThrow();
  });

  it("to read as anything but binary here", async () => {
    const folder = await uxp.fileSystem.getPluginFolder();
    const file = await folder.getEntry("page/a.mp3");
    if (!file.isFile || !("read" in file)) throw new Error("Not a file.");
    await expect(file.read({ format: Symbol("binary") })).rejects.toThrow("Invalid parameter.");
    const bytes = await file.read({ format: uxp.storage.formats.binary });
    expect(new TextDecoder().decode(bytes as ArrayBuffer)).toBe("abc");
  });

  it.each(["http://example.org/", "file:///etc/passwd", "mailto:a@example.org"])(
    "to launch %s, for the manifest names only https",
    async (url) => {
      await expect(uxp.shell.openExternal(url, "Because.")).rejects.toThrow(/launchProcess/);
      expect(uxp.shell.opened).toEqual([]);
    },
  );

  it("to set up entry points twice", () => {
    uxp.entrypoints.setup({ panels: {} });
    expect(() => uxp.entrypoints.setup({ panels: {} })).toThrow();
  });
});
