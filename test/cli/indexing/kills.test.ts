import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { randomNumbers } from "../../engine/toy.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const KILLS = 50;
const FILES = 300;
/** Files that are in flight at once; see index-slowly.ts. */
const THREADS = 2;
/** A process is killed within so many milliseconds after it has begun to embed. */
const LONGEST = 120;

const PROGRAM = fileURLToPath(new URL("./index-slowly.ts", import.meta.url));

interface Run {
  readonly folder: string;
  readonly out: string;
  readonly log: string;
}

/** Runs the program to its end, or kills it after `ms` milliseconds of embedding; whether it ended. */
async function run({ folder, out, log }: Run, ms = Infinity): Promise<boolean> {
  const child = spawn(process.execPath, ["--import", "tsx", PROGRAM, folder, out, log], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  if (ms < Infinity) {
    await Promise.race([once(child.stdout, "data"), ended]);
    await Promise.race([setTimeout(ms), ended]);
    child.kill("SIGKILL");
  }
  const [code] = (await ended) as [number | null];
  return code === 0;
}

it(
  `loses at most the files in flight, however often it is killed`,
  { timeout: 300_000 },
  async () => {
    const root = temporaryFolder();
    const folder = join(root, "music");
    mkdirSync(folder);
    for (let i = 0; i < FILES; i += 1) writeFileSync(join(folder, `${i}.wav`), `sound ${i}`);
    const killed = { folder, out: join(root, "killed.ndx"), log: join(root, "killed.log") };
    const next = randomNumbers(7);

    const whole = { folder, out: join(root, "whole.ndx"), log: join(root, "whole.log") };
    expect(await run(whole)).toBe(true);
    const expected = readFileSync(whole.out);

    let kills = 0;
    let isDone = false;
    while (kills < KILLS && !isDone) {
      isDone = await run(killed, next() * LONGEST);
      if (!isDone) kills += 1;
      // Half-written, the index would be worse than none.
      if (existsSync(killed.out)) expect(readFileSync(killed.out).equals(expected)).toBe(true);
    }
    expect(kills).toBeGreaterThan(10);
    if (!isDone) expect(await run(killed)).toBe(true);

    const embedded = readFileSync(killed.log, "utf8").trim().split("\n");
    expect(new Set(embedded).size).toBe(FILES);
    expect(embedded.length).toBeLessThanOrEqual(FILES + kills * THREADS);

    expect(readFileSync(killed.out).equals(expected)).toBe(true);
    rmSync(folder, { recursive: true });
    expect(readdirSync(root).sort()).toEqual([
      "killed.log",
      "killed.ndx",
      "whole.log",
      "whole.ndx",
    ]);
  },
);
