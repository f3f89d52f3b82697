import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chord, TOY_PACK } from "./support/paths.ts";
import { say } from "./support/say.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

/** The toy pack as if its weights had been published for non-commercial use. */
function nonCommercialPack(): string {
  const folder = join(temporaryFolder(), "pack");
  cpSync(TOY_PACK, folder, { recursive: true });
  const path = join(folder, "pack.json");
  const pack = JSON.parse(readFileSync(path, "utf8")) as { licence: { id: string } };
  pack.licence.id = "CC-BY-NC-4.0";
  writeFileSync(path, JSON.stringify(pack));
  return folder;
}

const NOTE = "toy-pack@0.0.1: This pack's licence (CC BY-NC 4.0) allows non-commercial use only.";

describe("a pack for non-commercial use only", () => {
  it("is noted once by every command that uses it, beside the result", async () => {
    const pack = ["--pack", nonCommercialPack(), "--json"];
    const folder = temporaryFolder();
    cpSync(chord("mp3"), join(folder, "chord.mp3"));
    const [out, list] = [join(folder, "out.ndx"), join(folder, "tracks.csv")];
    writeFileSync(list, "title,moods\nDawn,calm\n");
    const names = ["--id", "acme", "--name", "Acme", "--licence", "CC0-1.0"];
    const acme = join(folder, "acme");
    for (const args of [
      ["embed", "--text", "calm"],
      ["index", folder, "--out", out],
      ["search", "calm", "--index", out],
      ["catalogue", "import", list, "--out", acme, ...names],
      ["catalogue", "index", join(acme, "catalogue.json"), "--out", out],
    ]) {
      const { code, results, notes } = await say(...args, ...pack);
      expect([args, code, notes.filter((note) => note.includes("licence"))]).toEqual([
        args,
        0,
        [NOTE],
      ]);
      expect(JSON.parse(results.join("\n"))).toBeTypeOf("object");
    }
  });

  it("is the only kind that is noted", async () => {
    const { code, notes } = await say("embed", "--text", "calm", "--pack", TOY_PACK);
    expect([code, notes]).toEqual([0, []]);
  });
});
