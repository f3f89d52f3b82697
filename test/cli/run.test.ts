import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chord, TOY_PACK } from "./support/paths.ts";
import { say } from "./support/say.ts";

interface Failure {
  readonly error: { code: string; what: string; input: string | null; next: string };
}

describe("run", () => {
  it.each([
    [["--help"], "Usage: needledrop <command>"],
    [["search", "--help"], 'Usage: needledrop search ["<sentence>"]'],
    [["embed", "-h"], "Usage: needledrop embed"],
    [["index", "--help"], "Usage: needledrop index DIR --out FILE"],
    [["catalogue", "--help"], "Usage: needledrop catalogue import LIST --out DIR"],
    [["catalogue", "import", "--help"], "Usage: needledrop catalogue import LIST --out DIR"],
  ])("explains itself with %j in 100 columns", async (args, text) => {
    const { code, results, notes } = await say(...args);
    expect([code, notes]).toEqual([0, []]);
    expect(results[0]).toContain(text);
    expect(Math.max(...(results[0] ?? "").split("\n").map((line) => line.length))).toBeLessThan(
      101,
    );
  });

  it.each<[string[], string]>([
    [[], "No command was given."],
    [["find", "rain"], "There is no such command."],
    [["search", "rain", "--colour", "red"], "Unknown option '--colour'"],
    [["search"], "needs a sentence"],
    [["search", "slow", "rain"], "takes one argument, not 2"],
    [["search", "rain", "--limit", "0"], "--limit must be a whole number"],
    [["search", "rain", "--limit", "10001"], "--limit must be a whole number"],
    [["search", "rain", "--limit"], "argument missing"],
    [["search", "rain", "--queries", "scenes.txt"], "replaces the sentence"],
    [["embed"], "either --text or --audio"],
    [["embed", "--text", "a", "--audio", "b.mp3"], "either --text or --audio"],
    [["embed", "stray", "--text", "a"], "either --text or --audio"],
    [["embed", "--text", " ", "--pack", TOY_PACK], "nothing"],
    [["index", "."], "needs --out"],
    [["index", "--out", "x.ndx"], "needs a folder"],
    [["index", "/no/such/folder", "--out", "x.ndx"], "The folder does not exist."],
    [["index", chord("mp3"), "--out", "x.ndx"], "This is not a folder."],
    [["index", ".", "--out", "/no/such/folder/x.ndx"], "does not exist or cannot be written to"],
    [["index", ".", "--out", "."], "is not a file"],
  ])("refuses %j as wrong use, to people and to machines", async (args, what) => {
    const person = await say(...args);
    expect([person.code, person.results]).toEqual([2, []]);
    expect(person.notes).toEqual([expect.stringContaining(what)]);
    const machine = await say(...args, "--json");
    expect([machine.code, machine.notes]).toEqual([2, []]);
    const { error } = JSON.parse(machine.results[0] ?? "") as Failure;
    expect(Object.keys(error)).toEqual(["code", "what", "input", "next"]);
    expect(person.notes[0]).toContain(error.next);
  });

  it.each([
    [["search", "rain", "--index", "/no/index.ndx", "--pack", TOY_PACK], "index-format"],
    [["search", "rain", "--index", chord("mp3"), "--pack", TOY_PACK], "index-format"],
    [["search", "rain", "--pack", "/no/pack"], "pack"],
    [["embed", "--text", "rain", "--pack", "/no/pack"], "pack"],
    [["index", ".", "--pack", "/no/pack", "--out", join(tmpdir(), "never-written.ndx")], "pack"],
  ])("fails with exit code 1 on %j", async (args, kind) => {
    const { code, results, notes } = await say(...args, "--json");
    expect([code, notes]).toEqual([1, []]);
    expect((JSON.parse(results[0] ?? "") as Failure).error.code).toBe(kind);
  });

  it("prints no control characters of its arguments", async () => {
    const { notes } = await say("\u001b[2Jfind\n");
    expect(notes[0]).toContain("(\\u001b[2Jfind\\u000a)");
  });
});
