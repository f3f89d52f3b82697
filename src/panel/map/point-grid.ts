/** Points in a plane, 0 to 1. */
export interface Points {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** Points in a cell, on average. */
const IN_A_CELL = 4;

/** Finds the point nearest to a place; the picture's scale says what near means. */
export class PointGrid {
  private readonly side: number;
  /** [cells + 1]: the points of cell c are order[first[c]] up to order[first[c + 1]]. */
  private readonly first: Uint32Array;
  private readonly order: Uint32Array;

  constructor(private readonly points: Points) {
    const count = points.x.length;
    this.side = Math.max(1, Math.floor(Math.sqrt(count / IN_A_CELL)));
    this.first = new Uint32Array(this.side ** 2 + 1);
    this.order = new Uint32Array(count);
    const cells = Uint32Array.from(points.x, (x, p) => this.cellOf(x, points.y[p] ?? 0));
    for (const cell of cells) this.first[cell + 1] = (this.first[cell + 1] ?? 0) + 1;
    for (let c = 0; c < this.side ** 2; c += 1) {
      this.first[c + 1] = (this.first[c + 1] ?? 0) + (this.first[c] ?? 0);
    }
    const next = this.first.slice();
    cells.forEach((cell, p) => {
      const at = next[cell] ?? 0;
      this.order[at] = p;
      next[cell] = at + 1;
    });
  }

  /**
   * The number of the point nearest to a place, of equal ones the first; null if none is near.
   * @param sx pixels for the whole width
   * @param sy pixels for the whole height
   * @param reach how far away it may be, in pixels
   */
  nearest(x: number, y: number, sx: number, sy: number, reach: number): number | null {
    const [left, right] = [this.axis(x - reach / sx), this.axis(x + reach / sx)];
    const [top, bottom] = [this.axis(y - reach / sy), this.axis(y + reach / sy)];
    let best: number | null = null;
    let closest = reach;
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const cell = row * this.side + column;
        for (let i = this.first[cell] ?? 0; i < (this.first[cell + 1] ?? 0); i += 1) {
          const p = this.order[i] ?? 0;
          const dx = ((this.points.x[p] ?? 0) - x) * sx;
          const dy = ((this.points.y[p] ?? 0) - y) * sy;
          const away = Math.hypot(dx, dy);
          if (away > closest || (away === closest && best !== null && p > best)) continue;
          [best, closest] = [p, away];
        }
      }
    }
    return best;
  }

  private cellOf(x: number, y: number): number {
    return this.axis(y) * this.side + this.axis(x);
  }

  private axis(value: number): number {
    return Math.min(this.side - 1, Math.max(0, Math.floor(value * this.side)));
  }
}
