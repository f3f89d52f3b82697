import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { catalogueText } from "../../../src/cli/catalogue/catalogue-file.ts";
import { getTracks } from "../../../src/cli/catalogue/get-command.ts";
import type { Outcome } from "../../../src/cli/command.ts";
import type { Terminal } from "../../../src/cli/terminal.ts";
import { NeedledropError } from "../../../src/contract/errors.ts";
import { licenceIn } from "../../../src/engine/library/licence-files.ts";
import {
  mp3Bytes,
  openLoopback,
  wholeFile,
  type Loopback,
} from "../../shared/download/loopback.ts";
import { TOY_PACK } from "../support/paths.ts";
import { say } from "../support/say.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { toyCatalogue } from "./toy-catalogue.ts";

const SONG = mp3Bytes(400);
let host: Loopback;
let folder: string;
let out: string;
let notes: string[];
let shown: string[];
let questions: string[];

beforeEach(async () => {
  host = await openLoopback();
  host.answer("/files/C-Funk.mp3", wholeFile(SONG));
  host.answer("/files/It's%20%26.mp3", wholeFile(SONG));
  folder = temporaryFolder();
  out = join(folder, "out");
  [notes, shown, questions] = [[], [], []];
  const licence = { id: "CC-BY-4.0", name: "CC BY 4.0", attribution: '"{title}" by {artist}' };
  const track = { artist: "Ann", seconds: 10, genres: ["rock"] };
  const catalogue = toyCatalogue(
    [
      { ...track, id: "1", title: "C-Funk", file: "C-Funk.mp3" },
      { ...track, id: "2", title: "It's", file: "It's &.mp3" },
      { ...track, id: "3", title: "Gone", file: "Gone.mp3" },
      { ...track, id: "4", title: "Nowhere", page: "https://music.example/4" },
    ],
    { files: "https://music.example/files/{file}", licence },
  );
  writeFileSync(join(folder, "catalogue.json"), catalogueText(catalogue));
  const index = ["catalogue", "index", join(folder, "catalogue.json"), "--pack", TOY_PACK];
  expect((await say(...index, "--out", join(folder, "toy.ndx"))).code).toBe(0);
});
afterEach(() => host.close());

/** @param answer what the person says; null if nobody is there */
function get(ids: readonly string[], answer: boolean | null = true): Promise<Outcome> {
  const terminal: Terminal = {
    result: () => Promise.resolve(),
    note: (text) => void notes.push(text),
    status: (text) => void shown.push(text),
    ...(answer === null
      ? {}
      : {
          ask: (question) => {
            questions.push(question);
            return Promise.resolve(answer);
          },
        }),
  };
  const files = ["--index", join(folder, "toy.ndx"), "--pack", TOY_PACK, "--out", out];
  return getTracks(host.fetch)([...ids, ...files], terminal);
}

async function failure(call: Promise<unknown>): Promise<NeedledropError> {
  const thrown: unknown = await call.catch((error: unknown) => error);
  if (thrown instanceof NeedledropError) return thrown;
  throw new Error(`Expected a NeedledropError, got ${String(thrown)}`);
}

describe("catalogue get", () => {
  it("downloads tracks, and writes their licence beside them", async () => {
    const { json, text } = await get(["toy/1", "toy/2", "toy/1"]);
    expect(readdirSync(out).sort()).toEqual([
      ...["C-Funk.mp3", "C-Funk.txt", "It's &.mp3", "It's &.txt"],
    ]);
    expect(readFileSync(join(out, "C-Funk.mp3")).equals(SONG)).toBe(true);
    expect(licenceIn(readFileSync(join(out, "C-Funk.txt"), "utf8"))).toMatchObject({
      id: "CC-BY-4.0",
      attribution: '"C-Funk" by Ann',
    });
    const path = join(out, "C-Funk.mp3");
    expect(json).toMatchObject({
      files: [{ id: "toy/1", path, bytes: SONG.length, isNew: true }, { id: "toy/2" }],
    });
    expect(text).toContain(`Got:  ${path}`);
    expect(shown.at(-1)).toBe("It's &.mp3: 0.2 of 0.2 MB");
  });

  it("asks first, naming tracks, licences, credit lines and the host", async () => {
    const error = await failure(get(["toy/1", "toy/2"], false));
    expect([error.code, error.what]).toEqual(["download", "Nothing was downloaded."]);
    expect(questions.join()).toMatch(
      /these 2 files from music\.example to .*names and your address/,
    );
    expect(notes.join("\n")).toContain("C-Funk, Ann (CC BY 4.0): C-Funk.mp3");
    expect(notes.join("\n")).toContain('Credit it as: "C-Funk" by Ann');
    expect([host.asked, existsSync(out)]).toEqual([[], false]);
  });

  it("downloads nothing where nobody can be asked, unless --yes consents", async () => {
    const error = await failure(get(["toy/1"], null));
    expect([error.code, error.next]).toEqual(["usage", "Add --yes to consent."]);
    expect(host.asked).toEqual([]);
    await get(["toy/1", "--yes"], null);
    expect(host.asked).toEqual(["/files/C-Funk.mp3"]);
  });

  it("does not download again what is here, and says so", async () => {
    await get(["toy/1"]);
    const { json, text } = await get(["toy/1"]);
    expect(host.asked).toHaveLength(1);
    expect(json).toMatchObject({ files: [{ isNew: false }] });
    expect(text).toContain("Here: ");
  });

  it("leaves another's file of the same name alone", async () => {
    mkdirSync(out);
    writeFileSync(join(out, "C-Funk.mp3"), "mine");
    expect((await failure(get(["toy/1"]))).what).toMatch(/Another file of the same name/);
    expect(readFileSync(join(out, "C-Funk.mp3"), "utf8")).toBe("mine");
    expect(readdirSync(out)).toEqual(["C-Funk.mp3"]);
  });

  it("leaves another's text alone, and writes the licence beside it", async () => {
    mkdirSync(out);
    writeFileSync(join(out, "C-Funk.txt"), "La la la");
    await get(["toy/1"]);
    expect(readFileSync(join(out, "C-Funk.txt"), "utf8")).toBe("La la la");
    expect(readFileSync(join(out, "C-Funk.licence.txt"), "utf8")).toContain("Track: toy/1");
    expect((await get(["toy/1"])).json).toMatchObject({ files: [{ isNew: false }] });
  });

  it("keeps nothing of a download that fails", async () => {
    expect((await failure(get(["toy/3"]))).what).toMatch(/does not have this file any more/);
    expect(readdirSync(out)).toEqual([]);
    host.answer("/files/C-Funk.mp3", (_, response) => {
      response.writeHead(200, { "content-type": "audio/mpeg", "content-length": SONG.length });
      response.write(SONG.subarray(0, 100_000), () => setTimeout(() => response.destroy(), 20));
    });
    expect((await failure(get(["toy/1"]))).what).toMatch(/broke off/);
    expect(readdirSync(out)).toEqual([]);
  });

  it("goes on after one that fails, and says how many did", async () => {
    const error = await failure(get(["toy/3", "toy/1"]));
    expect([error.code, error.what]).toEqual(["download", "1 of 2 files were not downloaded."]);
    expect(notes.join()).toMatch(/Gone: music\.example does not have this file/);
    expect(readdirSync(out).sort()).toEqual(["C-Funk.mp3", "C-Funk.txt"]);
  });

  it("says where the downloads cannot be written", async () => {
    writeFileSync(out, "a file");
    expect((await failure(get(["toy/1"]))).what).toMatch(/could not be written/);
  });

  it.each([
    [[], "usage", /needs the ids/],
    [["toy/9"], "usage", /No track has this id/],
    [["toy/4"], "usage", /does not say where its file is/],
    [["toy/1", "toy/9"], "usage", /No track/],
  ])("refuses %j before it asks", async (ids, code, what) => {
    const error = await failure(get(ids));
    expect(error.code).toBe(code);
    expect(error.what).toMatch(what);
    expect([questions, host.asked]).toEqual([[], []]);
  });
});

it("leaves no part of a file behind when Ctrl-C ends it", { timeout: 60_000 }, async () => {
  host.answer("/files/C-Funk.mp3", (_, response) => {
    response.writeHead(200, { "content-type": "audio/mpeg", "content-length": 9e6 });
    response.write(mp3Bytes(1000));
  });
  const program = join(import.meta.dirname, "get-from-loopback.ts");
  const get = ["toy/1", "--yes", "--index", join(folder, "toy.ndx"), "--pack", TOY_PACK];
  const child = spawn(
    process.execPath,
    ["--import", "tsx", program, host.origin, ...get, "--out", out],
    { stdio: "inherit" },
  );
  const ended = once(child, "exit");
  await expect.poll(() => existsSync(join(out, "C-Funk.mp3.part")), { timeout: 40_000 }).toBe(true);
  child.kill("SIGINT");
  expect((await ended)[0]).toBe(130);
  expect(readdirSync(out)).toEqual([]);
});
