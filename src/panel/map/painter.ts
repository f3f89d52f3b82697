import type { CatalogueMap, MapPoint } from "../../contract/map.ts";
import { scaleOf, toPicture, type Camera, type Size } from "./camera.ts";
import { placeLabels } from "./label-layout.ts";
import type { Palette } from "./palette.ts";
import { Raster } from "./raster.ts";
import { makeSprites, type Sprites } from "./sprites.ts";

/** All that a picture shows. Points are numbers of tracks in the map. */
export interface Scene {
  readonly map: CatalogueMap;
  readonly camera: Camera;
  readonly size: Size;
  /** [tracks]: 1 for those in full colour; null: all are. */
  readonly lit: Uint8Array | null;
  /** The ranks of results, by point. */
  readonly ranks: ReadonlyMap<number, number>;
  readonly selected: number | null;
  readonly pointed: number | null;
  readonly query: MapPoint | null;
  /** The outline that is being drawn, in pixels. */
  readonly outline: readonly MapPoint[];
}

/** From this many points on, those that would lie on each other are drawn once. */
const CROWD = 20_000;
/** Radius of a result's disc. */
const RESULT = 7.5;
/** Radius of the cross-hair. */
const CROSSHAIR = 17;

/** Paints scenes into a canvas. What does not change from frame to frame is kept. */
export class Painter {
  private sprites: Sprites | null = null;
  private raster: Raster | null = null;
  private radius = 0;
  private readonly widths = new Map<string, number>();

  /** @param ratio pixels of the screen for one of the picture */
  constructor(
    private readonly context: CanvasRenderingContext2D,
    private readonly palette: Palette,
    private readonly ratio: number,
  ) {}

  paint(scene: Scene): void {
    const { context, ratio } = this;
    this.paintPoints(scene);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.paintLabels(scene);
    this.paintResults(scene);
    if (scene.query !== null) this.paintQuery(toPicture(scene.query, scene.camera, scene.size));
    for (const point of [scene.selected, scene.pointed]) {
      if (point !== null) this.paintRing(this.placeOf(scene, point), scene.ranks.has(point));
    }
    this.paintOutline(scene.outline);
  }

  private paintPoints({ map, camera, size, lit }: Scene): void {
    const { ratio } = this;
    const raster = this.rasterOf(size);
    const { kinds, dim } = this.spritesFor(map.ids.length, camera.zoom);
    const { sx, sy } = scaleOf(size, camera.zoom);
    const [left, top] = [size.width / 2 - camera.x * sx, size.height / 2 - camera.y * sy];
    const [width, height] = [size.width * ratio, size.height * ratio];
    const taken =
      map.ids.length > CROWD ? new Uint8Array(Math.ceil(width) * Math.ceil(height)) : null;
    const step = Math.max(1, this.radius);
    // Those that are left out lie under the others.
    for (const isLit of lit === null ? [1] : [0, 1]) {
      for (let p = 0; p < map.x.length; p += 1) {
        if (lit !== null && lit[p] !== isLit) continue;
        const x = (left + (map.x[p] ?? 0) * sx) * ratio;
        const y = (top + (map.y[p] ?? 0) * sy) * ratio;
        if (x < -9 || y < -9 || x > width + 9 || y > height + 9) continue;
        if (taken !== null) {
          const cell =
            Math.floor(Math.max(0, y) / step) * Math.ceil(width) +
            Math.floor(Math.max(0, x) / step);
          if (taken[cell] === isLit + 1) continue;
          taken[cell] = isLit + 1;
        }
        const sprite = isLit === 1 ? kinds[map.kind[p] ?? 0] : dim;
        if (sprite === undefined) continue;
        raster.stamp(sprite, Math.round(x - sprite.side / 2), Math.round(y - sprite.side / 2));
      }
    }
    this.context.putImageData(raster.image, 0, 0);
  }

  /** An empty one, as large as the canvas. */
  private rasterOf({ width, height }: Size): Raster {
    const wide = Math.max(1, Math.ceil(width * this.ratio));
    const high = Math.max(1, Math.ceil(height * this.ratio));
    let { raster } = this;
    if (raster?.image.width !== wide || raster.image.height !== high) {
      this.raster = raster = new Raster(this.context.createImageData(wide, high));
    }
    raster.clear();
    return raster;
  }

  private paintLabels({ map, camera, size }: Scene): void {
    const { context, palette } = this;
    context.font = `600 11px ${palette.font}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = palette.ground;
    context.fillStyle = palette.text;
    for (const { text, x, y } of placeLabels(map.labels, camera, size, (text) =>
      this.widthOf(titled(text)),
    )) {
      context.strokeText(titled(text), x, y);
      context.fillText(titled(text), x, y);
    }
  }

  /** A cross-hair, wide enough that results within it stay legible. */
  private paintQuery({ x, y }: MapPoint): void {
    const { palette } = this;
    const strokes = new Path2D();
    strokes.arc(x, y, CROSSHAIR, 0, 2 * Math.PI);
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      strokes.moveTo(x + (CROSSHAIR - 4) * dx, y + (CROSSHAIR - 4) * dy);
      strokes.lineTo(x + (CROSSHAIR + 7) * dx, y + (CROSSHAIR + 7) * dy);
    }
    this.stroke(strokes, palette.ground, 5);
    this.stroke(strokes, palette.accent, 2);
  }

  private paintResults(scene: Scene): void {
    const { context, palette } = this;
    // The best lies on top.
    const results = [...scene.ranks].sort(([, a], [, b]) => b - a);
    for (const [point, rank] of results) {
      const { x, y } = this.placeOf(scene, point);
      context.beginPath();
      context.arc(x, y, RESULT, 0, 2 * Math.PI);
      context.fillStyle = palette.accent;
      context.fill();
      context.lineWidth = 1.5;
      context.strokeStyle = palette.ground;
      context.stroke();
      context.font = `700 ${rank > 9 ? 8 : 10}px ${palette.font}`;
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.fillStyle = palette.onAccent;
      context.fillText(String(rank), x, y + 0.5);
    }
  }

  private paintRing({ x, y }: MapPoint, isResult: boolean): void {
    const ring = new Path2D();
    ring.arc(x, y, isResult ? RESULT + 3 : 6, 0, 2 * Math.PI);
    this.stroke(ring, this.palette.ground, 4);
    this.stroke(ring, this.palette.text, 2);
  }

  private paintOutline(outline: readonly MapPoint[]): void {
    const [first, ...others] = outline;
    if (first === undefined) return;
    const { context, palette } = this;
    const path = new Path2D();
    path.moveTo(first.x, first.y);
    for (const { x, y } of others) path.lineTo(x, y);
    path.closePath();
    context.globalAlpha = 0.12;
    context.fillStyle = palette.accent;
    context.fill(path, "evenodd");
    context.globalAlpha = 1;
    this.stroke(path, palette.accent, 1.5);
  }

  private stroke(path: Path2D, colour: string, width: number): void {
    this.context.strokeStyle = colour;
    this.context.lineWidth = width;
    this.context.stroke(path);
  }

  private placeOf({ map, camera, size }: Scene, point: number): MapPoint {
    return toPicture({ x: map.x[point] ?? 0, y: map.y[point] ?? 0 }, camera, size);
  }

  /** Points are larger where there are few, and grow a little as one looks closer. */
  private spritesFor(points: number, zoom: number): Sprites {
    const base = points > CROWD ? 1.2 : points > 4000 ? 1.8 : 2.6;
    const radius = Math.round(2 * this.ratio * Math.min(5, base * zoom ** 0.35)) / 2;
    if (this.sprites === null || radius !== this.radius) {
      this.sprites = makeSprites(this.palette, radius);
      this.radius = radius;
    }
    return this.sprites;
  }

  private widthOf(text: string): number {
    const known = this.widths.get(text);
    if (known !== undefined) return known;
    const { width } = this.context.measureText(text);
    this.widths.set(text, width);
    return width;
  }
}

const titled = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
