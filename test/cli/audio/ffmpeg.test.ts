import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readThroughFfmpeg, type FfmpegOptions } from "../../../src/cli/audio/ffmpeg.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** A program made from a shell script. */
function standIn(script: string): string {
  const path = join(temporaryFolder(), "ffmpeg");
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

async function read(path: string, options: Partial<FfmpegOptions>): Promise<number[]> {
  const samples: number[] = [];
  for await (const block of readThroughFfmpeg(path, "mp4", { longest: 60, ...options })) {
    samples.push(...(block.channels[0] ?? []));
  }
  return samples;
}

describe.skipIf(process.platform === "win32")("readThroughFfmpeg", () => {
  it("reads little-endian floats", async () => {
    const program = standIn("printf '\\000\\000\\000\\077\\000\\000\\200\\277'");
    expect(await read("a.m4a", { program })).toEqual([0.5, -1]);
  });

  it("lets ffmpeg open only this file, with the demuxer we chose", async () => {
    const folder = temporaryFolder();
    const log = join(folder, "log");
    const program = standIn(`for word in "$@"; do echo "$word" >> ${log}; done`);
    await read("-evil.m4a", { program, longest: 60 });
    const words = readFileSync(log, "utf8").trim().split("\n");
    const before = words.slice(0, words.indexOf("-i") + 2).join(" ");
    expect(before).toBe("-nostdin -v error -protocol_whitelist file -f mov -i file:-evil.m4a");
    expect(words.join(" ")).toContain("-t 60");
  });

  it("says that ffmpeg is not installed", async () => {
    const program = join(temporaryFolder(), "nothing-here");
    await expect(read("a.m4a", { program })).rejects.toThrow(
      "did not start. (a.m4a) Install ffmpeg",
    );
  });

  it("passes on ffmpeg's message, without the memory address in it", async () => {
    const program = standIn("echo '[mov @ 0x55aa] moov atom not found' >&2; echo more >&2; exit 1");
    await expect(read("a.m4a", { program })).rejects.toMatchObject({
      code: "audio",
      cause: "moov atom not found",
    });
  });

  it("kills ffmpeg if it hangs", async () => {
    const program = standIn("exec sleep 60");
    await expect(read("a.m4a", { program, stallLimitMs: 100 })).rejects.toThrow("took too long");
  });
});
