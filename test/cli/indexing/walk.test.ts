import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { walk } from "../../../src/cli/indexing/walk.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** A folder with empty files of these names. */
function folderWith(...names: string[]): string {
  const folder = temporaryFolder();
  for (const name of names) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), "");
  }
  return folder;
}
const namesIn = async (folder: string): Promise<string[]> =>
  (await walk(folder)).audio.map((file) => file.name);

describe("walk", () => {
  it("finds audio files in all folders, in order of name", async () => {
    const folder = folderWith("b.mp3", "a/z.WAV", "a/b/c.flac", "B.ogg", "cover.jpg", "notes.txt");
    expect(await namesIn(folder)).toEqual(["B.ogg", "a/b/c.flac", "a/z.WAV", "b.mp3"]);
  });

  it("skips hidden files and folders", async () => {
    expect(await namesIn(folderWith("._ghost.mp3", ".trash/old.mp3", "new.mp3"))).toEqual([
      "new.mp3",
    ]);
  });

  it("enters a folder once, even if links lead back to it", async () => {
    const folder = folderWith("a/one.mp3");
    symlinkSync("..", join(folder, "a", "up"));
    symlinkSync("a", join(folder, "b"));
    expect(await namesIn(folder)).toEqual(["a/one.mp3"]);
  });

  it("follows a link to a file", async () => {
    const folder = folderWith("store/one.mp3");
    const other = temporaryFolder();
    symlinkSync(join(folder, "store", "one.mp3"), join(other, "linked.mp3"));
    expect(await namesIn(other)).toEqual(["linked.mp3"]);
  });

  it("reports dead and circular links, and goes on", async () => {
    const folder = folderWith("ok.mp3");
    symlinkSync("nowhere.mp3", join(folder, "dead.mp3"));
    symlinkSync("self.mp3", join(folder, "self.mp3"));
    symlinkSync("nowhere.txt", join(folder, "dead.txt"));
    const { audio: files, problems } = await walk(folder);
    expect(files.map((file) => file.name)).toEqual(["ok.mp3"]);
    expect(problems.map((problem) => problem.input)).toEqual([
      join(folder, "dead.mp3"),
      join(folder, "self.mp3"),
    ]);
  });

  it.skipIf(process.platform === "win32")("leaves pipes alone, which never end", async () => {
    const folder = folderWith("ok.mp3");
    execFileSync("mkfifo", [join(folder, "pipe.mp3")]);
    expect(await namesIn(folder)).toEqual(["ok.mp3"]);
  });

  it.skipIf(process.platform === "win32")(
    "takes names with line breaks and direction marks",
    async () => {
      const names = ["a\nb.mp3", "c\u202ed.mp3"];
      expect(await namesIn(folderWith(...names))).toEqual(names);
    },
  );

  it.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
    "reports a folder it may not read, and goes on",
    async () => {
      const folder = folderWith("locked/one.mp3", "open/two.mp3");
      chmodSync(join(folder, "locked"), 0);
      const { audio: files, problems } = await walk(folder);
      chmodSync(join(folder, "locked"), 0o755);
      expect(files.map((file) => file.name)).toEqual(["open/two.mp3"]);
      expect(problems).toHaveLength(1);
    },
  );
});
