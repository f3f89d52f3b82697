import { PNG } from "pngjs";

/** Red, green and blue, 0..255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** A rectangle in pixels from the top left. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Fills the part of the box that is inside the picture, rounded to whole pixels and at least one wide. */
  fill(box: Box, colour: Colour): void;
  /** The picture as a PNG file. */
  png(): Uint8Array;
}

/** A black picture. */
export function createPicture(width: number, height: number): Picture {
  const image = new PNG({ width, height });
  for (let i = 3; i < image.data.length; i += 4) image.data[i] = 255;
  return {
    width,
    height,
    fill: (box, [red, green, blue]) => {
      const [left, top] = [Math.round(box.x), Math.round(box.y)];
      const right = Math.min(width, left + Math.max(1, Math.round(box.width)));
      const bottom = Math.min(height, top + Math.max(1, Math.round(box.height)));
      for (let y = Math.max(0, top); y < bottom; y += 1) {
        for (let x = Math.max(0, left); x < right; x += 1) {
          image.data.set([red, green, blue], (y * width + x) * 4);
        }
      }
    },
    png: () => PNG.sync.write(image),
  };
}

/** Letters three pixels wide and five high: one octal digit per row, 4 is the left pixel. */
const glyphs: Record<string, string> = {
  ...{ a: "25755", b: "65656", c: "34443", d: "65556", e: "74647", f: "74644", g: "34553" },
  ...{ h: "55755", i: "72227", j: "11152", k: "55655", l: "44447", m: "57755", n: "65555" },
  ...{ o: "25552", p: "65644", q: "25563", r: "65655", s: "34216", t: "72222", u: "55557" },
  ...{ v: "55552", w: "55775", x: "55255", y: "55222", z: "71247", "-": "00700", "/": "11244" },
  ...{ 0: "75557", 1: "26227", 2: "61247", 3: "61216", 4: "55711", 5: "74616", 6: "34757" },
  ...{ 7: "71222", 8: "75757", 9: "75716", "#": "57575", ".": "00002" },
};

/** Distance from one letter to the next, and height of a line, in pixels at scale 1. */
const advance = 4;
export const lineHeight = 7;

/** Writes as much of a line of text as fits; letters without a glyph stay blank. */
export function write(
  picture: Picture,
  text: string,
  {
    x,
    y,
    width,
    scale,
    colour,
  }: { x: number; y: number; width: number; scale: number; colour: Colour },
): void {
  const room = Math.floor(width / (advance * scale));
  Array.from(text.toLowerCase().slice(0, room)).forEach((letter, i) => {
    Array.from(glyphs[letter] ?? "00000").forEach((row, down) => {
      for (let across = 0; across < 3; across += 1) {
        if ((Number(row) & (4 >> across)) === 0) continue;
        const left = x + (i * advance + across) * scale;
        picture.fill({ x: left, y: y + down * scale, width: scale, height: scale }, colour);
      }
    });
  });
}
