import type { Cover, CoverSource } from "../../contract/cover.ts";
import { openMedia } from "../decode/media.ts";

/** Most bytes that are read in search of a cover; tags with larger pictures are no covers. */
const MOST_READ = 16 << 20;
/** As music-metadata calls it. */
const FRONT = "Cover (front)";
const PICTURE = /^image\/(jpe?g|png|webp|gif)$/;

/** The front cover in the tags of a file, or else its first picture; null if none can be read. */
export async function readCover(source: CoverSource): Promise<Cover | null> {
  const { name, size } = source;
  let left = MOST_READ;
  const limited = async (position: number, length: number): Promise<Uint8Array> => {
    left -= length;
    if (left < 0) throw new RangeError("The picture is too large.");
    return source.read(position, length);
  };
  try {
    const media = await openMedia();
    const { common } = await media.metadata({ size, read: limited }, name, { duration: false });
    const pictures = common.picture ?? [];
    const picture = pictures.find(({ type }) => type === FRONT) ?? pictures[0];
    if (picture === undefined || !PICTURE.test(picture.format)) return null;
    return { type: picture.format, bytes: picture.data };
  } catch {
    return null;
  }
}
