import { describe, expect, it } from "vitest";
import { answerText, notCopiedText, remoteText } from "../../../src/panel/words/messages.ts";
import { answerOf, remoteResultOf, resultOf } from "../results.ts";

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

  it("tells the way to a track by its page, or by its vendor where none is known", () => {
    expect(remoteText(FAR.track)).toMatch(/Open its page, download it, then index it/);
    expect(remoteText(remoteResultOf().track)).toMatch(/Get it from its vendor, then index it/);
  });

  it("gives a text that cannot be copied to be copied by hand, unless it is too long for that", () => {
    expect(notCopiedText("Dusk by Ada")).toMatch(/Copy this yourself: Dusk by Ada$/);
    expect(notCopiedText("x".repeat(5000))).toMatch(/Save a file instead/);
  });
});
