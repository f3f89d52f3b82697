import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runCompose, type PieceRecord } from "../../composer/cli/compose.ts";
import { runOriginals } from "../../composer/cli/originals.ts";
import { runRender } from "../../composer/cli/render.ts";
import { UsageError } from "../../composer/lib/usage-error.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "needledrop-composer-test-"));
  vi.spyOn(console, "log").mockImplementation(() => undefined);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function compose(...words: string[]): void {
  runCompose(["--count", "2", "--seed", "3", "--out", join(folder, "corpus"), ...words]);
}

describe("compose", () => {
  it("writes a line and a MIDI file for every piece", () => {
    compose("--styles", "waltz,lo-fi", "--seconds", "20");
    const corpus = join(folder, "corpus");
    const records = readFileSync(join(corpus, "pieces.jsonl"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as PieceRecord);
    expect(records.map((record) => record.id)).toEqual(["waltz-000003", "lo-fi-000004"]);
    expect(readdirSync(join(corpus, "midi")).sort()).toEqual([
      "lo-fi-000004.mid",
      "waltz-000003.mid",
    ]);
  });

  it("keeps a recording of the same notes and deletes one of other notes", () => {
    compose("--styles", "waltz", "--seconds", "20");
    const audio = join(folder, "corpus", "audio");
    mkdirSync(audio);
    for (const id of ["waltz-000003", "waltz-000004"]) {
      writeFileSync(join(audio, `${id}.flac`), "recorded");
    }
    compose("--styles", "waltz", "--seconds", "20");
    expect(readdirSync(audio)).toHaveLength(2);
    compose("--styles", "waltz", "--seconds", "40");
    expect(readdirSync(audio)).toEqual([]);
  });

  it("lists the known styles when one is unknown", () => {
    expect(() => {
      compose("--styles", "waltz,foxtrot");
    }).toThrow(/no style "foxtrot".*bossa nova/);
  });

  it.each(["0", "-4", "1.5", "many"])("refuses a count of %s", (count) => {
    expect(() => {
      runCompose(["--count", count, "--seed", "1", "--out", folder]);
    }).toThrow(/--count/);
  });

  it("refuses the catalogue's seeds, unknown options and a missing folder", () => {
    const call = (...words: string[]) => {
      return () => {
        runCompose(["--count", "1", ...words]);
      };
    };
    expect(call("--seed", "900000000", "--out", folder)).toThrow(/--seed/);
    expect(call("--seed", "1", "--out", folder, "--loud", "yes")).toThrow(/no option --loud/);
    expect(call("--seed", "1")).toThrow(/--out/);
    expect(call("--seed")).toThrow(/--seed needs a value/);
  });

  it.each(["9", "601", "-30", "long"])("refuses pieces of %s seconds", (seconds) => {
    expect(() => {
      compose("--seconds", seconds);
    }).toThrow(/--seconds must be a whole number from 10 to 600/);
  });

  it("builds all pieces in the requested order", () => {
    compose("--styles", "waltz", "--seconds", "60", "--order", "2");
    const read = readFileSync(join(folder, "corpus", "pieces.jsonl"), "utf8");
    const pieces = read
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as PieceRecord);
    expect(pieces.map(({ order }) => order)).toEqual(pieces.map(() => 2));
    expect(() => {
      compose("--order", "4");
    }).toThrow(/--order must be a whole number from 0 to 3/);
  });

  it("refuses a file in place of a folder", () => {
    const file = join(folder, "corpus");
    writeFileSync(file, "years of work");
    expect(compose).toThrow(UsageError);
    expect(readFileSync(file, "utf8")).toBe("years of work");
  });

  it("refuses a folder with other files", () => {
    writeFileSync(join(folder, "thesis.txt"), "years of work");
    expect(() => {
      runCompose(["--count", "1", "--seed", "1", "--out", folder]);
    }).toThrow(/thesis\.txt/);
    expect(readdirSync(folder)).toEqual(["thesis.txt"]);
  });
});

describe("render and originals", () => {
  it("name the packages to install if FluidSynth and ffmpeg are missing", async () => {
    compose();
    vi.stubEnv("PATH", folder);
    await expect(runRender([join(folder, "corpus")])).rejects.toThrow(
      /needs fluidsynth and ffmpeg.*apt install/,
    );
    await expect(runOriginals(["--out", join(folder, "originals")])).rejects.toThrow(UsageError);
  });

  it("ask for a corpus and a known format", async () => {
    await expect(runRender([])).rejects.toThrow(/Name the folder/);
    await expect(runRender([folder])).rejects.toThrow(/no pieces\.jsonl/);
    compose();
    await expect(runRender([join(folder, "corpus"), "--format", "mp3"])).rejects.toThrow(
      /--format/,
    );
  });

  it.each([
    [["--rate", "4000"], /--rate must be a whole number from 8000/],
    [["--rate", "fast"], /--rate/],
    [["--rate"], /--rate needs a value/],
    [["--stereo"], /no option --stereo/],
  ])("refuse %j", async (words, message) => {
    compose();
    await expect(runRender([join(folder, "corpus"), ...words])).rejects.toThrow(message);
    expect(existsSync(join(folder, "corpus", "audio"))).toBe(false);
  });

  it("refuse a folder with other files", async () => {
    writeFileSync(join(folder, "thesis.txt"), "years of work");
    await expect(runOriginals(["--out", folder])).rejects.toThrow(/thesis\.txt/);
  });
});

describe("the program", () => {
  it("ends with code 2 and a message after a wrong call", () => {
    const main = fileURLToPath(new URL("../../composer/main.ts", import.meta.url));
    const tsx = createRequire(import.meta.url).resolve("tsx/cli");
    const words = [tsx, main, "compose", "--count", "0", "--seed", "1", "--out", folder];
    const result = spawnSync(process.execPath, words, { encoding: "utf8", timeout: 50_000 });
    expect(result.status).toBe(2);
    expect(result.stderr).toMatch(/--count must be a whole number from 1/);
    expect(result.stderr).not.toMatch(/at .*\.ts:/);
  });
});
