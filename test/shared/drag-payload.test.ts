import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import {
  PLUGIN_ID,
  dragPayload,
  parseDragPayload,
  pathToFileUri,
} from "../../src/shared/drag-payload.ts";
import { ROOT } from "../../tools/build/inputs.ts";

const LONG = `${"Ordner mit langem Namen ".repeat(12)}ü`;

describe("a path as a file URI", () => {
  it.each([
    ["/Users/editor/first light.wav", "file:///Users/editor/first%20light.wav"],
    ["C:\\Music\\first light.wav", "file:///C:/Music/first%20light.wav"],
    ["c:/Music/first light.wav", "file:///c:/Music/first%20light.wav"],
    ["\\\\?\\C:\\Music\\first light.wav", "file:///C:/Music/first%20light.wav"],
    ["\\\\nas\\music\\a b.wav", "file://nas/music/a%20b.wav"],
    ["\\\\?\\UNC\\nas\\music\\a b.wav", "file://nas/music/a%20b.wav"],
    ["\\\\nas.local\\Müsik\\#1.wav", "file://nas.local/M%C3%BCsik/%231.wav"],
    ["/music/take #2?.wav", "file:///music/take%20%232%3F.wav"],
    ["/music/50% blue.wav", "file:///music/50%25%20blue.wav"],
    ["/musique/été.wav", "file:///musique/%C3%A9t%C3%A9.wav"],
    ["/a\\b.wav", "file:///a%5Cb.wav"],
  ])("%s", (path, uri) => {
    expect(pathToFileUri(path)).toBe(uri);
  });

  it("leads back to the path, as Node reads it", () => {
    for (const path of ["/a b/c#d?e%f.wav", "/é/ü[1].mp3", "/plain.aif", `/${LONG}/a.wav`])
      expect(fileURLToPath(pathToFileUri(path), { windows: false })).toBe(path);
    for (const path of [
      "C:\\a b\\c#d%.wav",
      "\\\\nas\\share\\ä ö#[1].wav",
      `D:\\${LONG}\\${LONG}\\a.wav`,
    ])
      expect(fileURLToPath(pathToFileUri(path), { windows: true })).toBe(path);
    expect(LONG.length).toBeGreaterThan(280);
  });

  it("is one even for a name with half a character, which Windows allows", () => {
    expect(pathToFileUri("C:\\a\uD800b.wav")).toBe("file:///C:/a%EF%BF%BDb.wav");
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
    ["aiff", "audio/aif"],
  ])("names the type Premiere expects for .%s, and the plugin", (extension, type) => {
    const payload = dragPayload("A", `file:///a.${extension}`);
    expect(payload).toEqual({
      version: "1.0.0",
      source: "org.needledrop.premiere",
      items: [{ name: "A", content_type: type, uri: `file:///a.${extension}` }],
    });
    expect(parseDragPayload(JSON.stringify(payload))).toEqual(payload);
  });

  it("comes from the plugin that the manifest names", () => {
    const manifest: unknown = JSON.parse(readFileSync(join(ROOT, "manifest.json"), "utf8"));
    expect(manifest).toMatchObject({ id: PLUGIN_ID });
  });

  it("is read without a source, too", () => {
    const items = [{ name: "A", content_type: "audio/wav", uri: "file:///a.wav" }];
    const payload = { version: "1.0.0", items };
    expect(parseDragPayload(JSON.stringify(payload))).toEqual(payload);
  });

  it.each(["file:///a.flac", "file:///a.bwf", "file:///a", "file:///a.mp3/b"])(
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
    '{"version":"1.0.0","source":1,"items":[{"name":"a","content_type":"b","uri":"c"}]}',
    '{"version":"1.0.0","items":[]}',
    '{"version":"1.0.0","items":[{"name":"a"}]}',
  ])("is not read from %s", (dropped) => {
    expect(parseDragPayload(dropped)).toBeNull();
  });
});
