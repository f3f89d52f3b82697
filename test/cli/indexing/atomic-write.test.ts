import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  checkWritable,
  writeAllAtomically,
  writeAtomically,
} from "../../../src/cli/indexing/atomic-write.ts";
import { UsageError } from "../../../src/contract/errors.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

describe("writeAtomically", () => {
  it("replaces a file and leaves nothing beside it", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "out.ndx");
    writeFileSync(path, "old");
    await writeAtomically(path, Buffer.from("new"));
    expect(readFileSync(path, "utf8")).toBe("new");
    expect(readdirSync(folder)).toEqual(["out.ndx"]);
  });

  it("leaves nothing behind when it fails", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "out.ndx"));
    await expect(writeAtomically(join(folder, "out.ndx"), Buffer.from("new"))).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(["out.ndx"]);
  });
});

describe("writeAllAtomically", () => {
  it("writes all files", async () => {
    const folder = temporaryFolder();
    const paths = ["a.json", "b.ndx"].map((name) => join(folder, name));
    await writeAllAtomically(paths.map((path) => ({ path, bytes: Buffer.from(path) })));
    expect(paths.map((path) => readFileSync(path, "utf8"))).toEqual(paths);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it("replaces none when one of them cannot be written", async () => {
    const folder = temporaryFolder();
    const [first, second] = [join(folder, "a.json"), join(folder, "no", "b.ndx")];
    writeFileSync(first, "old");
    const files = [first, second].map((path) => ({ path, bytes: Buffer.from("new") }));
    await expect(writeAllAtomically(files)).rejects.toThrow();
    expect(readFileSync(first, "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["a.json"]);
  });
});

describe("checkWritable", () => {
  it("accepts a new and an existing file", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "old.ndx"), "");
    await checkWritable(join(folder, "old.ndx"));
    await checkWritable(join(folder, "new.ndx"));
  });

  it("refuses a folder in place of a file, and a missing folder", async () => {
    const folder = temporaryFolder();
    await expect(checkWritable(folder)).rejects.toThrow(UsageError);
    await expect(checkWritable(join(folder, "no", "out.ndx"))).rejects.toThrow(UsageError);
  });
});
