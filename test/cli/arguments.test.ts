import { describe, expect, it } from "vitest";
import { onlyPositional, readArguments, wholeNumber } from "../../src/cli/arguments.ts";
import { UsageError } from "../../src/contract/errors.ts";

const options = { limit: { type: "string" }, json: { type: "boolean" } } as const;
const read = (...args: string[]) => readArguments("search", args, options);

describe("readArguments", () => {
  it("tells options and positionals apart", () => {
    const { values, positionals } = read("rain", "--limit", "3", "--json");
    expect({ ...values }).toEqual({ limit: "3", json: true });
    expect(positionals).toEqual(["rain"]);
  });

  it.each([
    [["--colour"], "Unknown option '--colour'."],
    [["--limit"], "Option '--limit <value>' argument missing."],
    [["--json=yes"], "Option '--json' does not take an argument."],
  ])("refuses %j and says what to do", (args, what) => {
    expect(() => read(...args)).toThrow(UsageError);
    expect(() => read(...args)).toThrow(`${what} Run "needledrop search --help"`);
  });
});

describe("onlyPositional", () => {
  it("returns the only one", () => {
    expect(onlyPositional("search", "a sentence", ["rain"])).toBe("rain");
  });

  it("names the missing one", () => {
    expect(() => onlyPositional("search", "a sentence", [])).toThrow("needs a sentence");
  });

  it("suggests quotation marks when there are several", () => {
    expect(() => onlyPositional("search", "a sentence", ["slow", "rain"])).toThrow(/quotation/);
  });
});

describe("wholeNumber", () => {
  it.each([
    ["1", 1],
    ["007", 7],
    ["100", 100],
  ])("reads %s", (text, value) => {
    expect(wholeNumber("--limit", text, 1, 100)).toBe(value);
  });

  it.each(["0", "101", "-1", "3.5", "1e2", "", " 3", "three", "Infinity"])("refuses %j", (text) => {
    expect(() => wholeNumber("--limit", text, 1, 100)).toThrow(UsageError);
  });
});
