import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { FitSchema } from "../../../src/contract/fit.ts";
import { needledrop } from "../support/needledrop.ts";
import { chord } from "../support/paths.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const Output = v.object({ fits: v.array(FitSchema), problem: v.nullable(v.string()) });

describe("needledrop fit", () => {
  it("re-edits a track that ships, and writes a WAV file of exactly that length", async () => {
    const out = join(temporaryFolder(), "dawn.wav");
    const { code, stdout, stderr } = await needledrop(
      ...["fit", "the-last-dawn", "--to", "30", "--hits", "12.5", "--out", out, "--json"],
    );
    expect([code, stderr]).toEqual([0, ""]);
    const { fits, problem } = v.parse(Output, JSON.parse(stdout));
    expect(problem).toBeNull();
    expect(fits[0]?.kind).toBe("edited");
    expect(fits[0]?.hits[0]?.what).not.toBe("");
    const rate = readFileSync(out).readUInt32LE(24);
    const channels = readFileSync(out).readUInt16LE(22);
    expect(statSync(out).size).toBe(68 + 30 * rate * channels * 3);
    const again = await needledrop("fit", "the-last-dawn", "--to", "30", "--out", out);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain("cannot be made");
  });

  it("says why a file cannot be re-edited, and what it plays instead", async () => {
    const { code, stdout } = await needledrop("fit", chord("flac"), "--to", "2");
    expect(code).toBe(0);
    expect(stdout).toContain("No bars can be heard");
    expect(stdout).toMatch(/plays 0:00\.00 to/);
  });

  it.each([
    [["fit"], "needs a file"],
    [["fit", "x.wav"], "needs --to"],
    [["fit", "x.wav", "--to", "half"], "--to takes numbers"],
    [["fit", "x.wav", "--to", "4000"], "--to takes numbers"],
    [["fit", "x.wav", "--to", "10", "--hits", "3,four"], "--hits takes numbers"],
  ])("refuses %j", async (args, words) => {
    const { code, stderr } = await needledrop(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });

  it("says that there is no such file", async () => {
    const { code, stderr } = await needledrop("fit", "no-such-track", "--to", "10");
    expect(code).toBe(1);
    expect(stderr).toContain("cannot be opened");
  });
});
