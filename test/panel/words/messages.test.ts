import { describe, expect, it } from "vitest";
import type { EngineInfo } from "../../../src/contract/engine.ts";
import {
  answerText,
  notCopiedText,
  readyText,
  remoteText,
} from "../../../src/panel/words/messages.ts";
import { answerOf, remoteResultOf, resultOf } from "../results.ts";

const ENGINE: EngineInfo = {
  pack: "toy@1",
  packLicence: "CC0-1.0",
  dimension: 2,
  device: "wasm",
  tracks: 1500,
  localTracks: 60,
  sections: 3000,
  index: { from: "bundle" },
  loadMs: 1,
};
const FAR = remoteResultOf("https://example.org/far", { bpm: 120 });

describe("what the panel says of an answer", () => {
  it("counts what can be heard here where that is not everything", () => {
    expect(answerText(answerOf("calm", resultOf(), FAR))).toBe(
      "2 results, 1 on this machine · 2 ms",
    );
    expect(answerText(answerOf("calm", FAR))).toBe("1 result, 0 on this machine · 2 ms");
    expect(answerText(answerOf("calm", resultOf()))).toBe("1 result, best first · 2 ms");
    expect(answerText(answerOf("calm"))).toBe("No results");
    expect(answerText({ ...answerOf("calm", FAR), pack: "own@1 + clap@1" })).toContain(
      "1 result with 2 packs",
    );
  });

  it("counts what ships and what is the editor's own while nothing has been asked", () => {
    expect(readyText(ENGINE, 0)).toBe("1500 tracks ready, 60 on this machine");
    expect(readyText(ENGINE, 7)).toBe("1507 tracks ready, 67 on this machine");
    expect(readyText({ ...ENGINE, localTracks: 1500 }, 7)).toBe("1507 tracks ready");
  });

  it("tells the way to a track by its page, or by its vendor where none is known", () => {
    expect(remoteText(FAR.track)).toMatch(/Open its page, download it, then index it/);
    expect(remoteText(remoteResultOf().track)).toMatch(/Get it from its vendor, then index it/);
  });

  it("gives a text that cannot be copied to be copied by hand, unless it is too long for that", () => {
    expect(notCopiedText("Dusk by Ada")).toMatch(/Copy this yourself: Dusk by Ada$/);
    expect(notCopiedText("x".repeat(5000))).toMatch(/Save a file instead/);
  });
});
