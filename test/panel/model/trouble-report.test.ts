import { describe, expect, it } from "vitest";
import { AssetError, UnexpectedError } from "../../../src/contract/errors.ts";
import { troubleReport, type TroubleFacts } from "../../../src/panel/model/trouble-report.ts";

const FACTS: TroubleFacts = {
  panel: "1.2.3",
  userAgent: "Browser/5",
  editor: { name: "Editor", version: "26.3" },
  engine: {
    pack: "toy@1",
    packLicence: "CC0-1.0",
    dimension: 2,
    device: "wasm",
    tracks: 3,
    localTracks: 2,
    sections: 4,
    index: { from: "cache", cacheProblem: "No room in /Users/ada/cache." },
    loadMs: 12.4,
  },
  error: null,
  description: "",
};

const unexpected = (what: string, cause?: Error): UnexpectedError =>
  new UnexpectedError({ what, next: "Report it.", input: "/Users/ada/secret.wav", cause });

const reported = (facts: Partial<TroubleFacts>): Record<string, unknown> =>
  JSON.parse(troubleReport({ ...FACTS, ...facts })) as Record<string, unknown>;

describe("a report of trouble", () => {
  it("names the versions, the device and the last error", () => {
    const cause = new TypeError("x is undefined");
    expect(reported({ error: unexpected("Something broke.", cause) })).toEqual({
      panel: "1.2.3",
      userAgent: "Browser/5",
      editor: { name: "Editor", version: "26.3" },
      engine: {
        pack: "toy@1",
        device: "wasm",
        tracks: 3,
        sections: 4,
        indexFrom: "cache",
        loadMs: 12,
      },
      error: {
        code: "unexpected",
        what: "Something broke.",
        cause: "TypeError: x is undefined",
      },
    });
  });

  it("says so where there is no editor, no engine and no error yet", () => {
    expect(reported({ editor: null, engine: null })).toEqual({
      panel: "1.2.3",
      userAgent: "Browser/5",
      editor: null,
      engine: null,
      error: null,
    });
  });

  it.each([
    "ENOENT: no such file, open '/Users/ada/My Film/cue.wav'",
    "Cannot read C:\\Users\\ada\\My Film\\cue.wav",
    "Cannot read \\\\server\\ada\\cue.wav",
    "Cannot read ~/ada/cue.wav",
    "Cannot load file:///Users/ada/cue.wav",
    "“ada's cue” cannot be played.",
  ])("holds nothing private of %j", (what) => {
    for (const error of [unexpected(what), unexpected("It failed.", new Error(what))]) {
      const text = troubleReport({ ...FACTS, error });
      expect(text).not.toMatch(/ada|cue|Film|secret/);
      expect(text).toMatch(/unexpected/);
    }
  });

  it("leaves the query out wherever an error repeats it", () => {
    const error = unexpected("Nothing for a secret wedding was found.");
    const text = troubleReport({ ...FACTS, error, description: " a secret wedding " });
    expect(text).not.toMatch(/wedding/);
    expect(text).toMatch(/Nothing for \[query\] was found/);
  });

  it("keeps words with a slash in them, which are no path", () => {
    const error = new AssetError({ what: "Read and/or write failed.", next: "Try again." });
    expect(troubleReport({ ...FACTS, error })).toMatch(/Read and\/or write failed\./);
  });
});
