import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { comparePictures } from "./compare-pictures.ts";
import { PICTURES, Photographer, REFERENCES, madeWith, nameOf } from "./reference-pictures.ts";

/** Largest share of pixels that may differ: a few at the edges of letters, no letter. */
const TOLERANCE = 0.0001;

/** Where pictures that differ are put, to be looked at. */
const FOUND = resolve("test-results/references");

let folder: string;
let photographer: Photographer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "needledrop-"));
  photographer = await Photographer.in(folder);
});

afterAll(async () => {
  await photographer.close();
  rmSync(folder, { recursive: true });
});

describe("the panel looks as in its reference picture", () => {
  for (const picture of PICTURES) {
    const name = nameOf(picture);
    it(name, async (test) => {
      skipElsewhere(test);
      const actual = await photographer.take(picture);
      const reference = readFileSync(join(REFERENCES, `${name}.png`));
      const { share, image } = comparePictures(reference, actual);
      if (share <= TOLERANCE) return;
      mkdirSync(FOUND, { recursive: true });
      writeFileSync(join(FOUND, `${name}-actual.png`), actual);
      if (image !== null) writeFileSync(join(FOUND, `${name}-difference.png`), image);
      expect.fail(
        `${(100 * share).toFixed(2)} % of the pixels differ: see ${FOUND}. If that is intended: ` +
          "npm run screenshots -- --update-references",
      );
    });
  }
});

/** Another system, or another Chromium, draws the edges of letters differently. */
function skipElsewhere(test: TestContext): void {
  const made = madeWith();
  const here = photographer.renderer;
  if (made.platform === here.platform && made.chromium === here.chromium) return;
  test.skip(
    `the references were made with Chromium ${made.chromium} on ${made.platform}, ` +
      `this is Chromium ${here.chromium} on ${here.platform}`,
  );
}

describe("comparing pictures", () => {
  const picture = (width: number, red: number): Buffer => {
    const png = new PNG({ width, height: 10 });
    png.data.fill(255);
    png.data[0] = red;
    return PNG.sync.write(png);
  };

  it("finds one pixel that is another, and shows it in red", () => {
    const { share, image } = comparePictures(picture(10, 255), picture(10, 200));
    expect(share).toBe(0.01);
    const diff = PNG.sync.read(image ?? Buffer.alloc(0));
    expect([...diff.data.subarray(0, 8)]).toEqual([255, 0, 0, 255, 255, 255, 255, 255]);
  });

  it("does not mind what nobody sees, but another size", () => {
    expect(comparePictures(picture(10, 255), picture(10, 250)).share).toBe(0);
    expect(comparePictures(picture(10, 255), picture(11, 255)).share).toBe(1);
  });
});
