import { expect, it } from "vitest";
import { licenceFromText } from "../../../src/engine/library/licence-names.ts";
import { UNKNOWN_LICENCE } from "../../../src/contract/track.ts";

it.each([
  ["https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0", "CC BY 4.0"],
  ["http://creativecommons.org/licenses/by-nc-sa/3.0/", "CC-BY-NC-SA-3.0", "CC BY-NC-SA 3.0"],
  ["https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0", "CC0 1.0"],
  ["https://creativecommons.org/publicdomain/mark/1.0/", "public-domain", "Public domain"],
])("reads the address %s as %s", (text, id, name) => {
  expect(licenceFromText(text)).toMatchObject({ id, name });
  expect(licenceFromText(text).url).toMatch(/^https:\/\/creativecommons\.org\/.*\/$/);
});

it("keeps unknown licences as they are written", () => {
  expect(licenceFromText("Ask Anna first")).toEqual({
    id: "Ask Anna first",
    name: "Ask Anna first",
  });
  expect(licenceFromText("CC0-1.0")).toEqual({ id: "CC0-1.0", name: "CC0-1.0" });
});

it.each([undefined, "", "  "])("calls nothing (%j) unknown", (text) => {
  expect(licenceFromText(text)).toEqual(UNKNOWN_LICENCE);
});

it("cuts a very long licence", () => {
  const { id, name } = licenceFromText("whereas ".repeat(1000));
  expect([id.length, name.length]).toEqual([100, 200]);
});
