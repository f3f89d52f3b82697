import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readText } from "../../../../src/cli/catalogue/rows/utf8.ts";
import { CatalogueError } from "../../../../src/contract/errors.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** Size of a stream's chunks. */
const CHUNK = 65_536;

async function read(bytes: Uint8Array | string): Promise<string> {
  const path = join(temporaryFolder(), "list.csv");
  writeFileSync(path, bytes);
  let text = "";
  for await (const chunk of readText(path)) text += chunk;
  return text;
}

describe("readText", () => {
  it("drops a byte order mark and ends every line with a line feed", async () => {
    expect(await read("\ufeffa\r\nb\rc\nd\r")).toBe("a\nb\nc\nd\n");
  });

  it("keeps characters and line ends that span two chunks", async () => {
    for (const before of [CHUNK - 3, CHUNK - 2, CHUNK - 1]) {
      const start = "x".repeat(before);
      expect(await read(`${start}🎵\r\né`)).toBe(`${start}🎵\né`);
      expect(await read(`${start}\r\né\r\n\r\n`)).toBe(`${start}\né\n\n`);
    }
  });

  it.each([
    ["Latin-1", Buffer.from("Title\nRain\nCaf\xe9, bar\nSun\n", "latin1"), 3],
    ["Latin-1 at the end", Buffer.from("Title\nCaf\xe9", "latin1"), 2],
    ["UTF-16", Buffer.from("\ufeffTitle\n", "utf16le"), 1],
    [
      "Latin-1 far down",
      Buffer.from(`${"line\n".repeat(20_000)}${"🎵\n".repeat(20_000)}\xe9\nend\n`, "latin1"),
      20_001,
    ],
  ])("says in which line %s bytes are", async (_, bytes, line) => {
    await expect(read(bytes)).rejects.toThrow(CatalogueError);
    await expect(read(bytes)).rejects.toThrow(`not UTF-8 text; line ${line} `);
  });

  it("names a missing file", async () => {
    await expect(readText("/no/such/list.csv").next()).rejects.toThrow("The list cannot be read.");
  });
});
