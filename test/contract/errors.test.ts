import { describe, expect, it } from "vitest";
import {
  ERROR_CODES,
  HostError,
  NeedledropError,
  UnexpectedError,
  WIRE_TEXT_LIMIT,
  asNeedledropError,
  errorFromWire,
  errorToWire,
} from "../../src/contract/errors.ts";

const DETAILS = { what: "It broke.", input: "a.mp3", next: "Mend it." };

describe("an expected failure", () => {
  it("says what happened, to which input, and what to do", () => {
    expect(new HostError(DETAILS).message).toBe("It broke. (a.mp3) Mend it.");
    expect(new HostError({ what: "It broke.", next: "Mend it." }).message).toBe(
      "It broke. Mend it.",
    );
  });

  it("abbreviates an input of any length", () => {
    const error = new HostError({ ...DETAILS, input: "x".repeat(100_000) });
    expect(error.message.length).toBeLessThan(300);
    expect(error.input?.endsWith("…")).toBe(true);
  });

  it.each(ERROR_CODES)("of code %s crosses a boundary unchanged", (code) => {
    const error = errorFromWire({ code, ...DETAILS, cause: "inner" });
    expect(error).toBeInstanceOf(NeedledropError);
    expect(error.name).toBe(error.constructor.name);
    const wire = JSON.parse(JSON.stringify(errorToWire(error))) as ReturnType<typeof errorToWire>;
    expect(wire).toEqual({ code, ...DETAILS, cause: "inner" });
    const again = errorFromWire(wire);
    expect(again.constructor).toBe(error.constructor);
    expect(again.message).toBe(error.message);
  });

  it("has a class of its own for every code", () => {
    const classes = ERROR_CODES.map((code) => errorFromWire({ code, ...DETAILS }).constructor);
    expect(new Set(classes).size).toBe(ERROR_CODES.length);
  });

  it("keeps a shortened input the same over several boundaries", () => {
    const error = new HostError({ ...DETAILS, input: "x".repeat(1000) });
    const twice = errorFromWire(errorToWire(errorFromWire(errorToWire(error))));
    expect(twice.message).toBe(error.message);
  });

  it("is cut to what the other side takes", () => {
    const long = "x".repeat(100_000);
    const wire = errorToWire(new HostError({ what: long, next: long, cause: new Error(long) }));
    for (const text of [wire.what, wire.next, wire.cause])
      expect(text).toHaveLength(WIRE_TEXT_LIMIT);
  });
});

describe("anything else that is thrown", () => {
  it("becomes an unexpected error that keeps the message", () => {
    const inner = new TypeError("x is not a function");
    const error = asNeedledropError(inner);
    expect(error).toBeInstanceOf(UnexpectedError);
    expect(error.what).toBe("x is not a function");
    expect(error.cause).toBe(inner);
    expect(asNeedledropError("just text").what).toBe("just text");
  });

  it("stays itself when it is expected", () => {
    const error = new HostError(DETAILS);
    expect(asNeedledropError(error)).toBe(error);
  });
});
