import { describe, expect, it } from "vitest";
import { HostError, UnexpectedError } from "../../../src/contract/errors.ts";
import { failure } from "../../../src/panel/words/notice.ts";

describe("the notice of a failure", () => {
  it("says what happened and what to do, and keeps the error for a report", () => {
    const error = new HostError({ what: "Premiere is busy.", next: "Try again." });
    expect(failure(error)).toEqual({
      kind: "negative",
      text: "Premiere is busy. Try again.",
      error,
    });
  });

  it("makes sentences of what was not foreseen", () => {
    const { text, error } = failure(new TypeError("x is undefined"));
    expect(text).toMatch(/^x is undefined\. Please report this/);
    expect(error).toBeInstanceOf(UnexpectedError);
  });
});
