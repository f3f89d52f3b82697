import { describe, expect, it } from "vitest";
import { licenceOf, withAttribution } from "../../../src/cli/catalogue/licence.ts";
import { licenceFromName } from "../../../src/engine/library/licence-names.ts";

const BY = {
  id: "CC-BY-4.0",
  name: "Creative Commons Attribution 4.0",
  url: "https://creativecommons.org/licenses/by/4.0/",
};

describe("licenceFromName", () => {
  it.each(["CC-BY-4.0", "CC BY 4.0", "cc-by 4.0"])("knows %j", (written) => {
    expect(licenceFromName(written)).toEqual(BY);
  });

  it("knows Creative Commons' other licences", () => {
    expect(licenceFromName("CC BY-NC-SA 3.0")).toEqual({
      id: "CC-BY-NC-SA-3.0",
      name: "Creative Commons Attribution-NonCommercial-ShareAlike 3.0",
      url: "https://creativecommons.org/licenses/by-nc-sa/3.0/",
    });
    expect(licenceFromName("CC0").id).toBe("CC0-1.0");
    expect(licenceFromName("https://creativecommons.org/licenses/by/4.0/").id).toBe("CC-BY-4.0");
  });

  it("keeps any other name as it is", () => {
    expect(licenceFromName("Acme Standard")).toEqual({
      id: "Acme Standard",
      name: "Acme Standard",
    });
  });
});

describe("the credit", () => {
  it("is the vendor's line, else the line that Creative Commons asks for, else none", () => {
    expect(withAttribution(BY, "Music: {title}").attribution).toBe("Music: {title}");
    expect(withAttribution(BY).attribution).toBe(
      '"{title}" by {artist}, Creative Commons Attribution 4.0',
    );
    expect(withAttribution({ id: "Acme", name: "Acme" })).toEqual({ id: "Acme", name: "Acme" });
  });

  it("is filled in for each track, once and literally", () => {
    const licence = { ...BY, attribution: "{title} / {artist} / {title} / {other}" };
    const track = { title: "{artist} $& $1", artist: "Ann" };
    expect(licenceOf(licence, track).attribution).toBe(
      "{artist} $& $1 / Ann / {artist} $& $1 / {other}",
    );
    expect(licenceOf(BY, track)).toEqual(BY);
  });
});
