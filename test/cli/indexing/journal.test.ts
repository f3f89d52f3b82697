import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { openJournal } from "../../../src/cli/indexing/journal.ts";
import { indexOf } from "../../../src/engine/index/entries.ts";
import type { SectionIndex } from "../../../src/engine/index/section-index.ts";
import { PLANE, sections, track } from "../../engine/toy.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const one = (id: string): SectionIndex =>
  indexOf(PLANE, [
    { track: track(id), peaks: Uint8Array.of(1, 2, 3, 4), sections: sections([1, 0], [0, 1]) },
  ]);
const idsIn = (found: readonly SectionIndex[]): string[] =>
  found.flatMap(({ tracks }) => tracks.map(({ id }) => id));
const target = (): string => join(temporaryFolder(), "mine.ndx");
const beside = (path: string): string[] => readdirSync(dirname(path)).sort();

/** Leaves the journal of a process that was killed after these tracks; its path. */
async function leave(path: string, ...ids: string[]): Promise<string> {
  const before = new Set(beside(path));
  const journal = await openJournal(path, PLANE);
  for (const id of ids) await journal.append(one(id));
  const [name = ""] = beside(path).filter((other) => !before.has(other));
  return join(dirname(path), name);
}

describe("the journal of an index", () => {
  it("gives the next process what was embedded, exactly", async () => {
    const path = target();
    await leave(path, "a", "b");
    const { found } = await openJournal(path, PLANE);
    expect(found).toEqual([one("a"), one("b")]);
  });

  it("loses no more than what was cut off, wherever that is", async () => {
    const path = target();
    const whole = readFileSync(await leave(path, "a", "b"));
    const half = whole.length / 2;
    for (let length = 0; length <= whole.length; length += 1) {
      const cut = target();
      writeFileSync(`${cut}.0.journal`, whole.subarray(0, length));
      const { found } = await openJournal(cut, PLANE);
      const expected = ["a", "b"].slice(0, Math.floor(length / half));
      expect([length, ...idsIn(found)]).toEqual([length, ...expected]);
    }
  });

  it("ends where it is damaged", async () => {
    const path = target();
    const file = await leave(path, "a", "b");
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    writeFileSync(file, bytes);
    expect(idsIn((await openJournal(path, PLANE)).found)).toEqual(["a"]);
  });

  it("counts for nothing with another pack", async () => {
    const path = target();
    await leave(path, "a");
    const { found } = await openJournal(path, { ...PLANE, hash: "00".repeat(32) });
    expect(found).toEqual([]);
  });

  it("is one of several, and all go when the index is written", async () => {
    const path = target();
    await leave(path, "a");
    await leave(path, "b");
    writeFileSync(join(dirname(path), "other.ndx.0.journal"), "");
    const journal = await openJournal(path, PLANE);
    expect(idsIn(journal.found).sort()).toEqual(["a", "b"]);
    await journal.append(one("c"));
    expect(beside(path).filter((name) => name.startsWith(basename(path)))).toHaveLength(3);
    await journal.close();
    expect(beside(path)).toEqual(["other.ndx.0.journal"]);
  });

  it("takes with it an index that nobody is writing any more", async () => {
    const path = target();
    writeFileSync(`${path}.0123456789ab.tmp`, "torn");
    writeFileSync(`${path}.ba9876543210.tmp`, "being wr");
    writeFileSync(`${path}.mine.tmp`, "somebody's");
    const journal = await openJournal(path, PLANE);
    writeFileSync(`${path}.ba9876543210.tmp`, "being written");
    await journal.close();
    expect(beside(path)).toEqual(["mine.ndx.ba9876543210.tmp", "mine.ndx.mine.tmp"]);
  });

  it("leaves no file when nothing was embedded", async () => {
    const path = target();
    await openJournal(path, PLANE);
    expect(beside(path)).toEqual([]);
  });

  it("takes what threads finish at the same time", async () => {
    const path = target();
    const journal = await openJournal(path, PLANE);
    const ids = Array.from({ length: 20 }, (_, i) => `track ${i}`);
    await Promise.all(ids.map((id) => journal.append(one(id))));
    expect(idsIn((await openJournal(path, PLANE)).found)).toEqual(ids);
  });
});
