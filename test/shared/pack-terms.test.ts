import { describe, expect, it } from "vitest";
import { packTerms } from "../../src/shared/pack-terms.ts";

describe("the terms of a pack", () => {
  it.each([
    ["CC-BY-NC-4.0", "CC BY-NC 4.0"],
    ["CC-BY-NC-SA-3.0", "CC BY-NC-SA 3.0"],
    ["CC BY-NC 4.0", "CC BY-NC 4.0"],
    ["cc-by-nc-nd-4.0", "cc-by-nc-nd-4.0"],
    ["PolyForm-Noncommercial-1.0.0", "PolyForm-Noncommercial-1.0.0"],
    ["MIT AND CC-BY-NC-4.0", "MIT AND CC-BY-NC-4.0"],
    ["Free for non-commercial research", "Free for non-commercial research"],
  ])("are told for %s, which forbids commercial use", (licence, name) => {
    expect(packTerms(licence)).toBe(
      `This pack's licence (${name}) allows non-commercial use only.`,
    );
  });

  it("are told where a pack does not state its licence", () => {
    expect(packTerms("unknown")).toContain("does not state its licence");
  });

  it.each(["CC-BY-SA-4.0", "CC0-1.0", "MIT", "Apache-2.0", "NCSA", "LicenseRef-Acme-Inc"])(
    "are not worth a line for %s",
    (licence) => {
      expect(packTerms(licence)).toBeNull();
    },
  );
});
