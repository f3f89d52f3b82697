/**
 * The states of a search backwards in time: by bar, by how many bars follow without a jump, and by the
 * time that is left to the end, in steps. Of those that fall together, the cheapest is kept.
 */
export class Table {
  private readonly steps: number;
  private readonly costs: Float32Array;
  /** Exact times to the end, in seconds. */
  private readonly lefts: Float64Array;
  /** What follows: a state, and the way to it. */
  private readonly nexts: Int32Array;
  private readonly ways: Int32Array;

  /**
   * @param runs bars in a row that are told apart, 1 to `runs`
   * @param seconds the longest time to the end
   * @param step in seconds
   */
  constructor(
    private readonly bars: number,
    private readonly runs: number,
    seconds: number,
    private readonly step: number,
  ) {
    this.steps = Math.floor(seconds / step) + 1;
    const size = this.steps * bars * runs;
    this.costs = new Float32Array(size).fill(Infinity);
    this.lefts = new Float64Array(size);
    this.nexts = new Int32Array(size);
    this.ways = new Int32Array(size);
  }

  /**
   * Takes a state unless there is a cheaper one.
   * @param run bars in a row, from this one on
   * @param left from the beginning of the bar to the end, in seconds
   * @param next the state behind it, -1 for the end; it must be at least a step later in time
   * @param way how it is reached
   */
  offer(bar: number, run: number, left: number, cost: number, next: number, way: number): void {
    const state = (Math.floor(left / this.step) * this.bars + bar) * this.runs + run - 1;
    if (!(cost < (this.costs[state] ?? -Infinity))) return;
    this.costs[state] = cost;
    this.lefts[state] = left;
    this.nexts[state] = next;
    this.ways[state] = way;
  }

  /** Calls `use` with every state, those near the end first; what it offers must be further away. */
  forEach(
    use: (state: number, bar: number, run: number, left: number, cost: number) => void,
  ): void {
    const { costs, lefts, bars, runs } = this;
    for (let state = 0; state < costs.length; state += 1) {
      const cost = costs[state] ?? Infinity;
      if (cost === Infinity) continue;
      const run = (state % runs) + 1;
      use(state, Math.floor(state / runs) % bars, run, lefts[state] ?? 0, cost);
    }
  }

  /** Whether a time to the end is at least a step more than that of a state. */
  isBefore(left: number, state: number): boolean {
    return Math.floor(left / this.step) > Math.floor(state / (this.bars * this.runs));
  }

  barOf(state: number): number {
    return Math.floor(state / this.runs) % this.bars;
  }
  nextOf(state: number): number {
    return this.nexts[state] ?? -1;
  }
  wayOf(state: number): number {
    return this.ways[state] ?? -1;
  }
}
