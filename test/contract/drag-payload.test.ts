import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { dragPayload, parseDragPayload, pathToFileUri } from "../../src/contract/drag-payload.ts";

describe("a path as a file URI", () => {
  it.each([
    ["/Users/editor/first light.wav", "file:///Users/editor/first%20light.wav"],
    ["C:\\Music\\first light.wav", "file:///C:/Music/first%20light.wav"],
    ["/music/take #2?.wav", "file:///music/take%20%232%3F.wav"],
    ["/music/50% blue.wav", "file:///music/50%25%20blue.wav"],
    ["/musique/été.wav", "file:///musique/%C3%A9t%C3%A9.wav"],
  ])("%s", (path, uri) => {
    expect(pathToFileUri(path)).toBe(uri);
  });

  it("leads back to the path, as Node reads it", () => {
    for (const path of ["/a b/c#d?e%f.wav", "/é/ü[1].mp3", "/plain.aif"])
      expect(fileURLToPath(pathToFileUri(path), { windows: false })).toBe(path);
    const windows = "C:\\a b\\c#d%.wav";
    expect(fileURLToPath(pathToFileUri(windows), { windows: true })).toBe(windows);
  });
});

describe("the payload of a drag", () => {
  it.each([
    ["wav", "audio/wav"],
    ["mp3", "audio/mpeg"],
    ["MP3", "audio/mpeg"],
    ["aac", "audio/aac"],
    ["m4a", "audio/m4a"],
    ["aif", "audio/aif"],
  ])("names the type Premiere expects for .%s", (extension, type) => {
    const payload = dragPayload("A", `file:///a.${extension}`);
    expect(payload).toEqual({
      version: "1.0.0",
      items: [{ name: "A", content_type: type, uri: `file:///a.${extension}` }],
    });
    expect(parseDragPayload(JSON.stringify(payload))).toEqual(payload);
  });

  it.each(["file:///a.flac", "file:///a", "file:///a.mp3/b"])(
    "is none for %s, which Premiere would ignore",
    (uri) => {
      expect(dragPayload("A", uri)).toBeNull();
    },
  );

  it.each([
    "",
    "no JSON",
    "null",
    "{}",
    '{"version":"2.0.0","items":[{"name":"a","content_type":"audio/wav","uri":"file:///a.wav"}]}',
    '{"version":"1.0.0","items":[]}',
    '{"version":"1.0.0","items":[{"name":"a"}]}',
  ])("is not read from %s", (dropped) => {
    expect(parseDragPayload(dropped)).toBeNull();
  });
});
