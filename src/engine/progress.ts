import type { LoadProgress, LoadStage } from "../contract/engine.ts";

/** Each stage's part of a cold start, roughly as measured; together 1. */
const SHARES = { runtime: 0.35, pack: 0.1, "text-tower": 0.35, index: 0.2 } as const;
type WorkStage = keyof typeof SHARES;
const STAGES = Object.keys(SHARES) as WorkStage[];

/**
 * Turns stages that finish in any order into progress that only grows. The stage told is the
 * first that is still at work.
 */
export class ProgressReport {
  readonly #listeners = new Set<(progress: LoadProgress) => void>();
  readonly #finished = new Set<LoadStage>();

  /** Tells `listener` where the load stands, and from then on how it goes. */
  listen(listener: (progress: LoadProgress) => void): void {
    this.#listeners.add(listener);
    listener(this.#state());
  }

  /** Passes `work` on, and counts `stage` as done when it is. */
  async follow<T>(stage: WorkStage, work: Promise<T>): Promise<T> {
    const result = await work;
    this.#finished.add(stage);
    const state = this.#state();
    this.#listeners.forEach((listener) => listener(state));
    return result;
  }

  #state(): LoadProgress {
    const open = STAGES.filter((stage) => !this.#finished.has(stage));
    const left = open.reduce((sum, stage) => sum + SHARES[stage], 0);
    const [stage] = open;
    return stage === undefined ? { stage: "ready", done: 1 } : { stage, done: 1 - left };
  }
}
