import { describe, expect, it } from "vitest";
import { embedAll } from "../../../src/engine/library/embed-all.ts";
import type { EmbeddedFile } from "../../../src/engine/library/embed-all.ts";
import type { Embedder } from "../../../src/engine/library/embed-all.ts";
import { AudioError, PackError } from "../../../src/contract/errors.ts";

const embedded = {} as EmbeddedFile;
const bad = new AudioError({ what: "Bad.", next: "Leave it." });

interface Run {
  readonly done: string[];
  readonly skipped: (string | undefined)[];
  closed: number;
  atOnce: number;
}

/** Runs two threads over the files; a thread calls `act` for each file. */
async function run(files: string[], act: (file: string) => void): Promise<Run> {
  const result: Run = { done: [], skipped: [], closed: 0, atOnce: 0 };
  let running = 0;
  const thread = (): Embedder => ({
    embed: async (file) => {
      running += 1;
      result.atOnce = Math.max(result.atOnce, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      act(file);
      return embedded;
    },
    close: () => {
      result.closed += 1;
      return Promise.resolve();
    },
  });
  await embedAll({
    files,
    pathOf: (file) => file,
    embedders: [thread(), thread()],
    onEmbedded: (file) => void result.done.push(file),
    onSkipped: (error) => result.skipped.push(error.input),
  });
  return result;
}

describe("embedAll", () => {
  it("gives every file to one thread and keeps all threads busy", async () => {
    const files = ["a", "b", "c", "d", "e"];
    const { done, atOnce, closed } = await run(files, () => undefined);
    expect([...done].sort()).toEqual(files);
    expect([atOnce, closed]).toEqual([2, 2]);
  });

  it("goes on after a file that fails, and names it", async () => {
    const { done, skipped } = await run(["a", "b", "c"], (file) => {
      if (file === "b") throw bad;
    });
    expect([...done].sort()).toEqual(["a", "c"]);
    expect(skipped).toEqual(["b"]);
  });

  it("stops when the model itself fails", async () => {
    const tried: string[] = [];
    const files = Array.from({ length: 20 }, (_, i) => String(i));
    const going = run(files, (file) => {
      tried.push(file);
      throw new PackError({ what: "Gone.", next: "Reinstall." });
    });
    await expect(going).rejects.toThrow("Gone.");
    expect(tried.length).toBeLessThanOrEqual(2);
  });
});
