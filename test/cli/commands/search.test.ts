import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeIndex } from "../../../src/engine/index/writer.ts";
import { toyPack, track } from "../../engine/toy.ts";
import { chord, PROGRAM, TOY_PACK } from "../support/paths.ts";
import { say } from "../support/say.ts";

const TRACKS = 120;
let folder: string;
let common: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "needledrop-"));
  const { dimension, ...pack } = await toyPack();
  const entries = Array.from({ length: TRACKS }, (_, t) => {
    const embedding = Float32Array.from({ length: dimension }, (_x, d) => Math.sin(t + d));
    const sections = [{ start: 0, end: 10, embedding }];
    return { track: track(`track-${t}`), peaks: new Uint8Array(0), sections };
  });
  const index = join(folder, "toy.ndx");
  writeFileSync(index, writeIndex({ ...pack, dimension }, entries));
  common = ["--index", index, "--pack", TOY_PACK];
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Line {
  readonly query?: string;
  readonly ms?: { readonly load: number };
  readonly results?: readonly { readonly id: string }[];
  readonly error?: { readonly code: string; readonly input: string };
}

function fileOf(content: string | Uint8Array): string {
  const path = join(folder, "scenes.txt");
  writeFileSync(path, content);
  return path;
}

async function answers(content: string | Uint8Array, ...more: string[]) {
  const path = fileOf(content);
  const said = await say("search", "--queries", path, "--json", ...common, ...more);
  return { ...said, path, lines: said.results.map((line) => JSON.parse(line) as Line) };
}

describe("--limit", () => {
  it("may be up to 100 for a table and 10,000 for JSON", async () => {
    const table = await say("search", "calm", ...common, "--limit", "101");
    expect([table.code, table.notes[0]]).toEqual([2, expect.stringContaining("from 1 to 100")]);
    const json = await say("search", "calm", ...common, "--limit", "10000", "--json");
    expect((JSON.parse(json.results[0] ?? "") as Line).results).toHaveLength(TRACKS);
  });
});

describe("what was understood", () => {
  interface Understood {
    readonly understood: { readonly text: string; readonly items: readonly { kind: string }[] };
  }
  const query = "calm piano, no drums, 90 bpm";
  const understoodOf = async (...more: string[]) => {
    const { results } = await say("search", query, ...common, "--json", ...more);
    return (JSON.parse(results[0] ?? "") as Understood).understood;
  };

  it("is in the JSON, and above the table", async () => {
    const { text, items } = await understoodOf();
    expect([text, items.map(({ kind }) => kind)]).toEqual(["calm piano", ["without", "tempo"]]);
    const table = await say("search", query, ...common);
    expect(table.results[0]).toContain(
      "Understood:\n  no drums → no drums\n  90 bpm → 86 to 94 bpm",
    );
  });

  it("is taken back by --literal", async () => {
    const { text, items } = await understoodOf("--literal", "no drums", "--literal", "90 bpm");
    expect([text, items]).toEqual([query, []]);
  });

  it("is not said of plain words", async () => {
    const { results } = await say("search", "calm piano", ...common);
    expect(results[0]).toMatch(/^calm piano\n\n *#/);
  });
});

describe("filters", () => {
  interface Counted extends Line {
    readonly total: number;
    readonly facets: { readonly playable: number };
    readonly emptiedBy: unknown;
    readonly didYouMean: unknown;
  }
  const asked = async (...args: string[]) => {
    const { results } = await say("search", ...args, ...common, "--json");
    return JSON.parse(results[0] ?? "") as Counted;
  };

  it("come back with counts, and what they leave", async () => {
    const answer = await asked("calm", "--max-length", "1:00", "--limit", "3");
    expect([answer.total, answer.results?.length]).toEqual([TRACKS, 3]);
    expect(answer.facets.playable).toBe(TRACKS);
    const none = await asked("calm", "--max-length", "0:59", "--local");
    expect(none.emptiedBy).toEqual({ filter: "length", leaves: TRACKS });
  });

  it("that leave nothing are named in place of the table", async () => {
    const { results } = await say("search", "calm", ...common, "--catalogue", "No such");
    expect(results[0]).toContain(`Leave out --catalogue to see ${TRACKS} tracks.`);
  });

  it("need no sentence, and neither does music to be like", async () => {
    expect((await asked("--local")).results).toHaveLength(10);
    const { results } = await asked("--like", "track-7", "--limit", "200");
    expect(results?.map(({ id }) => id)).not.toContain("track-7");
    expect(results).toHaveLength(TRACKS - 1);
  });

  it("say how many tracks there are beyond the table", async () => {
    const { results } = await say("search", "--local", ...common);
    expect(results[0]).toContain(`10 of ${TRACKS} tracks that fit.`);
  });
});

describe("--like-file", () => {
  it("hears the file, and goes by it", async () => {
    const { code, results } = await say(
      "search",
      ...common,
      "--json",
      "--like-file",
      chord("flac"),
    );
    expect([code, (JSON.parse(results[0] ?? "") as Line).results?.length]).toEqual([0, 10]);
  });

  it("refuses what is no audio, by name", async () => {
    const file = fileOf("no music");
    const { code, notes } = await say("search", ...common, "--like-file", file);
    expect([code, notes[0]]).toEqual([1, expect.stringContaining(file)]);
  });
});

describe("--like", () => {
  it("refuses a track that is not there", async () => {
    const { code, notes } = await say("search", ...common, "--like", "nothing");
    expect([code, notes[0]]).toEqual([2, expect.stringContaining("(nothing)")]);
  });
});

describe("--queries", () => {
  it("answers each line like a single search, in order, loading once", async () => {
    const { code, notes, lines } = await answers("calm piano\r\n\n  \nhappy banjo\n");
    expect([code, notes]).toEqual([0, []]);
    expect(lines.map(({ query }) => query)).toEqual(["calm piano", "happy banjo"]);
    const alone = await say("search", "happy banjo", "--json", ...common);
    expect(lines[1]?.results).toEqual((JSON.parse(alone.results[0] ?? "") as Line).results);
    expect(lines.map(({ ms }) => (ms?.load ?? 0) > 0)).toEqual([true, false]);
  });

  it("applies --limit to every line", async () => {
    const { lines } = await answers("calm\ndark", "--limit", "110");
    expect(lines.map(({ results }) => results?.length)).toEqual([110, 110]);
  });

  it("reports a line that it cannot search for in its place, and answers the others", async () => {
    const { code, lines, path } = await answers(
      Buffer.concat([Buffer.from("calm\n\u200b\n"), Buffer.of(0xff, 10), Buffer.from("dark")]),
    );
    expect(code).toBe(2);
    expect(lines).toMatchObject([
      { query: "calm" },
      { error: { code: "empty-query", input: `${path}:2` } },
      { error: { code: "usage", input: `${path}:3` } },
      { query: "dark" },
    ]);
  });

  it("warns about a line that is too long to be read in full", async () => {
    const { code, notes, path } = await answers(`calm\n${"dark ".repeat(500)}`);
    expect([code, notes]).toEqual([
      0,
      [`${path}:2: only the first 2000 characters are searched for.`],
    ]);
  });

  it.each([
    ["a missing file", "/no/such/file", "cannot be read"],
    ["a file without a sentence", "", "There is no sentence"],
  ])("refuses %s", async (_, path, what) => {
    const file = path === "" ? fileOf(" \n\n") : path;
    const { code, results } = await say("search", "--queries", file, "--json", ...common);
    expect([code, results]).toEqual([2, [expect.stringContaining(what)]]);
  });

  it("needs --json", async () => {
    const { code, notes } = await say("search", "--queries", fileOf("calm"), ...common);
    expect([code, notes]).toEqual([2, [expect.stringContaining("Add --json")]]);
  });

  it("reads standard input for -", async () => {
    const args = [PROGRAM, "search", "--queries", "-", "--json", ...common];
    const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
    child.stdin.end("calm\ndark\n");
    let stdout = "";
    for await (const text of child.stdout) stdout += String(text);
    const queries = stdout.trimEnd().split("\n");
    expect(queries.map((line) => (JSON.parse(line) as Line).query)).toEqual(["calm", "dark"]);
  });

  it("exits quietly when its reader closes the pipe", async () => {
    const file = fileOf("calm\n".repeat(200));
    const args = [PROGRAM, "search", "--queries", file, "--json", "--limit", "120", ...common];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    let stderr = "";
    child.stderr.on("data", (text) => (stderr += String(text)));
    child.stdout.once("data", () => child.stdout.destroy());
    await new Promise((resolve) => child.on("close", resolve));
    expect(stderr).toBe("");
  });
});
