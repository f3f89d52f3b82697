import { afterEach, expect, it, vi } from "vitest";
import { sha256 } from "../../src/engine/sha256.ts";

const ABC = new TextEncoder().encode("abc");
const ABC_HASH = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

afterEach(() => vi.unstubAllGlobals());

it("gives the published hash of a published example", async () => {
  expect(await sha256(ABC)).toBe(ABC_HASH);
});

it("gives the same where the platform has no hashing of its own", async () => {
  vi.stubGlobal("crypto", {});
  expect(await sha256(ABC)).toBe(ABC_HASH);
});
