import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { chord } from "../cli/support/paths.ts";

const ROOT = join(import.meta.dirname, "../..");
const LIMIT_MS = 240_000;
/** How npm says that it cannot reach the registry. */
const OFFLINE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTCACHED|ENETUNREACH/;

let folder: string;
let contents: string[];
/** Why the package could not be installed; null if it was. */
let offline: string | null = null;

/** Runs npm, or npx, and gives back what it printed. */
async function run(program: "npm" | "npx", args: string[], cwd: string): Promise<string> {
  // What this run of the tests was started with must not reach into the new folder.
  const env = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const options = { cwd, env: Object.fromEntries(env), maxBuffer: 1 << 26, timeout: LIMIT_MS };
  const shell = process.platform === "win32";
  return (await promisify(execFile)(program, args, { ...options, shell })).stdout;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "needledrop-package-"));
  const packed = await run("npm", ["pack", "--json", "--pack-destination", folder], ROOT);
  // The build that runs before it prints as well.
  const [about] = JSON.parse(packed.slice(packed.lastIndexOf("\n[") + 1)) as [
    { filename: string; files: { path: string }[] },
  ];
  contents = about.files.map(({ path }) => path);
  writeFileSync(join(folder, "package.json"), "{}");
  const how = ["--omit=dev", "--prefer-offline", "--no-audit", "--no-fund", "--fetch-retries=1"];
  try {
    await run("npm", ["install", join(folder, about.filename), ...how], folder);
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    if (stderr === undefined || !OFFLINE.test(stderr)) throw error;
    offline = "The npm registry cannot be reached.";
  }
}, LIMIT_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function needledrop({ skip }: TestContext, ...args: string[]): Promise<unknown> {
  if (offline !== null) skip(offline);
  return JSON.parse(await run("npx", ["--no", "needledrop", ...args, "--json"], folder));
}

describe("the package", () => {
  it("holds the program, the pack and both indexes, and neither audio nor source", () => {
    expect(contents).toEqual(
      expect.arrayContaining([
        "bin/needledrop.js",
        "dist/cli/main.js",
        "dist/cli/worker.js",
        "dist/cli/transformers.js",
        "dist/cli/THIRD-PARTY.txt",
        "models/needledrop-base/text.onnx",
        "models/needledrop-base/audio.onnx",
        "catalogue/originals/index.ndx",
        "catalogue/incompetech/index.ndx",
        "LICENSE",
        "README.md",
      ]),
    );
    expect(contents.filter((file) => /\.(mp3|wav|ts|py|map)$/.test(file))).toEqual([]);
  });

  it("searches right after it was installed without what only development needs", async (test) => {
    const answer = await needledrop(test, "search", "polka", "--limit", "3");
    expect(answer).toMatchObject({ query: "polka", results: [{ rank: 1 }, { rank: 2 }, {}] });
    expect(existsSync(join(folder, "node_modules/tsx"))).toBe(false);
    expect(existsSync(join(folder, "node_modules/lit"))).toBe(false);
  });

  it("indexes a folder of music, every format that it decodes itself", async (test) => {
    const music = join(folder, "music");
    mkdirSync(music, { recursive: true });
    const kinds = ["mp3", "flac", "ogg", "opus"] as const;
    for (const kind of kinds) cpSync(chord(kind), join(music, `${kind}.${kind}`));
    const out = join(folder, "mine.ndx");
    const made = await needledrop(test, "index", music, "--out", out);
    expect(made).toMatchObject({ tracks: kinds.length, skipped: [] });
    // All of them are one recording, so one of them is found.
    const { results } = (await needledrop(test, "search", "a chord", "--index", out)) as {
      results: unknown[];
    };
    const copies = Object.keys((made as { duplicates: object }).duplicates);
    expect(results.length + copies.length).toBe(kinds.length);
    expect(results.length).toBeGreaterThan(0);
  });
});
