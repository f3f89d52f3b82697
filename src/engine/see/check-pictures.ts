import * as v from "valibot";
import { UsageError } from "../../contract/errors.ts";
import { PICTURE_LIMIT, type Picture } from "../../contract/sight.ts";
import { seconds } from "../../contract/values.ts";

/** Longest edge of a picture, in pixels: 16K. */
const EDGE_LIMIT = 16_384;

const edge = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(EDGE_LIMIT));
const PictureSchema = v.pipe(
  v.object({
    at: seconds,
    clip: v.string(),
    width: edge,
    height: edge,
    rgba: v.instance(Uint8ClampedArray),
  }),
  v.check(
    ({ width, height, rgba }) => rgba.length === 4 * width * height,
    "rgba does not hold four numbers for each pixel",
  ),
);
const PicturesSchema = v.pipe(v.array(PictureSchema), v.maxLength(PICTURE_LIMIT));

/** @throws UsageError they are no pictures, or too many; the error names what is wrong. */
export function checkPictures(pictures: readonly Picture[]): void {
  const parsed = v.safeParse(PicturesSchema, pictures, { abortEarly: true });
  if (parsed.success) return;
  const [issue] = parsed.issues;
  const field = v.getDotPath(issue);
  throw new UsageError({
    what: `The pictures are malformed${field === null ? "" : ` at "${field}"`}: ${issue.message}.`,
    next: `Give at most ${PICTURE_LIMIT} decoded pictures, no edge longer than ${EDGE_LIMIT} pixels.`,
  });
}
