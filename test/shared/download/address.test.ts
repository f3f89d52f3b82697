import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { FileAddressSchema } from "../../../src/contract/track.ts";
import {
  fileNameOf,
  hostOf,
  isSameAddress,
  redirected,
} from "../../../src/shared/download/address.ts";

describe("the address of a file", () => {
  it.each([
    "https://music.example/a.mp3",
    "https://files.music.example/a%20b/C-Funk.mp3",
    "https://music.example/Four%20Beers'%20Polka.mp3",
    "https://xn--mnchen-3ya.example/a.mp3",
  ])("may be %s", (address) => expect(v.is(FileAddressSchema, address)).toBe(true));

  it.each([
    "http://music.example/a.mp3",
    "https://music.example",
    "https://music.example/",
    "https://localhost/a.mp3",
    "https://127.0.0.1/a.mp3",
    "https://[::1]/a.mp3",
    "https://music.example:8443/a.mp3",
    "https://me:secret@music.example/a.mp3",
    "https://music.example/a.mp3?who=me",
    "https://music.example/a.mp3#t=1",
    "https://music.example/a b.mp3",
    "https://music.example/%zz.mp3",
    "https://music.example\\@evil.example/a.mp3",
    "file:///etc/passwd",
    "javascript:alert(1)",
  ])("must not be %s", (address) => expect(v.is(FileAddressSchema, address)).toBe(false));

  it("names its host and its file", () => {
    expect(hostOf("https://Music.Example/a.mp3")).toBe("music.example");
    expect(hostOf("http://music.example/a.mp3")).toBe("");
    expect(fileNameOf("https://music.example/f/C%20%26%20D.mp3")).toBe("C & D.mp3");
    expect(fileNameOf("https://music.example/f/..%2F..%2Fevil.mp3")).toBe("../../evil.mp3");
    expect(fileNameOf("https://music.example/f/%ff.mp3")).toBe("");
  });

  it("is the same however much of it is escaped", () => {
    const plain = "https://music.example/It's.mp3";
    expect(isSameAddress(plain, "https://music.example/It%27s.mp3")).toBe(true);
    expect(isSameAddress(plain, "https://music.example/Its.mp3")).toBe(false);
  });

  it("is resolved from where a redirect came from", () => {
    const at = "https://music.example/f/a.mp3";
    expect(redirected(at, "b.mp3")).toBe("https://music.example/f/b.mp3");
    expect(redirected(at, "/g/b.mp3")).toBe("https://music.example/g/b.mp3");
    expect(redirected(at, "https://other.example/b.mp3")).toBe("https://other.example/b.mp3");
    expect(redirected(at, "//other.example/b.mp3")).toBeNull();
    expect(redirected(at, "http://music.example/b.mp3")).toBeNull();
  });
});
