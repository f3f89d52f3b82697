import { describe, expect, it, type TestContext } from "vitest";
import type { FolderFile } from "../../../src/contract/folder.ts";
import { HostError } from "../../../src/contract/errors.ts";
import type { HostFolder } from "../../../src/contract/host-folders.ts";
import type { Bench } from "./bench.ts";
import type { OwnMusicHarness } from "./harness.ts";

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text));

export function testFolders(bench: Bench): void {
  describe("the editor's own folders", () => {
    /** The folder on disk; an application that opens none has nothing to show. */
    const own = ({ skip }: TestContext): OwnMusicHarness =>
      bench.editor.ownMusic ?? skip("opens no folders");
    const added = async (context: TestContext): Promise<HostFolder> => {
      bench.editor.willPick(own(context).path);
      const folder = await bench.host.addFolder();
      if (folder === null) throw new Error("No folder was added.");
      return folder;
    };
    const listed = async (folder: string): Promise<FolderFile[]> => {
      const files: FolderFile[] = [];
      for (let from = 0, done = false; !done; from = files.length) {
        const page = await bench.host.listFolder({ folder, from });
        expect(page.unreadable).toEqual([]);
        files.push(...page.files);
        ({ done } = page);
      }
      return files.sort((a, b) => (a.name < b.name ? -1 : 1));
    };
    const read = async (folder: string, name: string, position: number, length: number) =>
      Buffer.from(
        await bench.host.readFile({ folder, name, position, length }),
        "base64",
      ).toString();

    it("are offered, or else everything about them is refused", async () => {
      const { ownFolders } = await bench.host.describe();
      expect(ownFolders).toBe(bench.editor.ownMusic !== null);
      expect(await bench.host.knownFolders()).toEqual([]);
      const file = { folder: "folder-1", name: "a.wav", position: 0, length: 1 };
      await bench.isRefused(() => bench.host.listFolder({ folder: "folder-1", from: 0 }), /folder/);
      await bench.isRefused(() => bench.host.readFile(file), /folder/);
      await bench.host.forgetFolder("folder-1");
      if (!ownFolders) await bench.isRefused(() => bench.host.addFolder(), /folder/);
    });

    it("are none when the editor changes their mind", async (context) => {
      own(context);
      bench.editor.willPick(null);
      expect(await bench.host.addFolder()).toBeNull();
      expect(await bench.host.knownFolders()).toEqual([]);
    });

    it("are remembered until they are forgotten, each once", async (context) => {
      const folder = await added(context);
      expect(folder).toMatchObject({ name: "My music", path: own(context).path });
      expect(await added(context)).toEqual(folder);
      expect(await bench.host.knownFolders()).toEqual([folder]);
      await bench.host.forgetFolder(folder.id);
      expect(await bench.host.knownFolders()).toEqual([]);
      await bench.isRefused(() => bench.host.listFolder({ folder: folder.id, from: 0 }), /folder/);
    });

    it("list their files with size and time, those in folders within too", async (context) => {
      own(context).add("a.wav", bytes("abcdef"));
      own(context).add("sub/deep/Größe 🎻.mp3", bytes("gh"));
      own(context).add("empty.flac", bytes(""));
      own(context).add(".hidden.wav", bytes("x"));
      own(context).add(".git/b.wav", bytes("x"));
      const files = await listed((await added(context)).id);
      expect(files.map((file) => [file.name, file.bytes])).toEqual([
        ["a.wav", 6],
        ["empty.flac", 0],
        ["sub/deep/Größe 🎻.mp3", 2],
      ]);
      for (const { modified } of files) expect(modified).toBeGreaterThan(0);
    });

    it("give bytes from any place, and fewer where a file ends", async (context) => {
      own(context).add("sub/a.wav", bytes("abcdef"));
      const { id } = await added(context);
      const parts = [read(id, "sub/a.wav", 0, 2), read(id, "sub/a.wav", 4, 9)];
      expect(await Promise.all([...parts, read(id, "sub/a.wav", 9, 9)])).toEqual(["ab", "ef", ""]);
    });

    it("give nothing that they do not hold", async (context) => {
      const { id } = await added(context);
      const failure = bench.host.readFile({ folder: id, name: "no.wav", position: 0, length: 1 });
      await expect(failure).rejects.toBeInstanceOf(HostError);
      await expect(failure).rejects.toMatchObject({ input: "no.wav" });
    });

    it("say so when they are gone, and are remembered all the same", async (context) => {
      own(context).add("a.wav", bytes("abcdef"));
      const folder = await added(context);
      own(context).unplug();
      await bench.isRefused(
        () => bench.host.listFolder({ folder: folder.id, from: 0 }),
        /not there/,
      );
      const file = { folder: folder.id, name: "a.wav", position: 0, length: 1 };
      await bench.isRefused(() => bench.host.readFile(file), /not there/);
      expect(await bench.host.knownFolders()).toEqual([folder]);
    });
  });
}
