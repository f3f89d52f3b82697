import type { MapLabel } from "../../contract/map.ts";
import { toPicture, type Camera, type Size } from "./camera.ts";

/** A label in the picture: its middle, in pixels. */
export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Pixels around a label that stay free of others. */
const AIR = { x: 10, y: 8 };
/** Pixels of the picture for each label when the whole map is in sight. */
const AREA = 11_000;
const FEWEST = 8;
/** Height of a label. */
const LINE = 14;

/**
 * The labels that are shown: the most telling first, each only where it touches no other and lies wholly
 * in sight. There are more of them, the closer one looks.
 * @param widthOf width of a text, in pixels
 */
export function placeLabels(
  labels: readonly MapLabel[],
  camera: Camera,
  size: Size,
  widthOf: (text: string) => number,
): PlacedLabel[] {
  const most = Math.max(FEWEST, (size.width * size.height * Math.sqrt(camera.zoom)) / AREA);
  const placed: (PlacedLabel & { readonly half: number })[] = [];
  for (const label of labels) {
    if (placed.length >= most) break;
    const at = toPicture(label, camera, size);
    const half = widthOf(label.text) / 2;
    const x = onEdge(at.x, half, size.width);
    const y = onEdge(at.y, LINE / 2, size.height);
    if (x === null || y === null) continue;
    const isFree = placed.every(
      (other) =>
        Math.abs(other.x - x) >= half + other.half + AIR.x || Math.abs(other.y - y) >= LINE + AIR.y,
    );
    if (isFree) placed.push({ text: label.text, x, y, half });
  }
  return placed.map(({ text, x, y }) => ({ text, x, y }));
}

/** Moves what would be cut by the edge inwards; null for what is out of sight. */
function onEdge(at: number, half: number, side: number): number | null {
  if (at < 0 || at > side || 2 * half + 8 > side) return null;
  return Math.min(side - half - 4, Math.max(half + 4, at));
}
