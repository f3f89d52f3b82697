import { describe, expect, it } from "vitest";
import {
  licenceIn,
  mayStateLicence,
  readLicenceFiles,
} from "../../../src/engine/library/licence-files.ts";

/** Licence files with these texts. */
function written(texts: Record<string, string>) {
  const files = Object.entries(texts).map(([name, text]) => ({ name, bytes: text.length }));
  expect(files.every(({ name }) => mayStateLicence(name))).toBe(true);
  return readLicenceFiles(files, { readText: (name) => Promise.resolve(texts[name] ?? null) });
}

describe("licenceIn", () => {
  it.each([
    ["Music by Ann.\nhttps://creativecommons.org/licenses/by-sa/4.0/legalcode", "CC-BY-SA-4.0"],
    ["This track is CC BY 3.0, enjoy.", "CC-BY-3.0"],
    ["released as CC0.", "CC0-1.0"],
    ["// SPDX-License-Identifier: CC-BY-4.0", "CC-BY-4.0"],
    ["Title: Rain\nLicence: Acme Standard\n", "Acme Standard"],
    ["LICENSE:  cc-by-nc-4.0", "CC-BY-NC-4.0"],
  ])("finds the licence in %j", (text, id) => {
    expect(licenceIn(text)?.id).toBe(id);
  });

  it("finds the credit line that is asked for", () => {
    const text = "Licence: Acme Standard\nAttribution: Rain by Ann (acme.example)";
    expect(licenceIn(text)?.attribution).toBe("Rain by Ann (acme.example)");
  });

  it.each(["I love the rain\nIt has a license to fall", "", "CC me on that by 4.0"])(
    "finds none in %j",
    (text) => expect(licenceIn(text)).toBeNull(),
  );
});

describe("licence files", () => {
  it("of a track are named after it, with or without its ending, in any case", async () => {
    const { own } = await written({
      "a/Song.txt": "CC BY 4.0",
      "a/tune.mp3.json": '{ "licence": "CC0" }',
      "b.license.txt": "License: Mine",
      "c.json": '{ "license": { "id": "X-1", "name": "X One", "attribution": "by X" } }',
    });
    expect(own("a/song.MP3")?.id).toBe("CC-BY-4.0");
    expect(own("a/tune.mp3")?.id).toBe("CC0-1.0");
    expect(own("a/tune.wav")).toBeNull();
    expect(own("b.flac")?.id).toBe("Mine");
    expect(own("c.wav")).toEqual({ id: "X-1", name: "X One", attribution: "by X" });
    expect(own("song.mp3")).toBeNull();
  });

  it("of a folder hold for what is in it, unless a nearer one says otherwise", async () => {
    const { ofFolder, own } = await written({
      LICENSE: "All rights reserved by Ann\n\nAsk first.",
      "free/licence.txt": "https://creativecommons.org/publicdomain/zero/1.0/",
    });
    expect(ofFolder("a.mp3")?.name).toBe("All rights reserved by Ann");
    expect(ofFolder("other/deep/a.mp3")?.name).toBe("All rights reserved by Ann");
    expect(ofFolder("free/deep/a.mp3")?.id).toBe("CC0-1.0");
    expect(own("licence.mp3")).toBeNull();
  });

  it("say nothing if they are damaged, empty, huge or about something else", async () => {
    const { own, ofFolder } = await written({
      "a.json": "{ licence",
      "b.json": '{ "licence": 3 }',
      "c.txt": "la la la",
      "d.txt": `CC BY 4.0${" ".repeat(100_001)}`,
      "terms.txt": "\n\n",
    });
    expect(["a", "b", "c", "d"].map((stem) => own(`${stem}.mp3`))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(ofFolder("a.mp3")).toBeNull();
  });
});
