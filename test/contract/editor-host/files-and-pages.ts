import { describe, expect, it } from "vitest";
import { HostError } from "../../../src/contract/errors.ts";
import type { Bench } from "./bench.ts";

export function testFilesAndPages(bench: Bench): void {
  describe("the folder for music", () => {
    it("is unknown until one is chosen, and then remembered", async () => {
      const [path] = bench.editor.folders;
      expect(await bench.host.readMusicFolder()).toEqual({ path: null });
      bench.editor.willPick(path);
      expect(await bench.host.chooseMusicFolder()).toEqual({ path });
      expect(await bench.host.readMusicFolder()).toEqual({ path });
    });

    it("stays as it is when the editor changes their mind, and can be another", async () => {
      const [first, second] = bench.editor.folders;
      bench.editor.willPick(first);
      await bench.host.chooseMusicFolder();
      bench.editor.willPick(null);
      expect(await bench.host.chooseMusicFolder()).toEqual({ path: null });
      expect(await bench.host.readMusicFolder()).toEqual({ path: first });
      bench.editor.willPick(second);
      await bench.host.chooseMusicFolder();
      expect(await bench.host.readMusicFolder()).toEqual({ path: second });
    });
  });

  describe("keeping a text", () => {
    const FILE = { name: "cue-sheet.csv", text: "Title;Länge\nFirst Light;0:10\n" };

    it("writes just that text where the editor chooses", async () => {
      const path = `${bench.editor.folders[0]}/${FILE.name}`;
      bench.editor.willPick(path);
      expect(await bench.host.saveText(FILE)).toEqual({ path });
      expect([...bench.editor.savedFiles()]).toEqual([[path, FILE.text]]);
    });

    it("writes nothing when the editor changes their mind", async () => {
      bench.editor.willPick(null);
      expect(await bench.host.saveText(FILE)).toEqual({ path: null });
      expect(bench.editor.savedFiles().size).toBe(0);
    });
  });

  describe("opening a page", () => {
    const PAGE = "https://example.org/music?id=far-away";

    it("brings up that very page, once", async () => {
      await bench.host.openPage(PAGE);
      expect(bench.editor.openedPages).toEqual([PAGE]);
    });

    it("says which page did not open", async () => {
      bench.editor.refusePages();
      const failure = bench.host.openPage(PAGE);
      await expect(failure).rejects.toBeInstanceOf(HostError);
      await expect(failure).rejects.toMatchObject({ input: PAGE });
      expect(bench.editor.openedPages).toEqual([]);
    });
  });
}
