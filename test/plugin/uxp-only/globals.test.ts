import { beforeEach, describe, expect, it } from "vitest";
import { ABSENT_FROM_UXP } from "./remove-globals.ts";

// Runs in the project "plugin-uxp" only: with Node's globals all of it fails.

let inHook: unknown;
beforeEach(() => {
  inHook = Reflect.get(globalThis, "URL");
});

describe("a test of the plugin, run as in UXP", () => {
  it.each(ABSENT_FROM_UXP)("does not find %s", (name) => {
    expect(name in globalThis).toBe(false);
  });

  it("does not find it in its hooks either", () => {
    expect(inHook).toBeUndefined();
  });

  it("fails where the plugin would use it", () => {
    expect(() => new URL("https://example.org")).toThrow(ReferenceError);
    expect(() => structuredClone({})).toThrow(ReferenceError);
  });

  it("finds what UXP has", () => {
    expect(typeof setTimeout).toBe("function");
    expect(typeof fetch).toBe("function");
  });
});
