import { LitElement, html, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { CatalogueMap, MapPoint } from "../../../contract/map.ts";
import {
  WHOLE_MAP,
  dragged,
  scaleOf,
  showing,
  toMap,
  toPicture,
  zoomed,
  type Camera,
  type Size,
} from "../../map/camera.ts";
import { pointsWithin } from "../../map/lasso.ts";
import { Painter } from "../../map/painter.ts";
import { paletteOf } from "../../map/palette.ts";
import { PointGrid } from "../../map/point-grid.ts";
import { nextPoint, type Direction } from "../../map/step.ts";
import { MAP } from "../../words/map.ts";
import { ActEvent } from "../events.ts";
import { shared } from "../styles.ts";
import { mapCanvasStyles } from "./map-canvas-styles.ts";
import {
  MapMarkEvent,
  MapMarkingEvent,
  MapPointEvent,
  MapSelectEvent,
  MapToggleEvent,
} from "./events.ts";

/** Pixels around a point in which it is meant. */
const REACH = 10;
/** Pixels that a press may wander and still be a click. */
const STILL = 4;
const ZOOM_STEP = 1.5;
const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** The points of the map, which can be dragged, zoomed, pointed at, gone through by keys, and marked. */
@customElement("nd-map-canvas")
export class MapCanvas extends LitElement {
  @property({ attribute: false }) map!: CatalogueMap;
  /** [tracks]: 1 for those in full colour; null: all are. */
  @property({ attribute: false }) lit: Uint8Array | null = null;
  /** The ranks of results, by number of the track in the map. */
  @property({ attribute: false }) ranks: ReadonlyMap<number, number> = new Map();
  @property({ attribute: false }) selected: number | null = null;
  @property({ attribute: false }) place: MapPoint | null = null;
  /** Whether a drag marks a region. */
  @property({ type: Boolean }) marking = false;
  /** Name of the theme: other colours are read for another. */
  @property() color = "";

  @query("canvas") private readonly canvas!: HTMLCanvasElement;

  private camera: Camera = WHOLE_MAP;
  private size: Size = { width: 0, height: 0 };
  private pointed: number | null = null;
  private outline: readonly MapPoint[] = [];
  private press: { readonly at: MapPoint; last: MapPoint; moved: boolean; marks: boolean } | null =
    null;
  private grid: PointGrid | null = null;
  private painter: Painter | null = null;
  private frame = 0;
  private readonly resizes = new ResizeObserver(() => this.fit());

  static override styles = [shared, mapCanvasStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.resizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resizes.disconnect();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.pointAt(null);
  }

  override focus(): void {
    this.canvas.focus();
  }

  /** Zooms about the middle, or about the selected track where that is in sight. */
  zoom(steps: number): void {
    const middle = { x: this.size.width / 2, y: this.size.height / 2 };
    const at = this.selected === null ? middle : this.placeOf(this.selected);
    this.look(zoomed(this.camera, ZOOM_STEP ** steps, this.isInSight(at) ? at : middle, this.size));
  }

  /** Shows the whole map. */
  showAll(): void {
    this.look(WHOLE_MAP);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("map")) this.grid = new PointGrid(this.map);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("color")) this.painter = null;
    this.draw();
  }

  protected override render() {
    return html`<canvas
        tabindex="0"
        role="application"
        aria-roledescription="map"
        aria-label=${MAP.canvas}
        aria-describedby="help"
        @pointerdown=${this.pressed}
        @pointermove=${this.moved}
        @pointerup=${this.released}
        @pointercancel=${this.letGo}
        @pointerleave=${() => this.pointAt(null)}
        @dblclick=${this.doubled}
        @wheel=${this.wheeled}
        @keydown=${this.typed}
      ></canvas>
      <span id="help" hidden>${MAP.help}</span>`;
  }

  private fit(): void {
    const { clientWidth: width, clientHeight: height } = this;
    if (width === this.size.width && height === this.size.height) return;
    this.size = { width, height };
    this.painter = null;
    this.draw();
  }

  private look(camera: Camera): void {
    this.camera = camera;
    this.draw();
  }

  /** In the next frame, once, however much changes until then. */
  private draw(): void {
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  private paint(): void {
    const { map, camera, size, lit, ranks, selected, pointed, outline } = this;
    if (size.width === 0 || size.height === 0) return;
    this.painter ??= this.openPainter();
    this.painter?.paint({
      ...{ map, camera, size, lit, ranks, selected, pointed, outline },
      query: this.place,
    });
  }

  private openPainter(): Painter | null {
    const ratio = window.devicePixelRatio;
    this.canvas.width = Math.round(this.size.width * ratio);
    this.canvas.height = Math.round(this.size.height * ratio);
    const context = this.canvas.getContext("2d");
    return context && new Painter(context, paletteOf(this), ratio);
  }

  private pointAt(point: number | null): void {
    if (point === this.pointed) return;
    this.pointed = point;
    this.canvas.style.cursor = point === null ? "" : "pointer";
    this.dispatchEvent(new MapPointEvent(point === null ? null : (this.map.ids[point] ?? null)));
    this.draw();
  }

  private pointNear(at: MapPoint): number | null {
    const { x, y } = toMap(at, this.camera, this.size);
    const { sx, sy } = scaleOf(this.size, this.camera.zoom);
    return this.grid?.nearest(x, y, sx, sy, REACH) ?? null;
  }

  private placeOf(point: number): MapPoint {
    const place = { x: this.map.x[point] ?? 0, y: this.map.y[point] ?? 0 };
    return toPicture(place, this.camera, this.size);
  }

  private isInSight({ x, y }: MapPoint): boolean {
    return x >= 0 && y >= 0 && x <= this.size.width && y <= this.size.height;
  }

  private readonly pressed = (event: PointerEvent): void => {
    if (event.button > 1) return;
    this.canvas.setPointerCapture(event.pointerId);
    const at = { x: event.offsetX, y: event.offsetY };
    this.press = { at, last: at, moved: false, marks: event.shiftKey || this.marking };
    if (this.press.marks) this.outline = [at];
  };

  private readonly moved = (event: PointerEvent): void => {
    const at = { x: event.offsetX, y: event.offsetY };
    const { press } = this;
    if (press === null) return this.pointAt(this.pointNear(at));
    const { last } = press;
    press.moved ||= Math.hypot(at.x - press.at.x, at.y - press.at.y) > STILL;
    press.last = at;
    if (!press.moved) return;
    if (press.marks) {
      this.outline = [...this.outline, at];
      this.draw();
    } else this.look(dragged(this.camera, at.x - last.x, at.y - last.y, this.size));
  };

  private readonly released = (): void => {
    const { press, outline } = this;
    this.letGo();
    if (press?.moved === true && press.marks) {
      const corners = outline.map((corner) => toMap(corner, this.camera, this.size));
      const ids = pointsWithin(this.map, corners).map((p) => this.map.ids[p] ?? "");
      this.dispatchEvent(new MapMarkEvent(ids));
      this.dispatchEvent(new MapMarkingEvent(false));
    } else if (press?.moved === false) this.choose(this.pointNear(press.at), false);
  };

  private readonly letGo = (): void => {
    this.press = null;
    this.outline = [];
    this.draw();
  };

  private readonly doubled = (event: MouseEvent): void =>
    this.choose(this.pointNear({ x: event.offsetX, y: event.offsetY }), true);

  private choose(point: number | null, plays: boolean): void {
    const id = point === null ? undefined : this.map.ids[point];
    if (id === undefined) return;
    if (this.marking) this.dispatchEvent(new MapToggleEvent(id));
    else this.dispatchEvent(new MapSelectEvent(id, plays));
  }

  private readonly wheeled = (event: WheelEvent): void => {
    event.preventDefault();
    // A pinch arrives as a wheel with Ctrl, in finer steps.
    const factor = Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002));
    const at = { x: event.offsetX, y: event.offsetY };
    this.look(zoomed(this.camera, factor, at, this.size));
  };

  private readonly typed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.does(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Whether a key means something here; the panel takes all others. */
  private does({ key, shiftKey }: KeyboardEvent): boolean {
    const direction = DIRECTIONS[key];
    if (direction !== undefined) this.step(direction);
    else if (key === "PageUp") this.zoom(1);
    else if (key === "PageDown") this.zoom(-1);
    else if (key === "0") this.showAll();
    else if (key === "Enter" && this.marking) this.choose(this.selected, false);
    else if (key === "Enter") {
      this.dispatchEvent(new ActEvent(shiftKey ? "insert-whole" : "insert"));
    } else if (key === "Escape" && this.marking) this.dispatchEvent(new MapMarkingEvent(false));
    else return false;
    return true;
  }

  private step(direction: Direction): void {
    const { sx, sy } = scaleOf(this.size, 1);
    const next =
      this.selected === null
        ? this.pointNearest({ x: this.size.width / 2, y: this.size.height / 2 })
        : nextPoint(this.map, this.selected, direction, sx, sy);
    const id = next === null ? undefined : this.map.ids[next];
    if (next === null || id === undefined) return;
    const place = { x: this.map.x[next] ?? 0, y: this.map.y[next] ?? 0 };
    this.look(showing(place, this.camera, this.size));
    // At once: the next key goes on from here.
    this.selected = next;
    this.dispatchEvent(new MapSelectEvent(id, false));
  }

  /** However far away it is. */
  private pointNearest(at: MapPoint): number | null {
    const { x, y } = toMap(at, this.camera, this.size);
    return this.grid?.nearest(x, y, 1, 1, 2) ?? null;
  }
}
