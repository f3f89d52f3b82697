import type { MapPoint } from "../../contract/map.ts";

/** Pixels of the picture's own units (CSS pixels). */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What is in sight: the place in the middle, and how much larger than the whole map it is. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  /** 1: the whole map. */
  readonly zoom: number;
}

export const WHOLE_MAP: Camera = { x: 0.5, y: 0.5, zoom: 1 };
const MOST_ZOOM = 40;
/** Pixels between the map and the edge. */
const MARGIN = 14;
/** The map's sides differ at most by this factor: its distances should mean the same both ways. */
const MOST_STRETCH = 1.6;

/** Pixels for the whole of either side of the map. */
export function scaleOf({ width, height }: Size, zoom: number): { sx: number; sy: number } {
  const [w, h] = [Math.max(1, width - 2 * MARGIN), Math.max(1, height - 2 * MARGIN)];
  return { sx: zoom * Math.min(w, h * MOST_STRETCH), sy: zoom * Math.min(h, w * MOST_STRETCH) };
}

/** Where a place of the map is in the picture, in pixels. */
export function toPicture({ x, y }: MapPoint, camera: Camera, size: Size): MapPoint {
  const { sx, sy } = scaleOf(size, camera.zoom);
  return {
    x: size.width / 2 + (x - camera.x) * sx,
    y: size.height / 2 + (y - camera.y) * sy,
  };
}

/** What place of the map is at a pixel of the picture. */
export function toMap({ x, y }: MapPoint, camera: Camera, size: Size): MapPoint {
  const { sx, sy } = scaleOf(size, camera.zoom);
  return {
    x: camera.x + (x - size.width / 2) / sx,
    y: camera.y + (y - size.height / 2) / sy,
  };
}

/** The camera after the picture was dragged by so many pixels. */
export function dragged(camera: Camera, dx: number, dy: number, size: Size): Camera {
  const { sx, sy } = scaleOf(size, camera.zoom);
  return kept({ ...camera, x: camera.x - dx / sx, y: camera.y - dy / sy });
}

/** The camera after zooming by a factor; what is at the pixel `at` stays there, if it can. */
export function zoomed(camera: Camera, factor: number, at: MapPoint, size: Size): Camera {
  const fixed = toMap(at, camera, size);
  const zoom = Math.min(MOST_ZOOM, Math.max(1, camera.zoom * factor));
  const { sx, sy } = scaleOf(size, zoom);
  return kept({
    x: fixed.x - (at.x - size.width / 2) / sx,
    y: fixed.y - (at.y - size.height / 2) / sy,
    zoom,
  });
}

/** The camera moved so that a place is in sight, away from the edge; the same one if it is. */
export function showing(point: MapPoint, camera: Camera, size: Size): Camera {
  const { x, y } = toPicture(point, camera, size);
  const isOff = (at: number, side: number): boolean => at < MARGIN || at > side - MARGIN;
  if (!isOff(x, size.width) && !isOff(y, size.height)) return camera;
  return kept({ ...camera, x: point.x, y: point.y });
}

/** No further out than the map: at most half of the picture is empty, and none of the whole. */
function kept({ x, y, zoom }: Camera): Camera {
  const slack = 0.5 * (1 - 1 / zoom);
  const within = (value: number): number => Math.min(0.5 + slack, Math.max(0.5 - slack, value));
  return { x: within(x), y: within(y), zoom };
}
