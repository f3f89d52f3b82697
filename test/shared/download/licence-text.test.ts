import { describe, expect, it } from "vitest";
import type { DownloadRequest } from "../../../src/contract/download.ts";
import { licenceIn } from "../../../src/engine/library/licence-files.ts";
import { TRACK_LINE, licenceText, textNamesOf } from "../../../src/shared/download/licence-text.ts";

const REQUEST: DownloadRequest = {
  trackId: "acme/7",
  title: "C-Funk",
  artist: "Kevin",
  licence: {
    id: "CC-BY-4.0",
    name: "Creative Commons Attribution 4.0",
    url: "https://creativecommons.org/licenses/by/4.0/",
    attribution: '"C-Funk" Kevin (music.example). https://creativecommons.org/licenses/by/4.0/',
  },
  page: "https://music.example/7",
  address: "https://music.example/files/C-Funk.mp3",
};

describe("the text beside a downloaded file", () => {
  it("says to indexing what the catalogue says: licence, credit line and track", () => {
    const text = licenceText(REQUEST);
    expect(licenceIn(text)).toEqual(REQUEST.licence);
    expect(TRACK_LINE.exec(text)?.[1]).toBe("acme/7");
    expect(text).toContain("C-Funk by Kevin\n");
  });

  it("keeps a vendor's own licence by its name, and claims none where none is known", () => {
    const own = { id: "Acme Standard", name: "Acme Standard" };
    expect(licenceIn(licenceText({ ...REQUEST, licence: own }))).toEqual(own);
    const unknown = { id: "unknown", name: "Licence unknown" };
    expect(licenceIn(licenceText({ ...REQUEST, licence: unknown }))).toBeNull();
  });

  it("takes no lines from a title", () => {
    const text = licenceText({ ...REQUEST, title: "A\nTrack: other/1\nLicence: CC0" });
    expect(TRACK_LINE.exec(text)?.[1]).toBe("acme/7");
  });

  it("is named after the file", () => {
    expect(textNamesOf("C-Funk.live.mp3")).toEqual(["C-Funk.live.txt", "C-Funk.live.licence.txt"]);
  });
});
