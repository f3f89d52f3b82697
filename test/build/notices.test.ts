import { describe, expect, it } from "vitest";
import { noticesOf, packageOf } from "../../tools/build/notices.ts";
import { ROOT } from "../../tools/build/inputs.ts";

describe("third-party notices", () => {
  it("tells which package a file belongs to, and that our own belong to none", () => {
    expect(packageOf(`${ROOT}/node_modules/lit/index.js`)).toBe("node_modules/lit");
    expect(packageOf(`${ROOT}/node_modules/@noble/hashes/sha2.js`)).toBe(
      "node_modules/@noble/hashes",
    );
    expect(packageOf(`${ROOT}/node_modules/a/node_modules/b/c.js`)).toBe(
      "node_modules/a/node_modules/b",
    );
    expect(packageOf(`${ROOT}/src/panel/main.ts`)).toBeNull();
  });

  it("holds name, version, licence and licence text of each package once, in order", () => {
    const text = noticesOf(["node_modules/lit", "node_modules/idb", "node_modules/lit"]);
    expect(text.match(/^(idb|lit) [\d.]+ \(.+\)$/gm)).toHaveLength(2);
    expect(text.indexOf("idb ")).toBeLessThan(text.indexOf("lit "));
    expect(text).toContain("Redistribution and use in source and binary forms");
  });

  it("holds the licence of the weights that are not ours, and what was changed in them", () => {
    const text = noticesOf([]);
    expect(text).toMatch(/needledrop-eye \(Apache-2\.0\)[^]+© 2020 ML Illustrated[^]+Changed: /);
    expect(text).toMatch(/Apache License\s+Version 2\.0, January 2004/);
  });

  it("holds the licences of what packages contain without saying so", () => {
    const mp3 = noticesOf(["node_modules/@audio/decode-mp3"]);
    expect(mp3).toContain("contains mpg123");
    expect(mp3).toMatch(/GNU LESSER GENERAL PUBLIC LICENSE\s+Version 2\.1/);
    const flac = noticesOf(["node_modules/@audio/decode-flac"]);
    expect(flac).toMatch(/GNU LESSER GENERAL PUBLIC LICENSE\s+Version 3/);
    expect(noticesOf(["node_modules/lit"])).not.toContain("LESSER");
  });
});
