import { execFileSync } from "node:child_process";
import { closeSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contentHash } from "../../../src/cli/indexing/content-hash.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

describe("contentHash", () => {
  it("is the SHA-256 of the content", async () => {
    const path = join(temporaryFolder(), "abc");
    writeFileSync(path, "abc");
    expect(await contentHash(path)).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
    writeFileSync(path, "");
    expect(await contentHash(path)).toMatch(/^e3b0c442/);
  });

  it("fails where there is no file", async () => {
    await expect(contentHash(join(temporaryFolder(), "none"))).rejects.toThrow("ENOENT");
  });

  it.skipIf(process.platform === "win32")("gives up on a file that never answers", async () => {
    // A pipe that nobody writes to is as silent as a drive that was unplugged.
    const pipe = join(temporaryFolder(), "pipe");
    execFileSync("mkfifo", [pipe]);
    await expect(contentHash(pipe, 20)).rejects.toThrow("Nothing came.");
    closeSync(openSync(pipe, "w"));
  });
});
